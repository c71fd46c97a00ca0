/** What an access token can be for; its resource indicator (RFC 8707) is also the token's `aud`. */
export type AudienceName = 'web' | 'mobile' | 'partner' | 'services';

export type Audiences = Record<AudienceName, string>;

export const defaultAudiences: Audiences = {
  web: 'https://api.shop.example/web',
  mobile: 'https://api.shop.example/mobile',
  partner: 'https://api.shop.example/partner',
  services: 'https://api.shop.example/services',
};

/** What may be asked for at each. */
export const scopesOf: Record<AudienceName, readonly string[]> = {
  web: ['products:read'],
  mobile: ['products:read'],
  partner: ['products:read', 'changes:read'],
  services: ['services:read'],
};
