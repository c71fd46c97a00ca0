import { allowInsecureRequests, ClientSecretBasic, discovery, type Configuration } from 'openid-client';

export interface ProviderOptions {
  /** The issuer's URL; its metadata are found by discovery (OpenID Connect Discovery 1.0, RFC 8414). */
  issuer: string;
  /** Who asks the provider; absent: nobody, for who only verifies tokens. */
  client?: { id: string; secret: string };
  /** One call of the provider, in milliseconds. Default: 2000 */
  timeoutMs?: number;
}

/** After a failure the provider is left alone that long: who needs it meanwhile is told at once. */
const COOL_DOWN_MS = 1000;

/**
 * The provider as it describes itself, asked for when it is first needed and remembered from then on.
 * @returns a function that rejects while the provider was never seen and is away
 */
export function createProvider({ issuer, client, timeoutMs = 2000 }: ProviderOptions): () => Promise<Configuration> {
  let found: Promise<Configuration> | undefined;
  const isInsecure = new URL(issuer).protocol === 'http:';

  async function discover(): Promise<Configuration> {
    const configuration = await discovery(
      new URL(issuer),
      client?.id ?? 'nobody',
      undefined,
      client && ClientSecretBasic(client.secret),
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- only to be noticed: an issuer on http is for development
      { timeout: timeoutMs / 1000, ...(isInsecure && { execute: [allowInsecureRequests] }) },
    );
    configuration.timeout = timeoutMs / 1000;
    return configuration;
  }

  return () => {
    found ??= discover().catch((error: unknown) => {
      setTimeout(() => (found = undefined), COOL_DOWN_MS).unref();
      throw error;
    });
    return found;
  };
}
