import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { isUtf8 } from 'node:buffer';
import { createGunzip, gunzipSync } from 'node:zlib';
import type { DownstreamService, Downstreams, FaultInput } from '../src/index.ts';
import { startDownstreams } from '../src/index.ts';
import { bodyOf, rawGet } from './raw-request.ts';
import { entry } from './small-catalogue.ts';
import { get } from './speak.ts';

let downstreams: Downstreams<'catalog'>;
let catalog: DownstreamService;

beforeAll(async () => {
  downstreams = await startDownstreams({ catalogue: [entry('a')], services: ['catalog'] });
  catalog = downstreams.service('catalog');
});

afterAll(() => downstreams.stop());

const rawWith = async (fault: FaultInput, path = '/products/a') => {
  await catalog.setFaults({ ...fault, times: 1 });
  return bodyOf(await rawGet(catalog.url + path));
};

it('answers a scripted status with a problem and when to come again', async () => {
  await catalog.setFaults({ kind: 'status', status: 503, retryAfterS: 7, times: 1 });
  const { status, type, headers } = await get(`${catalog.url}/products/a`);
  expect([status, type, headers.get('retry-after')]).toEqual([503, 'application/problem+json', '7']);
});

it('answers garbage as JSON that is neither JSON nor UTF-8', async () => {
  const { head, body } = await rawWith({ kind: 'garbage' });
  expect(head).toContain('200 OK');
  expect(head).toContain('content-type: application/json');
  expect(() => JSON.parse(body.toString()) as unknown).toThrow(SyntaxError);
  expect(isUtf8(body)).toBe(false);
});

it('answers a page of HTML with 200', async () => {
  const { head, body } = await rawWith({ kind: 'html' });
  expect(head).toContain('200 OK');
  expect(head).toContain('content-type: text/html');
  expect(body.toString()).toMatch(/^<!doctype html>/);
});

it.each(['/products/a', '/products?ids=a', '/products/unknown', '/media/a-1?w=160'])(
  'hides 10,000 levels in one more field of the JSON at %s',
  async (path) => {
    const real = bodyOf(await rawGet(catalog.url + path));
    const { body, announcedBytes } = await rawWith({ kind: 'deep-json' }, path);
    const { deep, ...rest } = JSON.parse(body.toString()) as { deep: unknown };
    let depth = 0;
    for (let at = deep; at !== null; at = (at as { deeper: unknown }).deeper) depth += 1;
    expect(depth).toBe(10_000);
    expect(announcedBytes).toBe(body.length);
    const isJson = real.head.includes('json');
    expect(rest).toEqual(isJson ? JSON.parse(real.body.toString()) : {});
  },
);

it('says gzip over bytes that are none', async () => {
  const { head, body } = await rawWith({ kind: 'bad-gzip' });
  expect(head).toContain('content-encoding: gzip');
  expect(() => gunzipSync(body)).toThrow('incorrect header check');
});

it('answers a small body that inflates to more than 200 MB of JSON', async () => {
  const { head, body } = await rawWith({ kind: 'gzip-bomb' });
  expect(head).toContain('content-encoding: gzip');
  expect(body.length).toBeLessThan(1_000_000);
  const gunzip = createGunzip();
  gunzip.end(body);
  let bytes = 0;
  let significant = '';
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes === chunk.length || chunk.at(-1) !== 0x20) significant += chunk.toString().trim();
  }
  expect(bytes).toBeGreaterThan(200_000_000);
  expect(significant).toBe('{}');
});
