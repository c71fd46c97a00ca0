import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from '@jest/globals';
import { sampleEntry } from '@product-bffs/downstreams';
import { detailOf, unhurried, useWeb } from './web.ts';

/** A recommendations service that knows no measure: it repeats itself, recommends the product itself, and ignores limit. */
const recommended = ['lamp', 'shade', 'shade', 'bulb', ...Array.from({ length: 20_000 }, (_, n) => `p-${n}`)];
const unmeasured = createServer((req, res) => {
  const id = req.url?.split('/')[2];
  res.setHeader('content-type', 'application/json');
  res.end(JSON.stringify({ id, items: recommended.map((other) => ({ id: other, score: 1 })) }));
}).listen(0, '127.0.0.1');
await once(unmeasured, 'listening');
afterAll(() => {
  unmeasured.close();
});

const web = useWeb([sampleEntry('lamp'), sampleEntry('shade'), sampleEntry('bulb'), sampleEntry('p-0')], {
  ...unhurried,
  RECOMMENDATIONS_URL: `http://127.0.0.1:${(unmeasured.address() as AddressInfo).port}`,
});

it('asks for a dozen of what is recommended at most, each once', async () => {
  const catalog = web.services.service('catalog');
  catalog.clearStats();
  expect((await web.detail('/products/lamp')).related?.map(({ id }) => id)).toEqual(['shade', 'bulb', 'p-0']);
  expect(catalog.stats()).toMatchObject({ calls: { getProducts: 1 }, ids: { getProducts: 12 } });
});

it('leaves out a card that makes no sense, and keeps such an answer for nobody', async () => {
  const whole = await web.get('/products/lamp');
  expect(whole.headers['cache-control']).toMatch(/^public, max-age=[1-5],/);
  await fetch(`${web.services.urls.catalog}/products/bulb`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      images: [{ id: 'bulb-1', alt: '', width: 1, height: 1, template: '//evil.example/x{?w}' }],
    }),
  }).then((response) => expect(response.status).toBe(200));
  const answer = await web.get('/products/lamp');
  expect(detailOf(answer).related?.map(({ id }) => id)).toEqual(['shade', 'p-0']);
  expect(answer.headers['cache-control']).toBe('public, max-age=0, stale-while-revalidate=0, stale-if-error=0');
});
