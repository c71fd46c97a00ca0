import { clientCredentialsGrant, type Configuration } from 'openid-client';

export interface ServiceTokensOptions {
  /** The provider as the client that the tokens are for sees it. */
  provider: () => Promise<Configuration>;
  /** Milliseconds since the epoch. Default: the clock */
  clock?: () => number;
}

/** What shapes a token besides the provider and its client. */
export interface ServiceTokenRequest {
  /** Resource indicator (RFC 8707); absent: the provider's default. */
  audience?: string | undefined;
  /** Separated by spaces; absent: all that the client may have. */
  scope?: string | undefined;
}

/** An access token of our own, as the header of a call to a service has it. */
export interface ServiceToken {
  /** @returns value of the Authorization header; a promise only where a token has to be fetched first. It rejects where there is none to be had */
  header(): string | Promise<string>;
  /** A service answered this one with 401: it is used no more. Told of a token that it fetched just now, it keeps it. */
  refused(header: string): void;
}

/** A new token is fetched when this much of the old one's life is over. */
const REFRESH_AT = 0.8;
/** Of a token whose provider does not say how long it lives. */
const UNKNOWN_LIFE_S = 60;
/** The provider is asked at most that often: after a failure, and however often a service refuses. */
const COOL_DOWN_MS = 1000;

/**
 * Access tokens by client credentials (RFC 6749 §4.4), one for each audience and scope, however many use it. Each is
 * fetched once, anew before it ends while the old one is used, and used beyond its end where the provider is away: the
 * services decide what they still take.
 */
export function createServiceTokens({ provider, clock = Date.now }: ServiceTokensOptions) {
  const tokens = new Map<string, ServiceToken>();

  function createToken({ audience, scope }: ServiceTokenRequest): ServiceToken {
    let header: string | undefined;
    let [askedAt, refreshAt, endsAt] = [-Infinity, -Infinity, -Infinity];
    let next: Promise<string> | undefined;
    let isUnderWay = false;
    let isAway = false;

    async function fetchToken(): Promise<string> {
      askedAt = clock();
      isUnderWay = true;
      try {
        const parameters = { ...(audience && { resource: audience }), ...(scope && { scope }) };
        const { access_token, expires_in = UNKNOWN_LIFE_S } = await clientCredentialsGrant(
          await provider(),
          parameters,
        );
        refreshAt = askedAt + expires_in * 1000 * REFRESH_AT;
        endsAt = askedAt + expires_in * 1000;
        isAway = false;
        return (header = `Bearer ${access_token}`);
      } catch (error) {
        const { error: code = (error as { code?: unknown }).code ?? 'unreachable' } = error as { error?: unknown };
        isAway = true;
        throw new Error(`the provider gives no access token (${String(code)})`);
      } finally {
        isUnderWay = false;
      }
    }

    return {
      header() {
        const now = clock();
        if (header !== undefined && now < refreshAt) return header;
        if (next === undefined || (!isUnderWay && (!isAway || now >= askedAt + COOL_DOWN_MS))) {
          next = fetchToken();
          next.catch(() => undefined);
        }
        // Who knows that the provider is away waits for it no more.
        if (header !== undefined && (now < endsAt || isAway)) return header;
        const last = header;
        return last === undefined ? next : next.catch(() => last);
      },
      refused(which) {
        if (which === header && clock() >= askedAt + COOL_DOWN_MS) refreshAt = endsAt = -Infinity;
      },
    };
  }

  return (request: ServiceTokenRequest = {}): ServiceToken => {
    const key = JSON.stringify([request.audience, request.scope]);
    const token = tokens.get(key) ?? createToken(request);
    tokens.set(key, token);
    return token;
  };
}
