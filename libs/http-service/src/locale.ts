import type { Request, Response } from 'express';
import { z } from 'zod';

/** What every BFF speaks (BCP 47), the default first. */
export const locales = ['en-GB', 'de-DE', 'fr-FR', 'ja-JP', 'ar-EG'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'en-GB';

/** What every BFF prices in (ISO 4217), the default first. A locale never chooses a currency. */
export const currencies = ['GBP', 'EUR', 'USD', 'JPY'] as const;
export type Currency = (typeof currencies)[number];

export const localeParam = z
  .enum(locales)
  .optional()
  .meta({
    description: 'Language of texts and formats; absent: Accept-Language decides, else en-GB',
    examples: ['de-DE'],
  });

export const currencyParam = z
  .enum(currencies)
  .default('GBP')
  .meta({ description: 'Currency of all prices', examples: ['EUR'] });

/** Each language beside its locale, so that de or de-AT finds de-DE. */
const acceptable = locales.flatMap((locale) => [locale, locale.slice(0, 2)]);

/**
 * The locale of the answer: what the query says, else what Accept-Language prefers, else the default. Sets
 * Content-Language, and Vary where the header had a say.
 */
export function negotiateLocale(req: Request, res: Response, asked: Locale | undefined): Locale {
  let locale = asked;
  if (locale === undefined) {
    res.vary('Accept-Language');
    const accepted = req.acceptsLanguages(acceptable);
    locale = locales.find((candidate) => accepted !== false && candidate.startsWith(accepted)) ?? defaultLocale;
  }
  res.setHeader('content-language', locale);
  return locale;
}
