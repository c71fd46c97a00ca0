import type { Request } from 'express';
import * as z from 'zod';
import { remembering } from './remember.ts';
import { requestStart } from './request-context.ts';

/** What every BFF speaks (BCP 47), the default first. */
export const locales = ['en-GB', 'de-DE', 'fr-FR', 'ja-JP', 'ar-EG'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'en-GB';

/** What every BFF prices in (ISO 4217), the default first. A locale never chooses a currency. */
export const currencies = ['GBP', 'EUR', 'USD', 'JPY'] as const;
export type Currency = (typeof currencies)[number];

const ofLocale = 'Language of texts and formats; absent: Accept-Language decides, else en-GB';
export const localeParam = z
  .enum(locales)
  .optional()
  .meta({ description: ofLocale, examples: ['de-DE'] });

export const currencyParam = z
  .enum(currencies)
  .default('GBP')
  .meta({ description: 'Currency of all prices', examples: ['EUR'] });

/** Each language beside its locale, so that de or de-AT finds de-DE. */
const acceptable = locales.flatMap((locale) => [locale, locale.slice(0, 2)]);

const localeOf = remembering<Locale>(200);

/**
 * The locale of the answer: what the query says, else what Accept-Language prefers, else the default. The answer's
 * Content-Language says so, and its Vary where the header had a say.
 */
export function negotiateLocale(req: Request, asked: Locale | undefined): Locale {
  const { 'accept-language': header } = req.headers;
  const locale = asked ?? (header === undefined ? defaultLocale : localeOf(header, () => acceptedLocale(req)));
  const request = requestStart(req);
  if (request !== undefined) request.language = { locale, negotiated: asked === undefined };
  return locale;
}

function acceptedLocale(req: Request): Locale {
  const accepted = req.acceptsLanguages(acceptable);
  return locales.find((candidate) => accepted !== false && candidate.startsWith(accepted)) ?? defaultLocale;
}
