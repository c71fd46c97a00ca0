import type { Request } from 'express';

/** Who asks, as far as an answer depends on it. */
export interface Identity {
  /** Whose knowledge and answers these are: opaque, stable, and no other's. Never a name or an address. */
  readonly subject: string;
  readonly scopes: ReadonlySet<string>;
  /** The price list that this subject buys from; absent: the public one. */
  readonly priceList?: string | undefined;
}

const identity = Symbol('identity');
type Identified = { [identity]?: Identity };

export function identify(req: Request, who: Identity): void {
  (req as Identified)[identity] = who;
}

/** @returns undefined for a guest */
export function identityOf<I extends Identity = Identity>(req: Request): I | undefined {
  return (req as Identified)[identity] as I | undefined;
}
