import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Downstreams } from '../src/index.ts';
import { serviceNames, startDownstreams } from '../src/index.ts';
import { entry } from './small-catalogue.ts';
import { get, put } from './speak.ts';

let downstreams: Downstreams;

beforeAll(async () => {
  downstreams = await startDownstreams({ catalogue: [entry('a'), entry('b'), entry('c')] });
});

afterAll(() => downstreams.stop());

const batches = [
  ['catalog', '/products'],
  ['pricing', '/prices'],
  ['inventory', '/stock'],
  ['reviews', '/reviews'],
  ['reviews', '/summaries'],
  ['recommendations', '/related'],
] as const;

it.each(batches)('answers a batch of %s%s in the order asked, each id once', async (service, path) => {
  const { body } = await get(`${downstreams.urls[service]}${path}?ids=c,x,a,c,x`);
  expect(body.items.map(({ id }) => id)).toEqual(['c', 'a']);
  expect(body.missing).toEqual(['x']);
});

it.each(batches)('takes 100 ids of %s%s, and answers 400 that says so for 101', async (service, path) => {
  const url = `${downstreams.urls[service]}${path}?ids=`;
  const ids = Array.from({ length: 101 }, (_, index) => `id-${index}`);
  expect((await get(url + ids.slice(1).join(','))).body.missing).toHaveLength(100);
  const tooMany = await get(url + ids.join(','));
  expect(tooMany).toMatchObject({ status: 400, type: 'application/problem+json' });
  expect(tooMany.body.detail).toContain('100');
});

it.each(batches)('answers 400 for %s%s with an id that cannot be one, or none at all', async (service, path) => {
  const url = `${downstreams.urls[service]}${path}?ids=`;
  expect((await get(`${url}a,B!`)).body.detail).toContain('"B!"');
  expect((await get(url)).status).toBe(400);
});

it.each([
  ['catalog', '/products/'],
  ['pricing', '/prices/'],
  ['inventory', '/stock/'],
] as const)('tells an id that is none (400) from one without an item (404) in %s', async (service, path) => {
  const url = downstreams.urls[service] + path;
  expect((await get(url + 'x'.repeat(64))).status).toBe(404);
  for (const id of ['x'.repeat(65), 'UPPER', '-a', 'a%20b', '%E0%A4%A']) expect((await get(url + id)).status).toBe(400);
});

it.each(serviceNames)('answers problems for what %s does not have', async (service) => {
  const url = downstreams.urls[service];
  const unknown = await get(`${url}/nowhere`);
  expect(unknown).toMatchObject({ status: 404, type: 'application/problem+json' });
  expect(unknown.body).toEqual({
    type: 'about:blank',
    title: 'Not Found',
    status: 404,
    detail: `${service} has nothing at /nowhere.`,
  });
  for (const path of ['/', '/LIVEZ', '/livez/']) expect((await get(url + path)).status).toBe(404);
  expect((await get(`${url}/livez`)).status).toBe(200);
});

it('answers 405 that lists what a path takes', async () => {
  const { status, headers } = await put(`${downstreams.urls.reviews}/summaries`, {});
  expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  const response = await fetch(`${downstreams.urls.catalog}/products/a`, { method: 'POST' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, PUT, DELETE']);
});

it('answers 413 for a body of more than a megabyte', async () => {
  const { status } = await put(`${downstreams.urls.catalog}/products/a`, { name: 'x'.repeat(5_000_000) });
  expect(status).toBe(413);
});

it('says how long every answer is', async () => {
  for (const path of ['/products/a', '/products/x', '/nowhere', '/livez']) {
    const response = await fetch(downstreams.urls.catalog + path);
    const bytes = (await response.arrayBuffer()).byteLength;
    expect(response.headers.get('content-length')).toBe(String(bytes));
  }
});
