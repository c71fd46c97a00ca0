/** Who asks, as far as an answer depends on it. */
export interface Identity {
  /** Whose knowledge and answers these are: opaque, stable, and no other's. Never a name or an address. */
  readonly subject: string;
  readonly scopes: ReadonlySet<string>;
  /** The price list that this subject buys from; absent: the public one. */
  readonly priceList?: string | undefined;
}
