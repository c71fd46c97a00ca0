import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { sampleEntry } from '@product-bffs/downstreams';
import { versions } from '../src/versions/registry.ts';
import { bodyOf, unhurried, usePartner } from './partner.ts';

const sale = { listMinor: 900, currentMinor: 500, taxIncluded: true, saleEndsInDays: 3 };
let now = Date.parse('2026-11-21T12:00:00Z');
const partner = usePartner(
  [
    sampleEntry('lamp'),
    sampleEntry('soon', { stock: { status: 'preorder', quantity: 0, restockInDays: 7 } }),
    sampleEntry('sale', { price: sale }),
  ],
  { ...unhurried, CACHE_MB: '8' },
  [{ id: 'tester' }],
  () => now,
);

beforeEach(() => {
  now = Date.parse('2026-11-21T12:00:00Z');
});

const lamp = (version: string) => `/${version}/products/lamp`;
const dayMs = 86_400_000;

describe('one product', () => {
  const shapes: Record<string, object> = {
    '2026-04': {
      id: 'lamp',
      sku: 'LAMP',
      gtin: '4006381333931',
      status: 'active',
      price: { currency: 'GBP', amount: 7450, listAmount: 8999, taxIncluded: true, bulk: { from: 10, amount: 6999 } },
      available: true,
      stock: 12,
      sync: { version: '1.1.1', updatedAt: '2026-01-05T09:00:00.000Z' },
    },
    '2027-01': {
      id: 'lamp',
      identifiers: { sku: 'LAMP', gtin: '4006381333931' },
      brandId: 'linnet',
      status: 'active',
      price: {
        currency: 'GBP',
        currentMinor: 7450,
        listMinor: 8999,
        taxIncluded: true,
        quantityPrices: [{ fromQuantity: 10, amountMinor: 6999 }],
        validUntil: null,
      },
      availability: { status: 'in_stock', quantity: 12, restockAt: null },
      sync: { version: '1.1.1', updatedAt: '2026-01-05T09:00:00.000Z', stale: [] },
    },
  };

  it.each(Object.entries(shapes))('has in %s the shape of that version', async (version, shape) => {
    expect(bodyOf(await partner.get(lamp(version)))).toEqual(shape);
  });

  it('is remembered for each version by itself', async () => {
    const ask = () => Promise.all(versions.map(({ name }) => partner.get(lamp(name))));
    const [first, second] = [await ask(), await ask()];
    expect(second.map(({ bytes }) => bytes.toString())).toEqual(first.map(({ bytes }) => bytes.toString()));
    expect(new Set(first.map(({ headers }) => headers['etag'])).size).toBe(versions.length);
  });

  it.each(versions.map(({ name }) => name))('is in a list of %s as by itself', async (version) => {
    const ids = ['lamp', 'soon', 'sale'];
    const [list, ...records] = await Promise.all(
      [`/${version}/products?ids=${ids.join(',')},none`, ...ids.map((id) => `/${version}/products/${id}`)].map(
        async (path) => bodyOf(await partner.get(path)),
      ),
    );
    expect(list).toEqual({
      items: records,
      problems: [{ id: 'none', status: 404, type: 'https://problems.example/not-found' }],
    });
  });
});

describe('a version that there is not', () => {
  it.each(['/2025-01/products/lamp', '/2026-11/products?ids=lamp', '/2099-12', '/2025-01/openapi.json'])(
    'gets 404 with those that there are: %s',
    async (path) => {
      const answer = await partner.bare.get(path);
      expect([answer.status, bodyOf(answer)]).toMatchObject([
        404,
        {
          code: 'unknown-version',
          detail: expect.stringContaining('2027-01 (candidate), 2026-10 (current), 2026-04 (deprecated)') as unknown,
        },
      ]);
    },
  );

  it.each(['/latest/products/lamp', '/2026-4/products/lamp', '/20261-0/products/lamp', '/v1/products/lamp'])(
    'is none where it is no month: %s',
    async (path) => {
      expect(bodyOf(await partner.bare.get(path))).toMatchObject({ status: 404, code: 'not-found' });
    },
  );
});

