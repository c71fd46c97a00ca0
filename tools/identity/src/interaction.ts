import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InteractionResults, Provider } from 'oidc-provider';
import { errors } from 'oidc-provider';
import { answerHtml, FormTooLarge, readForm } from './http.ts';
import { loginPage, messagePage } from './pages.ts';
import { developmentPassword, type User } from './users.ts';

/**
 * What stands between an authorization request and its answer: GET shows the login page, POST takes what was typed.
 * Nobody is asked for consent: the clients are the shop's own.
 */
export async function interact(
  provider: Provider,
  users: readonly User[],
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  try {
    await proceed(provider, users, req, res);
  } catch (error) {
    if (error instanceof FormTooLarge) answerHtml(res, 413, messagePage('That did not work', 'Too much was sent.'));
    else if (error instanceof errors.SessionNotFound) {
      answerHtml(res, 400, messagePage('Sign in again', 'This sign-in has ended or was begun in another browser.'));
    } else throw error;
  }
}

async function proceed(
  provider: Provider,
  users: readonly User[],
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const interaction = await provider.interactionDetails(req, res);
  const { prompt, params } = interaction;
  if (prompt.name !== 'login') {
    await provider.interactionFinished(req, res, await consent(provider, interaction));
    return;
  }
  const clientName = (await provider.Client.find(String(params['client_id'])))?.clientName ?? 'the shop';
  if (req.method !== 'POST') {
    answerHtml(res, 200, loginPage({ clientName }));
    return;
  }
  const form = await readForm(req);
  const username = form.get('username') ?? '';
  const user = users.find((one) => one.username === username);
  if (!user || form.get('password') !== developmentPassword) {
    answerHtml(res, 401, loginPage({ clientName, username, error: 'User name or password is wrong.' }));
    return;
  }
  const login = { accountId: user.username, amr: ['pwd'] };
  await provider.interactionFinished(req, res, { login }, { mergeWithLastSubmission: false });
}

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** Grants all that was asked for and is not granted yet. */
async function consent(
  provider: Provider,
  { grantId, session, params, prompt }: Interaction,
): Promise<InteractionResults> {
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const grant =
    known ??
    new provider.Grant({
      ...(session && { accountId: session.accountId }),
      clientId: String(params['client_id']),
    });
  const { missingOIDCScope, missingResourceScopes } = prompt.details as {
    missingOIDCScope?: string[];
    missingResourceScopes?: Record<string, string[]>;
  };
  if (missingOIDCScope) grant.addOIDCScope(missingOIDCScope);
  for (const [resource, scopes] of Object.entries(missingResourceScopes ?? {}))
    grant.addResourceScope(resource, scopes);
  return { consent: { grantId: await grant.save() } };
}
