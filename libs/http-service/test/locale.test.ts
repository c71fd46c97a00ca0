import { describe, expect, it } from '@jest/globals';
import { localeParam, currencyParam, locales, negotiateLocale, inputReader } from '../src/index.ts';
import * as z from 'zod';
import { jsonOf, startTiny, type Tiny } from './tiny.ts';

const query = z.strictObject({ locale: localeParam, currency: currencyParam });

const read = inputReader({ params: z.strictObject({}), query });

const speaking = () =>
  startTiny((app) => {
    app.get('/', (req, res) => {
      const input = read(req);
      res.json({ locale: negotiateLocale(req, input.query.locale), currency: input.query.currency });
    });
  });

const ask = (tiny: Tiny, path: string, acceptLanguage?: string) =>
  tiny.send(path, acceptLanguage === undefined ? {} : { headers: { 'accept-language': acceptLanguage } });

describe('Accept-Language', () => {
  it.each([
    [undefined, 'en-GB'],
    ['', 'en-GB'],
    ['*', 'en-GB'],
    ['de', 'de-DE'],
    ['de-DE', 'de-DE'],
    ['DE-de', 'de-DE'],
    ['de-AT', 'de-DE'],
    ['en-US,en;q=0.9', 'en-GB'],
    ['fr-CA, en;q=0.5', 'fr-FR'],
    ['pt-BR, ja;q=0.8, de;q=0.9', 'de-DE'],
    ['ar', 'ar-EG'],
    ['nl, pt', 'en-GB'],
    ['zh-Hant-TW, fr;q=0.1', 'fr-FR'],
    ['de;q=0, fr;q=0.2', 'fr-FR'],
    ['en;q=0.1, ja', 'ja-JP'],
    ['de;q=high', 'en-GB'],
    [';;;,,q=1', 'en-GB'],
    ['../../etc/passwd', 'en-GB'],
    ['x'.repeat(4000), 'en-GB'],
    [Array.from({ length: 500 }, (_, n) => `x${n}`).join(','), 'en-GB'],
  ])('of %j is answered in %s', async (header, locale) => {
    const answer = await ask(await speaking(), '/', header);
    expect(answer.headers['content-language']).toBe(locale);
    expect(answer.headers['vary']).toMatch(/\bAccept-Language\b/i);
    expect(jsonOf(answer)).toEqual({ locale, currency: 'GBP' });
  });
});

describe('?locale=', () => {
  it.each(locales)('%s is answered, whatever the header prefers, and the header has no say', async (locale) => {
    const answer = await ask(await speaking(), `/?locale=${locale}`, 'ja, fr;q=0.5');
    expect(jsonOf(answer)['locale']).toBe(locale);
    expect(answer.headers['content-language']).toBe(locale);
    expect(answer.headers['vary'] ?? '').not.toMatch(/accept-language/i);
  });

  it.each(['de', 'en-US', 'EN-GB', '', 'en-GB,de-DE', 'xx'])(
    '%j is 400, with the list of what there is',
    async (locale) => {
      const answer = await ask(await speaking(), `/?locale=${locale}`, 'de');
      expect(answer.status).toBe(400);
      const { errors } = jsonOf(answer) as { errors: { in: string; name: string; detail: string }[] };
      expect(errors).toMatchObject([{ in: 'query', name: 'locale' }]);
      for (const known of locales) expect(errors[0]?.detail).toContain(known);
    },
  );
});

it.each(['gbp', 'CHF', '', 'EUR,USD'])('?currency=%s is 400, with the list of what there is', async (currency) => {
  const answer = await ask(await speaking(), `/?currency=${currency}`);
  expect(answer.status).toBe(400);
  const { errors } = jsonOf(answer) as { errors: { detail: string }[] };
  for (const known of ['GBP', 'EUR', 'USD', 'JPY']) expect(errors[0]?.detail).toContain(known);
});

it('never chooses a currency by the locale', async () => {
  expect(jsonOf(await ask(await speaking(), '/?locale=ja-JP'))).toEqual({ locale: 'ja-JP', currency: 'GBP' });
});
