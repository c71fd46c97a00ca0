import type { IDToken, TokenEndpointResponse, TokenEndpointResponseHelpers } from 'openid-client';
import { priceListSchema } from '../bearer/access-token.ts';
import type { Seal } from './session-keys.ts';
import { hashOf, type SessionUser } from './session-store.ts';

export type TokenResponse = TokenEndpointResponse & TokenEndpointResponseHelpers;

/** The tokens of one session. */
export interface Tokens {
  access?: string;
  refresh?: string;
  id?: string;
}

/** A new access token is fetched that long before the old one's end, or in its second half where it lives shorter. */
const BEFORE_END_S = 60;

/** Who somebody is to everything behind: opaque, and no other's at any provider. */
export function userSubject({ iss, sub }: Pick<IDToken, 'iss' | 'sub'>): string {
  return `user:${hashOf(`${iss} ${sub}`).slice(0, 22)}`;
}

export interface Claiming {
  seal: Seal;
  /** The session that the tokens are sealed for. */
  id: string;
  priceListClaim: string;
  clock: () => number;
  onFault: (code: string) => void;
}

/**
 * What a session knows of a user, by what the provider answered.
 * @param known what it knew before, for what the provider did not say again
 */
export async function userOf(
  response: TokenResponse,
  { seal, id, priceListClaim, clock, onFault }: Claiming,
  known?: { user: SessionUser; tokens: Tokens },
): Promise<SessionUser> {
  const claims = response.claims();
  const expiresInS = response.expiresIn();
  const refresh = response.refresh_token ?? known?.tokens.refresh;
  const lifeS = Math.max((expiresInS ?? 0) - BEFORE_END_S, (expiresInS ?? 0) / 2);
  const isRefreshed = refresh !== undefined && expiresInS !== undefined;
  const tokens = { access: response.access_token, refresh, id: response.id_token ?? known?.tokens.id };
  const priceList = priceListSchema.safeParse(claims?.[priceListClaim]);
  if (!priceList.success) onFault('invalid_price_list');
  const about = claims ? { subject: userSubject(claims), priceList: priceList.data } : known?.user;
  if (about === undefined) throw new Error('The provider did not say who signed in');
  return {
    ...about,
    tokens: await seal.seal({ ...tokens }, hashOf(id)),
    refreshAt: isRefreshed ? clock() + lifeS * 1000 : Number.MAX_SAFE_INTEGER,
  };
}

export function textOf(claim: unknown): string | undefined {
  return typeof claim === 'string' ? claim : undefined;
}