describe('the end of a version', () => {
  const link = (...more: string[]) => ['</2026-04/openapi.json>; rel="service-desc"', ...more].join(', ');
  const ending = link(
    '</versions>; rel="deprecation"',
    '</versions>; rel="sunset"',
    '</2026-10/openapi.json>; rel="successor-version"',
  );
  const told = { deprecation: '@1790812800', sunset: 'Wed, 30 Jun 2027 00:00:00 GMT', link: ending };

  it('is played through: released, announced, deprecated, in a brown-out, back, gone', async () => {
    type Step = [step: string, at: string, status: number, headers: object, code?: string];
    const steps: Step[] = [
      ['before anything is announced', '2026-08-31T23:59:59.999Z', 200, { link: link() }],
      [
        'announced, before its successor is released',
        '2026-09-01T00:00:00Z',
        200,
        { ...told, link: link('</versions>; rel="deprecation"', '</versions>; rel="sunset"') },
      ],
      ['deprecated', '2026-10-01T00:00:00Z', 200, told],
      ['a second before the brown-out', '2027-06-01T08:59:59Z', 200, told],
      ['in the brown-out', '2027-06-01T09:00:00Z', 503, { ...told, 'retry-after': '3600' }, 'version-brownout'],
      ['at its last moment', '2027-06-01T09:59:59.500Z', 503, { ...told, 'retry-after': '1' }, 'version-brownout'],
      ['after the brown-out', '2027-06-01T10:00:00Z', 200, told],
      ['in the longest one', '2027-06-23T01:00:00Z', 503, { ...told, 'retry-after': '82800' }, 'version-brownout'],
      ['at its last moment', '2027-06-29T23:59:59.999Z', 200, told],
      ['gone', '2027-06-30T00:00:00Z', 410, told, 'version-gone'],
      ['gone, years later', '2030-01-01T00:00:00Z', 410, told, 'version-gone'],
    ];
    const table: string[] = [];
    for (const [step, at, status, headers, code] of steps) {
      now = Date.parse(at);
      const answer = await partner.get(lamp('2026-04'));
      const { deprecation = '-', sunset = '-', 'retry-after': retry = '-' } = answer.headers;
      table.push([at, step, answer.status, deprecation, sunset, retry, answer.headers['link']].join(' | '));
      expect([step, answer.status]).toEqual([step, status]);
      expect(answer.headers).toMatchObject(headers);
      for (const name of ['deprecation', 'sunset', 'retry-after']) {
        expect([step, name, name in answer.headers]).toEqual([step, name, name in headers]);
      }
      if (code !== undefined) expect(bodyOf(answer)).toMatchObject({ code, status });
      // The others go on as they were.
      expect((await partner.get(lamp('2026-10'))).status).toBe(200);
    }
    process.stdout.write(`${table.join('\n')}\n`);
  });

  it('names the successor to who comes after it', async () => {
    now = Date.parse('2027-07-01T00:00:00Z');
    expect(bodyOf(await partner.bare.get(lamp('2026-04')))).toMatchObject({
      code: 'version-gone',
      detail: 'Version 2026-04 ended on 2027-06-30T00:00:00Z; its successor is 2026-10. GET /versions.',
    });
    expect((await partner.bare.get('/2026-04/openapi.json')).status).toBe(410);
    expect((await partner.request('HEAD', lamp('2026-04'))).status).toBe(410);
  });

  it.each<[what: string, ask: () => Promise<{ status: number; headers: Record<string, string> }>, status: number]>([
    ['that was made before', () => partner.get(lamp('2026-04')), 200],
    ['of a list', () => partner.get('/2026-04/products?ids=lamp'), 200],
    ['to HEAD', () => partner.request('HEAD', lamp('2026-04')), 200],
    ['to a request that is not valid', () => partner.get(`${lamp('2026-04')}?currency=XXX`), 400],
    ['to nobody', () => partner.bare.get(lamp('2026-04')), 401],
    ['that there is no such product', () => partner.get('/2026-04/products/none'), 404],
    ['that there is no such path', () => partner.get('/2026-04/nothing'), 404],
    ['to another method', () => partner.request('POST', lamp('2026-04')), 405],
    ['to who takes no JSON', () => partner.get(lamp('2026-04'), { accept: 'text/html' }), 406],
    ['with the document', () => partner.bare.get('/2026-04/openapi.json'), 200],
  ])('is told with every answer: %s', async (_what, ask, status) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(told);
  });

  it('is told with a 304', async () => {
    const { headers } = await partner.get(lamp('2026-04'));
    const answer = await partner.get(lamp('2026-04'), { 'if-none-match': headers['etag'] ?? '' });
    expect(answer.status).toBe(304);
    expect(answer.headers).toMatchObject(told);
  });

  it.each(['2026-10', '2027-01'])('is not told with %s, which has none', async (version) => {
    const { headers } = await partner.get(lamp(version));
    expect(headers).toMatchObject({ link: `</${version}/openapi.json>; rel="service-desc"` });
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['deprecation', 'sunset']));
  });

  it.each(
    versions.flatMap(({ name, releasedAt, end }) => (releasedAt && end ? [[name, releasedAt, end] as const] : [])),
  )(
    'of %s keeps what was promised: 12 months of life, 180 days of notice, brown-outs before it',
    (_name, releasedAt, { announcedAt, deprecatedAt, sunsetAt, brownouts }) => {
      const sunset = new Date(sunsetAt);
      const yearLater = new Date(releasedAt).setUTCFullYear(new Date(releasedAt).getUTCFullYear() + 1);
      expect(sunset.getTime()).toBeGreaterThanOrEqual(yearLater);
      expect(sunset.getTime() - Date.parse(announcedAt)).toBeGreaterThanOrEqual(180 * dayMs);
      const times = [deprecatedAt, ...brownouts.flatMap(({ from, until }) => [from, until]), sunsetAt];
      expect(times.map((time) => Date.parse(time)).toSorted((a, b) => a - b)).toEqual(
        times.map((time) => Date.parse(time)),
      );
    },
  );
});

