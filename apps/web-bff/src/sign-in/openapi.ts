import { answerHeaders, problemResponse, problems, type ProblemCode } from '@product-bffs/http-service';
import * as z from 'zod';

const who = { name: z.string().nullable(), customerGroup: z.string().nullable(), expiresAt: z.iso.datetime() };
const sessionSchema = z.discriminatedUnion('signedIn', [
  z.strictObject({ signedIn: z.literal(false) }),
  z.strictObject({ signedIn: z.literal(true), ...who }),
]);
const logoutSchema = z.strictObject({ logoutUrl: z.url().nullable() });
const logoutToken = z.strictObject({ logout_token: z.string() });
const returnTo = z.string().optional().meta({ description: 'A path of the shop, up to 300 characters; absent: /' });

const headers = answerHeaders.omit({ etag: true });
const redirect = { headers: headers.extend({ location: z.string(), 'set-cookie': z.string() }) };
const json = (schema: z.ZodType) => ({ headers, content: { 'application/json': { schema } } });

function operation(operationId: string, summary: string, good: Record<number, object>, ...codes: ProblemCode[]) {
  const refusals: ProblemCode[] = ['not-acceptable', 'internal-error', 'service-unavailable', ...codes];
  const refused = refusals.map((code) => [problems[code].status, problemResponse(code)] as const);
  const answered = Object.entries(good).map(
    ([status, answer]) => [status, { description: summary, ...answer }] as const,
  );
  return { operationId, summary, tags: ['session'], responses: Object.fromEntries([...answered, ...refused]) };
}

const login = operation('signIn', 'Leads to the identity provider', { 302: redirect }, 'invalid-request');
const backToShop = { 303: redirect };
const callback = operation('endSignIn', 'Leads back to the shop', backToShop, 'invalid-request', 'unauthenticated');
const session = operation('getSession', 'Who is signed in', { 200: json(sessionSchema) });
const signedOut = { 200: json(logoutSchema) };
const logout = operation('signOut', 'Ends the session', signedOut, 'unauthenticated', 'forbidden');
const refusedBodies = ['invalid-request', 'content-too-large', 'unsupported-media-type'] as const;
const ended = { 200: { headers } };
const logoutByProvider = operation('endSessions', 'Ends what a logout token names', ended, ...refusedBodies);

/** The routes of libs/auth's signInRoutes, as the document has them. */
export const signInPaths = {
  '/auth/login': { get: { ...login, requestParams: { query: z.object({ returnTo }) } } },
  '/auth/callback': { get: callback },
  '/auth/session': { get: session },
  '/auth/logout': {
    post: { ...logout, security: [{ session: [] }], requestParams: { header: z.object({ 'x-bff': z.literal('1') }) } },
  },
  '/auth/backchannel-logout': {
    post: {
      ...logoutByProvider,
      requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema: logoutToken } } },
    },
  },
};
