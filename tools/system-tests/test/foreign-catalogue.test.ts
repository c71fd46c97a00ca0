import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { currencies, locales, type WebProduct } from '../src/answers.ts';
import { ask, jsonOf, type Answer } from '../src/ask.ts';
import { mobileProduct, partnerProduct, webProduct } from '../src/bff-paths.ts';
import { foreignCatalogueFile } from '../src/config.ts';
import { eachAtMost } from '../src/each-at-most.ts';
import { emailAddress } from '../src/internal-fields.ts';
import { madeUpCatalogue } from '../src/made-up-catalogue.ts';
import { patient, runSystem, type RunningSystem } from '../src/running-system.ts';
import { allProducts, type CatalogProduct } from '../src/services.ts';

const folder = mkdtempSync(join(tmpdir(), 'foreign-catalogue-'));
const madeUp = join(folder, 'made-up.json');
writeFileSync(madeUp, madeUpCatalogue());

afterAll(() => rmSync(folder, { recursive: true }));

describe.each([madeUp, ...(foreignCatalogueFile === undefined ? [] : [foreignCatalogueFile])])('with %s', (file) => {
  let system: RunningSystem;
  let products: CatalogProduct[];
  let web: Answer[];
  let mobile: Answer[];
  let partner: Answer[];

  beforeAll(async () => {
    system = await runSystem({ catalogueFile: file, logLevel: 'warn', environment: patient });
    products = await allProducts(system);
    web = await eachAnswer(system.urls['web-bff'], webProduct);
    mobile = await eachAnswer(system.urls['mobile-bff'], mobileProduct);
    partner = await eachAnswer(system.urls['partner-bff'], partnerProduct);
  });

  afterAll(() => system.stop());

  /** Of every product: to the request that asks for nothing special, and in one of the other languages and currencies. */
  async function eachAnswer(url: string, path: (id: string, query?: string) => string): Promise<Answer[]> {
    const answers: Answer[] = [];
    const asked = products.flatMap(({ id }, n) => [
      path(id),
      path(id, `locale=${locales[n % locales.length]!}&currency=${currencies[n % currencies.length]!}`),
    ]);
    await eachAtMost(8, asked, async (one) => {
      answers.push(await ask(`${url}${one}`));
    });
    return answers;
  }

  it('every product has a page with all its sections', () => {
    expect(web.filter(({ status }) => status !== 200)).toEqual([]);
    const pages = web.map((answer) => jsonOf(answer) as WebProduct);
    const states = pages.flatMap(({ meta }) => Object.values(meta.sections).map(({ state }) => state));
    expect(new Set(states)).toEqual(new Set(['fresh']));
    expect(web.length).toBe(2 * products.length);
  });

  it('every product fits an app in less than 1,000 bytes', () => {
    expect(mobile.filter(({ status, bytes }) => status !== 200 || bytes >= 1000)).toEqual([]);
  });

  it('every product has a record for partners', () => {
    expect(partner.filter(({ status }) => status !== 200)).toEqual([]);
  });

  it('no e-mail address of a reviewer is in anything that is sent', () => {
    expect([...web, ...mobile, ...partner].filter(({ body }) => emailAddress.test(body))).toEqual([]);
  });
});
