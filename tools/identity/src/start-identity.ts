import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JWK } from 'jose';
import type { Audiences } from './audiences.ts';
import { defaultAudiences } from './audiences.ts';
import type { BackChannel } from './back-channel.ts';
import { ClientRegistry } from './client-registry.ts';
import type { DevelopmentClient, WebOrigins } from './clients.ts';
import { developmentClients } from './clients.ts';
import { createProvider } from './create-provider.ts';
import { MemoryStorage } from './memory-storage.ts';
import { httpOrigin } from './http-origin.ts';
import { createRequestHandler } from './request-handler.ts';
import { RotatingProvider } from './rotating-provider.ts';
import { signOutEverywhere } from './sign-out.ts';
import { createSigningKey, publicHalf } from './signing-keys.ts';
import type { IdentityStats } from './stats.ts';
import { Stats } from './stats.ts';
import { users as developmentUsers, type User } from './users.ts';

export interface IdentityOptions {
  /** 0 = any free one. Default: 0. */
  port?: number;
  /** Default: 127.0.0.1 */
  host?: string;
  /** Where clients and browsers find it, without a path. Default: http://host:port */
  issuer?: string;
  /** Default: those of https://api.shop.example. */
  audiences?: Partial<Audiences>;
  /** Where the web BFF is. Default: http://localhost:3001 and http://127.0.0.1:3001. */
  web?: WebOrigins;
  /** Default: the development users. */
  users?: readonly User[];
  /** Added to the development clients; one of the same client_id takes the place of theirs. */
  clients?: readonly DevelopmentClient[];
  /** Life of access tokens in seconds. Default: 300. */
  accessTokenTtlS?: number;
  /** Is told of faults of the provider itself. Default: nobody. */
  onError?: (error: Error) => void;
}

export interface Identity {
  issuer: string;
  /** Private half of what globex signs its client assertions with (RFC 7523), ES256. */
  globexKey: JWK;
  /** A new key signs at once; the old ones stay published. */
  rotateKeys(): Promise<void>;
  /** From now on only the key that signs is published. */
  retireOldKeys(): void;
  /** Ends all sessions of a user, takes back their refresh tokens, and tells the clients that want to know. */
  signOutEverywhere(subject: string): Promise<void>;
  /** Adds a client, or replaces the one of the same client_id, from the next request on. */
  setClient(client: DevelopmentClient): void;
  stats(): IdentityStats;
  clearStats(): void;
  /** Closes the listener and every connection. What was remembered is gone. */
  stop(): Promise<void>;
}

/** Starts the identity provider within this process. Rejects where the port is taken or the issuer is none. */
export async function startIdentity({
  port = 0,
  host = '127.0.0.1',
  issuer: givenIssuer,
  audiences,
  web = { origins: ['http://localhost:3001', 'http://127.0.0.1:3001'] },
  users = developmentUsers,
  clients: extraClients = [],
  accessTokenTtlS = 300,
  onError = () => undefined,
}: IdentityOptions = {}): Promise<Identity> {
  if (givenIssuer !== undefined && httpOrigin(givenIssuer) !== givenIssuer) {
    throw new Error(`The issuer has to be an origin such as http://localhost:4010, not "${givenIssuer}".`);
  }
  const [globexKey, firstKey] = await Promise.all([createSigningKey(), createSigningKey()]);
  const server = createServer({ keepAliveTimeout: 65_000 });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(`Cannot listen on ${host}:${port}: ${(error as Error).message}`, { cause: error });
  }
  const issuer = givenIssuer ?? `http://${urlHost(host)}:${(server.address() as AddressInfo).port}`;

  const stats = new Stats();
  const storage = new MemoryStorage();
  const clients = new ClientRegistry([
    ...developmentClients({ web, globexKey: publicHalf(globexKey) }),
    ...extraClients,
  ]);
  const backChannel: BackChannel = { issuer, signingKey: () => provider.signingKey, stats };
  const shared = {
    issuer,
    audiences: { ...defaultAudiences, ...audiences },
    users,
    clients,
    storage,
    cookieKeys: [randomBytes(32).toString('base64url')],
    stats,
    backChannel,
    accessTokenTtlS,
    onError,
  };
  const provider = new RotatingProvider(firstKey, (keys) => createProvider({ ...shared, keys }));
  const rotateKeys = () => provider.rotate();
  const retireOldKeys = () => provider.retireOld();
  const signOut = (subject: string) => signOutEverywhere(subject, { storage, clients, backChannel });
  server.on(
    'request',
    createRequestHandler({
      provider: () => provider.current,
      users,
      stats,
      rotateKeys,
      retireOldKeys,
      signOut,
      onError,
    }),
  );

  return {
    issuer,
    globexKey,
    rotateKeys,
    retireOldKeys,
    signOutEverywhere: signOut,
    setClient: (client) => clients.set(client),
    stats: () => stats.report(),
    clearStats: () => stats.clear(),
    async stop() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** An address to listen on everywhere is none to connect to. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
