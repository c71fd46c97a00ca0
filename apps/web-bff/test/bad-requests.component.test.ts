import { expect, it } from '@jest/globals';
import { badIds, commonBadRequests, type BadRequest } from '@product-bffs/contract-testing';
import { sampleEntry } from '@product-bffs/downstreams';
import { bodyOf, unhurried, useWeb } from './web.ts';

const web = useWeb([sampleEntry('lamp')], unhurried);

const badRequests: BadRequest[] = [
  ...commonBadRequests('/products/lamp'),
  ...badIds.map(([named, id]) => ({
    named: `an id with ${named}`,
    path: `/products/${id}`,
    status: 400,
    places: ['path productId'],
  })),
  { named: 'reviews of a bad id', path: '/products/Lamp/reviews', status: 400, places: ['path productId'] },
  { named: 'a limit of 0', path: '/products/lamp/reviews?limit=0', status: 400, places: ['query limit'] },
  { named: 'a limit of 101', path: '/products/lamp/reviews?limit=101', status: 400, places: ['query limit'] },
  { named: 'a limit of 1e1', path: '/products/lamp/reviews?limit=1e1', status: 400, places: ['query limit'] },
  { named: 'a negative limit', path: '/products/lamp/reviews?limit=-1', status: 400, places: ['query limit'] },
  { named: 'an empty cursor', path: '/products/lamp/reviews?cursor=', status: 400, places: ['query cursor'] },
  {
    named: 'a cursor with a blank',
    path: '/products/lamp/reviews?cursor=a%20b',
    status: 400,
    places: ['query cursor'],
  },
  {
    named: 'a currency for reviews',
    path: '/products/lamp/reviews?currency=EUR',
    status: 400,
    places: ['query currency'],
  },
  { named: 'a list, which only apps and partners get', path: '/products?ids=lamp', status: 404 },
];

it.each(badRequests)('refuses $named with $status', async ({ method = 'GET', path, status, places, headers, body }) => {
  const answer = await web.request(method, path, { ...(headers && { headers }), ...(body !== undefined && { body }) });
  expect(answer.status).toBe(status);
  const problem = bodyOf(answer);
  expect(problem).toMatchObject({ status, type: `https://problems.example/${String(problem['code'])}` });
  if (places !== undefined) {
    const errors = problem['errors'] as { in: string; name: string }[];
    expect(errors.map((error) => `${error.in} ${error.name}`).sort()).toEqual([...places].sort());
  }
});

it('lists the locales and the currencies there are to whoever asks for another', async () => {
  const { detail } = bodyOf(await web.get('/products/lamp?locale=xx&currency=XXX'));
  for (const known of ['en-GB', 'de-DE', 'fr-FR', 'ja-JP', 'ar-EG', 'GBP', 'EUR', 'USD', 'JPY']) {
    expect(detail).toContain(known);
  }
});
