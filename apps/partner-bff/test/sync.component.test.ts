import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { sampleEntry } from '@product-bffs/downstreams';
import { bodyOf, unhurried, until, usePartner } from './partner.ts';
import { changesOf, idsOf, linesOf, ndjson, pageOf, recordsOf, textOf, V, type Line } from './sync.ts';

const pellam = { id: 'pellam', name: 'Pellam' };
const linnet = { id: 'linnet', name: 'Linnet & Daughters' };
const numbered = (n: number) => `item-${String(n).padStart(3, '0')}`;
const catalogue = Array.from({ length: 250 }, (_, n) =>
  sampleEntry(numbered(n), { brand: n % 10 === 0 ? pellam : linnet }),
);
const everything = catalogue.map(({ id }) => id);

const keptChanges = 200;
const partner = usePartner(
  catalogue,
  { ...unhurried },
  [
    { id: 'whole' },
    { id: 'pellam', catalogue: { brands: ['pellam'] } },
    { id: 'trade', priceList: 'trade' },
    { id: 'poor', quota: { units: 25, windowS: 3600 } },
    { id: 'reader', scopes: ['products:read'] },
    { id: 'changer', scopes: ['changes:read'] },
    { id: 'mover' },
  ],
  undefined,
  { keptChanges },
);

const stock = (id: string, quantity: number) =>
  partner.write('inventory', `/stock/${id}`, { status: 'in_stock', quantity });
const exported = async (who = 'whole', query = '') =>
  linesOf(await partner.as(who).get(`${V}/products${query}`, ndjson));
const endOf = (lines: Line[]) => lines.at(-1)!;
const cursorOf = async (who = 'whole', query = '') => endOf(await exported(who, query)).next ?? '';
const changes = async (since: string, query = '', who = 'whole') =>
  changesOf(await partner.as(who).get(`${V}/changes?since=${since}${query}`));

async function walk(who: string, limit: number) {
  const pages = [pageOf(await partner.as(who).get(`${V}/products?limit=${limit}`))];
  while (pages.at(-1)!.nextCursor !== null) {
    pages.push(pageOf(await partner.as(who).get(`${V}/products?limit=${limit}&cursor=${pages.at(-1)!.nextCursor}`)));
  }
  return pages;
}

describe('pages', () => {
  it('hold every product once, in the order of ids, each as its own request gives it', async () => {
    const pages = await walk('whole', 90);
    expect(pages.map(({ items }) => items.length)).toEqual([90, 90, 70]);
    expect(pages.flatMap(({ items }) => idsOf(items))).toEqual(everything);
    expect(pages[1]!.items[0]).toEqual(await partner.record(`${V}/products/${numbered(90)}`));
  });

  it('of a partner with a part hold that part, and may be shorter', async () => {
    const pages = await walk('pellam', 7);
    expect(pages.flatMap(({ items }) => idsOf(items))).toEqual(everything.filter((_, n) => n % 10 === 0));
    expect(pages.some(({ items }) => items.length === 0)).toBe(true);
  });

  it('stay in order while products come and go', async () => {
    const first = pageOf(await partner.get(`${V}/products?limit=10`));
    await partner.write('catalog', '/products/item-000a', { name: 'New, before the cursor' });
    await partner.write('catalog', '/products/item-010a', { name: 'New, after the cursor' });
    for (const id of ['item-000a', 'item-010a']) await partner.write('pricing', `/prices/${id}`, { listMinor: 100 });
    await fetch(`${partner.services.urls.catalog}/products/${numbered(9)}`, { method: 'DELETE' });
    const next = pageOf(await partner.get(`${V}/products?limit=3&cursor=${first.nextCursor}`));
    expect(idsOf(next.items)).toEqual(['item-010', 'item-010a', 'item-011']);
    for (const id of ['item-000a', 'item-010a'])
      await fetch(`${partner.services.urls.catalog}/products/${id}`, { method: 'DELETE' });
    await partner.write('catalog', `/products/${numbered(9)}`, { name: 'Back', brand: linnet });
  });

  it('cost at most four calls for 100 products', async () => {
    const names = ['catalog', 'pricing', 'inventory'] as const;
    for (const name of names) partner.services.service(name).clearStats();
    expect(pageOf(await partner.as('trade').get(`${V}/products`)).items).toHaveLength(100);
    const calls = names.flatMap((name) => Object.values(partner.services.service(name).stats().calls));
    expect(calls.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(4);
  });

  it('leave out what has no price for the partner, and name what cannot be answered', async () => {
    await partner.services
      .service('pricing')
      .setFaults({ kind: 'drift', field: 'version', change: 'missing', times: 1 });
    const answer = await partner.as('trade').get(`${V}/products?limit=2`);
    expect(answer.status).toBe(502);
    await partner.services.service('catalog').setFaults({ kind: 'drift', field: 'sku', change: 'missing', times: 1 });
    const page = pageOf(await partner.get(`${V}/products?limit=1`));
    expect(page).toMatchObject({ items: [], problems: [{ id: numbered(0), status: 502 }] });
    await partner.write('catalog', '/products/item-000-unpriced', { name: 'No price' });
    expect(idsOf(pageOf(await partner.get(`${V}/products?limit=2`)).items)).toEqual([numbered(0)]);
    await fetch(`${partner.services.urls.catalog}/products/item-000-unpriced`, { method: 'DELETE' });
  });

  it('are kept by nobody, and have a 304 for who has them', async () => {
    const { headers } = await partner.get(`${V}/products?limit=1`);
    expect(headers).toMatchObject({ 'cache-control': 'private, no-store', vary: expect.stringMatching(/\bAccept\b/) });
    const again = await partner.get(`${V}/products?limit=1`, { 'if-none-match': headers['etag'] ?? '' });
    expect(again.status).toBe(304);
  });

  it('fail whole where a service does', async () => {
    await partner.services.service('catalog').setFaults({ kind: 'status', status: 500, operation: 'listProducts' });
    const answer = await partner.get(`${V}/products?limit=1`);
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '1']);
  });
});

