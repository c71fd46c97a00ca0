import type { DpopKey } from './dpop.ts';
import { dpopProof } from './dpop.ts';

export interface TokenResponse {
  access_token: string;
  token_type: string;
  /** Seconds. */
  expires_in: number;
  scope?: string;
  id_token?: string;
  refresh_token?: string;
}

/** The token endpoint said no (RFC 6749 §5.2). */
export class TokenRefusal extends Error {
  readonly status: number;
  /** Such as invalid_grant. */
  readonly code: string;

  constructor(status: number, code: string, description: string) {
    super(`${status} ${code}: ${description}`);
    this.status = status;
    this.code = code;
  }
}

export interface TokenRequest {
  parameters: Record<string, string>;
  headers?: Record<string, string>;
  dpopKey?: DpopKey | undefined;
}

/** @throws TokenRefusal */
export async function requestToken(
  issuer: string,
  { parameters, headers = {}, dpopKey }: TokenRequest,
): Promise<TokenResponse> {
  const url = `${issuer}/token`;
  const proof = dpopKey && { dpop: await dpopProof({ key: dpopKey, method: 'POST', url }) };
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, ...proof },
    body: new URLSearchParams(parameters),
  });
  const body = (await response.json()) as TokenResponse & { error?: string; error_description?: string };
  if (!response.ok) throw new TokenRefusal(response.status, body.error ?? '', body.error_description ?? '');
  return body;
}