describe('GET /versions', () => {
  it('tells anyone of every version', async () => {
    const answer = await partner.bare.get('/versions');
    expect(answer.headers['cache-control']).toBe('public, max-age=300');
    const { current, versions: told } = bodyOf(answer) as { current: string; versions: Record<string, unknown>[] };
    expect(current).toBe('2026-10');
    expect(told).toMatchObject([
      { name: '2027-01', status: 'candidate', releasedAt: null, successor: null },
      { name: '2026-10', status: 'current', sunsetAt: null, brownouts: [], successor: null },
      {
        name: '2026-04',
        status: 'deprecated',
        releasedAt: '2026-04-01T00:00:00Z',
        deprecatedAt: '2026-10-01T00:00:00Z',
        sunsetAt: '2027-06-30T00:00:00Z',
        successor: '2026-10',
        document: '/2026-04/openapi.json',
      },
    ]);
    expect(told.map(({ changes }) => (changes as unknown[]).length)).toEqual([8, 7, 0]);
  });

  it.each([
    ['/openapi.json', '2026-10'],
    ...versions.map(({ name }) => [`/${name}/openapi.json`, name]),
    ['/versions/openapi.json', '1'],
  ])('%s is the document of %s, as it is committed', async (path, version) => {
    const document = bodyOf(await partner.bare.get(path));
    expect(document['info']).toMatchObject({ version });
    const file = join(import.meta.dirname, `../openapi-${version === '1' ? 'versions' : version}.json`);
    expect(document).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });

  it('has a policy for the document of every version, which is frozen once it is released', () => {
    const text = readFileSync(join(import.meta.dirname, '../contracts/policies.json'), 'utf8');
    const policies = JSON.parse(text) as Record<string, string>;
    for (const { name, releasedAt } of versions) {
      expect([name, policies[`openapi-${name}.json`]]).toEqual([name, releasedAt === null ? 'report' : 'frozen']);
    }
  });
});
