/** Who can sign in. The subject of a user's tokens is the user name. */
export interface User {
  username: string;
  name: string;
  email: string;
  /** Claim `customer_group`. */
  customerGroup: string;
  /** Claim `price_list`: a price list that the pricing service knows. */
  priceList: string;
}

/** Everybody's. It guards nothing: whoever reaches this provider may sign in as anybody. */
export const developmentPassword = 'development';

export const users: readonly User[] = [
  { username: 'ada', name: 'Ada Merchant', email: 'ada@example.com', customerGroup: 'trade', priceList: 'trade' },
  { username: 'bob', name: 'Bob Shopper', email: 'bob@example.com', customerGroup: 'retail', priceList: 'public' },
  { username: 'cleo', name: 'Cleo Builder', email: 'cleo@example.com', customerGroup: 'trade', priceList: 'trade' },
];

/** What the BFFs need to know of a user, in ID tokens and in access tokens. */
export function customerClaims({ customerGroup, priceList }: User): { customer_group: string; price_list: string } {
  return { customer_group: customerGroup, price_list: priceList };
}