describe('the export', () => {
  it('is every record on a line of its own, and ends with count, digest and the first cursor for changes', async () => {
    const answer = await partner.get(`${V}/products`, ndjson);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/x-ndjson',
      'cache-control': 'private, no-store',
    });
    const lines = linesOf(answer);
    expect(idsOf(recordsOf(lines))).toEqual(everything);
    expect(recordsOf(lines)[17]).toEqual(await partner.record(`${V}/products/${numbered(17)}`));
    const [before = ''] = textOf(answer).split(/^(?=\{"type":"end")/m);
    const digest = `sha-256=:${createHash('sha256').update(before).digest('base64')}:`;
    expect(endOf(lines)).toEqual({ type: 'end', count: 250, digest, next: expect.any(String) });
    expect(await changes(endOf(lines).next ?? '')).toMatchObject({ items: [], hasMore: false });
  });

  it('is sent compressed to who takes gzip', async () => {
    const answer = await partner.get(`${V}/products`, { ...ndjson, 'accept-encoding': 'gzip' });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(idsOf(recordsOf(linesOf(answer)))).toEqual(everything);
  });

  it('goes on from the cursor of a line, with changes since its beginning', async () => {
    const lines = await exported();
    const { cursor } = lines.find(({ type }) => type === 'page')!;
    await stock(numbered(3), 77);
    const rest = await exported('whole', `?cursor=${cursor}`);
    expect(idsOf(recordsOf(rest))).toEqual(everything.slice(100));
    expect(endOf(rest)).toMatchObject({ type: 'end', count: 150 });
    const { items } = await changes(endOf(rest).next ?? '');
    expect(items).toMatchObject([{ op: 'upsert', record: { id: numbered(3), availability: { quantity: 77 } } }]);
  });

  it('names a record that makes no sense, and goes on', async () => {
    await partner.services.service('catalog').setFaults({ kind: 'drift', field: 'sku', change: 'missing', times: 1 });
    const lines = await exported();
    const errors = lines.filter(({ type }) => type === 'error');
    expect(errors).toHaveLength(100);
    expect(errors[0]).toEqual({
      type: 'error',
      id: numbered(0),
      status: 502,
      problem: 'https://problems.example/invalid-downstream-answer',
    });
    expect(endOf(lines)).toMatchObject({ type: 'end', count: 150 });
  });

  it('that fails on its way says so, and where it goes on', async () => {
    const inventory = partner.services.service('inventory');
    inventory.clearStats();
    const under = partner.get(`${V}/products`, ndjson);
    await until(() => (inventory.stats().calls['getStocks'] ?? 0) > 0);
    await inventory.setFaults({ kind: 'status', status: 500 });
    const lines = linesOf(await under);
    inventory.clearFaults();
    const last = endOf(lines);
    expect(last).toMatchObject({ type: 'error', status: 503, retryAfterS: 1, cursor: expect.any(String) });
    expect(lines.some(({ type }) => type === 'end')).toBe(false);
    const rest = await exported('whole', `?cursor=${last.cursor}`);
    expect([...idsOf(recordsOf(lines)), ...idsOf(recordsOf(rest))]).toEqual(everything);
  });

  it('that cannot begin is a problem', async () => {
    await partner.services.service('pricing').setFaults({ kind: 'status', status: 500 });
    expect((await partner.get(`${V}/products`, ndjson)).status).toBe(503);
  });

  it('costs units for each page, and ends with a cursor where they are used up', async () => {
    const lines = await exported('poor');
    expect(recordsOf(lines)).toHaveLength(200);
    expect(endOf(lines)).toMatchObject({ type: 'error', status: 429, cursor: expect.any(String) });
    expect(endOf(lines).retryAfterS).toBeGreaterThan(3000);
    const refused = await partner.as('poor').get(`${V}/products`, ndjson);
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, expect.any(String)]);
  });

  it('is headers alone for HEAD', async () => {
    const answer = await partner.request('HEAD', `${V}/products`, { headers: ndjson });
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/x-ndjson']);
  });
});

