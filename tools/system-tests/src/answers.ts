/** What the BFFs answer and the services say, as far as the tests look into it. Written down here anew: no app is imported. */

export const locales = ['en-GB', 'de-DE', 'fr-FR', 'ja-JP', 'ar-EG'] as const;
export const currencies = ['GBP', 'EUR', 'USD', 'JPY'] as const;

export type SectionState = { state: 'fresh' } | { state: 'stale'; asOf: string } | { state: 'missing'; reason: string };

export interface Availability {
  status: string;
  restockAt?: string;
}

export interface WebProduct {
  id: string;
  status: string;
  price: {
    currency: string;
    currentMinor: number;
    listMinor: number;
    taxIncluded: boolean;
    validUntil?: string;
  } | null;
  availability: Availability;
  purchasable: boolean;
  reviews: { summary: { average: number | null; count: number }; items: unknown[]; nextCursor: string | null } | null;
  related: { id: string; price: object | null; rating: object | null }[] | null;
  seo: { jsonLd: string };
  meta: { locale: string; currency: string; sections: Record<string, SectionState> };
}

export interface MobileProduct {
  id: string;
  status: string;
  price: { currency: string; currentMinor: number; display: string; listDisplay?: string } | null;
  rating: { average: number | null; count: number } | null;
  availability: Availability;
  purchasable: boolean;
  degraded: ({ section: string } & SectionState)[];
}

export interface MobileList {
  items: MobileProduct[];
  missing: string[];
  degraded: ({ section: string } & SectionState)[];
}

export interface PartnerProduct {
  id: string;
  status: string;
  price: {
    currency: string;
    currentMinor: number;
    listMinor: number;
    taxIncluded: boolean;
    tiers: unknown[];
    validUntil?: string;
  };
  availability: Availability & { quantity: number | null };
  sync: { version: string; updatedAt: string };
}

export interface PartnerList {
  items: PartnerProduct[];
  problems: { id: string; status: number; type: string }[];
}
