import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { answerEmpty, answerJson } from './http.ts';
import { interact } from './interaction.ts';
import type { Stats } from './stats.ts';
import type { User } from './users.ts';

export interface RequestHandlerOptions {
  /** The one of this moment: keys that rotate bring another. */
  provider: () => Provider;
  users: readonly User[];
  stats: Stats;
  rotateKeys: () => Promise<void>;
  retireOldKeys: () => void;
  signOut: (subject: string) => Promise<void>;
  onError: (error: Error) => void;
}

type Handler = (req: IncomingMessage, res: ServerResponse) => void;

/** The provider's own routes, the login page, and the routes for development that begin with two underscores. */
export function createRequestHandler(options: RequestHandlerOptions): Handler {
  return (req, res) => {
    handle(req, res, options).catch((error: unknown) => {
      options.onError(error as Error);
      if (res.headersSent) res.destroy();
      else answerEmpty(res, 500);
    });
  };
}

async function handle(req: IncomingMessage, res: ServerResponse, options: RequestHandlerOptions): Promise<void> {
  const { provider, users, stats, rotateKeys, retireOldKeys, signOut } = options;
  const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
  const route = `${req.method ?? 'GET'} ${path}`;
  const [, username] = /^POST \/__sign-out\/([a-z0-9-]+)$/.exec(route) ?? [];

  if (route === 'GET /livez') answerJson(res, 200, { status: 'ok' });
  else if (route === 'GET /__stats') answerJson(res, 200, stats.report());
  else if (route === 'DELETE /__stats') {
    stats.clear();
    answerEmpty(res, 204);
  } else if (route === 'POST /__keys/rotate') {
    await rotateKeys();
    answerEmpty(res, 204);
  } else if (route === 'POST /__keys/retire') {
    retireOldKeys();
    answerEmpty(res, 204);
  } else if (username !== undefined) {
    const isKnown = users.some((user) => user.username === username);
    if (isKnown) await signOut(username);
    answerEmpty(res, isKnown ? 204 : 404);
  } else if (/^(GET|POST) \/interaction\/[\w-]+$/.test(route)) {
    await interact(provider(), users, req, res);
  } else {
    if (route === 'GET /jwks') stats.countJwks();
    if (route.startsWith('GET /.well-known/')) stats.countDiscovery();
    await provider().callback()(req, res);
  }
}