describe('changes', () => {
  it('are the whole record of each product that changed, once, whichever service said so', async () => {
    const since = await cursorOf();
    await stock(numbered(20), 1);
    await stock(numbered(20), 2);
    await partner.write('pricing', `/prices/${numbered(20)}`, { listMinor: 5000, currentMinor: 4000 });
    await partner.write('catalog', `/products/${numbered(21)}`, { status: 'discontinued' });
    const { items, hasMore, nextCursor } = await changes(since);
    const records = items.flatMap((item) => (item.op === 'upsert' ? [item.record] : []));
    expect(records).toEqual([
      await partner.record(`${V}/products/${numbered(21)}`),
      await partner.record(`${V}/products/${numbered(20)}`),
    ]);
    expect(records[1]).toMatchObject({ price: { currentMinor: 4000 }, availability: { quantity: 2 } });
    expect(hasMore).toBe(false);
    expect((await changes(nextCursor)).items).toEqual([]);
    expect((await changes(since)).items).toEqual(items);
  });

  it('come in pages, none lost and none told twice, of all three feeds in turn', async () => {
    const since = await cursorOf();
    const written = Array.from({ length: 12 }, (_, n) => numbered(30 + n));
    for (const [n, id] of written.entries()) {
      if (n % 3 === 0) await stock(id, n);
      else if (n % 3 === 1) await partner.write('pricing', `/prices/${id}`, { currentMinor: 100 + n });
      else await partner.write('catalog', `/products/${id}`, { name: `Name ${n}` });
    }
    const pages = [await changes(since, '&limit=5')];
    while (pages.at(-1)!.hasMore) pages.push(await changes(pages.at(-1)!.nextCursor, '&limit=5'));
    expect(pages.map(({ items }) => items.length)).toEqual([5, 5, 2]);
    const told = pages.flatMap(({ items }) => items.map((item) => (item.op === 'upsert' ? item.record.id : item.id)));
    expect(told.toSorted()).toEqual(written);
  });

  it('tell of what is gone', async () => {
    const since = await cursorOf();
    await fetch(`${partner.services.urls.catalog}/products/${numbered(249)}`, { method: 'DELETE' });
    expect((await changes(since)).items).toEqual([{ op: 'delete', id: numbered(249), at: expect.any(String) }]);
  });

  it('of a part tell of what enters it and what leaves it, and not of prices and stock outside', async () => {
    const since = await cursorOf('pellam');
    await partner.write('catalog', `/products/${numbered(51)}`, { brand: pellam });
    await partner.write('catalog', `/products/${numbered(50)}`, { brand: linnet });
    await stock(numbered(52), 3);
    await partner.write('pricing', `/prices/${numbered(53)}`, { currentMinor: 3 });
    const { items } = await changes(since, '', 'pellam');
    expect(items).toMatchObject([
      { op: 'upsert', record: { id: numbered(51) } },
      { op: 'delete', id: numbered(50) },
    ]);
    expect(items).toHaveLength(2);
  });

  it('fail without a cursor where a service does, and nothing is lost', async () => {
    const since = await cursorOf();
    await stock(numbered(60), 5);
    for (const operation of ['getChanges', 'getStocks']) {
      await partner.services.service('inventory').setFaults({ kind: 'status', status: 500, operation });
      const answer = await partner.get(`${V}/changes?since=${since}`);
      expect([answer.status, answer.headers['retry-after']]).toEqual([503, '1']);
    }
    await partner.services.service('inventory').setFaults({ kind: 'drift', field: 'quantity', change: 'retyped' });
    expect((await partner.get(`${V}/changes?since=${since}`)).status).toBe(502);
    partner.services.service('inventory').clearFaults();
    expect((await changes(since)).items).toMatchObject([{ record: { id: numbered(60) } }]);
  });

  it('cost one unit for every ten products begun, and one where there is nothing', async () => {
    const since = await cursorOf('trade');
    const left = async () => {
      const { headers } = await partner.as('trade').get(`${V}/changes?since=${since}`);
      return Number(/r=(\d+)/.exec(headers['ratelimit'] ?? '')?.[1]);
    };
    const before = await left();
    expect(await left()).toBe(before - 1);
    for (let n = 0; n < 11; n += 1) await stock(numbered(70 + n), n);
    expect(await left()).toBe(before - 3);
  });

  it('are kept by nobody', async () => {
    const answer = await partner.get(`${V}/changes?since=${await cursorOf()}`);
    expect(answer.headers['cache-control']).toBe('private, no-store');
  });
});

describe('every version', () => {
  it.each(['2026-04', '2026-10', '2027-01'])('%s has its own records in pages, export and changes', async (version) => {
    const record = bodyOf(await partner.get(`/${version}/products/${numbered(85)}`));
    const page = pageOf(await partner.get(`/${version}/products`));
    expect(page.items[85]).toEqual(record);
    const lines = linesOf(await partner.get(`/${version}/products`, ndjson));
    expect(recordsOf(lines)[85]).toEqual(record);
    await stock(numbered(85), 12);
    const { items } = changesOf(await partner.get(`/${version}/changes?since=${endOf(lines).next}`));
    expect(items).toMatchObject([{ op: 'upsert', record: { id: numbered(85) } }]);
    expect(items[0]).toHaveProperty('record', bodyOf(await partner.get(`/${version}/products/${numbered(85)}`)));
  });
});

describe('a cursor', () => {
  const refusedAs400 = async (path: string, name: string, who = 'whole', headers: Record<string, string> = {}) => {
    const answer = await partner.as(who).get(path, headers);
    expect([path, answer.status, bodyOf(answer)]).toEqual([
      path,
      400,
      expect.objectContaining({
        code: 'cursor-invalid',
        type: 'https://problems.example/cursor-invalid',
        errors: [expect.objectContaining({ in: 'query', name })],
      }),
    ]);
  };

  it('of another partner, version, currency, locale or use is none', async () => {
    const since = await cursorOf();
    const page = pageOf(await partner.get(`${V}/products?limit=1`)).nextCursor ?? '';
    const { cursor = '' } = (await exported()).find(({ type }) => type === 'page')!;
    await refusedAs400(`${V}/changes?since=${since}`, 'since', 'trade');
    await refusedAs400(`/2026-04/changes?since=${since}`, 'since');
    await refusedAs400(`${V}/changes?since=${since}&currency=EUR`, 'since');
    await refusedAs400(`${V}/changes?since=${since}&locale=de-DE`, 'since');
    await refusedAs400(`${V}/changes?since=${page}`, 'since');
    await refusedAs400(`${V}/changes?since=${cursor}`, 'since');
    await refusedAs400(`${V}/products?cursor=${since}`, 'cursor');
    await refusedAs400(`${V}/products?cursor=${cursor}`, 'cursor');
    await refusedAs400(`${V}/products?cursor=${page}`, 'cursor', 'trade');
    await refusedAs400(`/2027-01/products?cursor=${page}`, 'cursor');
    await refusedAs400(`${V}/products?cursor=${page}`, 'cursor', 'whole', ndjson);
    await refusedAs400(`${V}/products?cursor=${cursor}`, 'cursor', 'pellam', ndjson);
  });

  it('that was tampered with anywhere is none', async () => {
    const since = await cursorOf();
    const places = [0, 3, 4, 10, 60, 120, since.length - 44, since.length - 43, since.length - 1];
    for (const at of places) {
      const other = since[at] === 'A' ? 'B' : 'A';
      await refusedAs400(`${V}/changes?since=${since.slice(0, at)}${other}${since.slice(at + 1)}`, 'since');
    }
    for (const text of [since.slice(0, -1), `${since}A`, `${since}.`, 'x', '.', '..', 'new..', 'a'.repeat(1024)]) {
      await refusedAs400(`${V}/changes?since=${encodeURIComponent(text)}`, 'since');
    }
  });

  it('has at most 1,024 characters', async () => {
    const answer = await partner.get(`${V}/changes?since=${'a'.repeat(1025)}`);
    expect([answer.status, bodyOf(answer)['code']]).toEqual([400, 'invalid-request']);
    expect((await cursorOf()).length).toBeLessThan(600);
  });

  it('ends with the part or the price list that it is of', async () => {
    const { partners } = partner.registry;
    const since = await cursorOf('mover');
    const page = pageOf(await partner.as('mover').get(`${V}/products?limit=1`)).nextCursor;
    const moved = partners.map((one) => (one.id === 'mover' ? { ...one, priceList: 'trade' } : one));
    partner.registry.write(moved);
    await until(async () => (await partner.as('mover').get(`${V}/changes?since=${since}`)).status !== 200);
    for (const path of [`${V}/changes?since=${since}`, `${V}/products?cursor=${page}`]) {
      const answer = await partner.as('mover').get(path);
      expect([answer.status, answer.headers['cache-control'], bodyOf(answer)]).toEqual([
        410,
        'no-store',
        expect.objectContaining({ code: 'cursor-expired', detail: expect.stringContaining('application/x-ndjson') }),
      ]);
      expect(answer.headers['link']).toContain('</2026-10/products>; rel="collection"; type="application/x-ndjson"');
      expect(answer.headers['link']).toContain('rel="service-desc"');
    }
  });

  it('older than what a service keeps of its changes has ended', async () => {
    const since = await cursorOf();
    for (let n = 0; n <= keptChanges; n += 1) await stock(numbered(1), n);
    const answer = await partner.get(`${V}/changes?since=${since}`);
    expect([answer.status, bodyOf(answer)['code']]).toEqual([410, 'cursor-expired']);
    expect(answer.headers['link']).toContain('rel="collection"');
    expect((await changes(await cursorOf())).items).toEqual([]);
  });
});

describe('a request that is not in order', () => {
  it.each([
    ['a limit of 0', `${V}/products?limit=0`, 'query limit'],
    ['a limit of 101', `${V}/products?limit=101`, 'query limit'],
    ['a limit that is no number', `${V}/products?limit=ten`, 'query limit'],
    ['an empty cursor', `${V}/products?cursor=`, 'query cursor'],
    ['a cursor given twice', `${V}/products?cursor=a&cursor=b`, 'query cursor'],
    ['a cursor beside ids', `${V}/products?ids=lamp&cursor=a`, 'query cursor'],
    ['changes since nothing', `${V}/changes`, 'query since'],
    ['a parameter that there is not', `${V}/changes?since=a&cursor=b`, 'query cursor'],
  ])('by %s is refused with 400', async (_named, path, place) => {
    const answer = await partner.get(path);
    const { errors } = bodyOf(answer) as { errors: { in: string; name: string }[] };
    expect([answer.status, errors.map((error) => `${error.in} ${error.name}`)]).toEqual([400, [place]]);
  });

  it('is refused with 406 where it asks for a stream of what is none', async () => {
    for (const path of [`${V}/products?ids=${numbered(1)}`, `${V}/products/${numbered(1)}`, `${V}/changes?since=a`]) {
      expect([path, (await partner.get(path, ndjson)).status]).toEqual([path, 406]);
    }
    expect((await partner.get(`${V}/products`, { accept: 'text/html' })).status).toBe(406);
    expect((await partner.get(`${V}/products?limit=1`, { accept: '*/*' })).headers['content-type']).toContain('json');
  });

  it('is refused without the scope, and to whom nobody knows', async () => {
    expect((await partner.as('reader').get(`${V}/changes?since=a`)).status).toBe(403);
    expect((await partner.as('changer').get(`${V}/products`)).status).toBe(403);
    expect((await partner.as('changer').get(`${V}/products`, ndjson)).status).toBe(403);
    expect((await partner.bare.get(`${V}/products`)).status).toBe(401);
    expect((await partner.bare.get(`${V}/changes?since=a`)).status).toBe(401);
    const token = { authorization: `Bearer ${'e30'.repeat(3)}.e30.e30` };
    // The provider, who would know, is away.
    expect((await partner.bare.get(`${V}/products`, token)).status).toBe(503);
  });
});
