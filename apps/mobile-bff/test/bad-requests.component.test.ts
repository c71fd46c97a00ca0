import { expect, it } from '@jest/globals';
import { badIds, commonBadRequests, type BadRequest } from '@product-bffs/contract-testing';
import { sampleEntry } from '@product-bffs/downstreams';
import { bodyOf, unhurried, useMobile } from './mobile.ts';

const mobile = useMobile([sampleEntry('lamp')], unhurried);

const bad = (named: string, path: string, ...places: string[]): BadRequest => ({ named, path, status: 400, places });

const ids = (count: number) => Array.from({ length: count }, (_, n) => `lamp-${n}`).join(',');

const badRequests: BadRequest[] = [
  ...commonBadRequests('/products/lamp'),
  ...commonBadRequests('/products?ids=lamp')
    // The path of a list has no part that an id could be in.
    .filter(({ named }) => named !== 'a malformed percent-encoding')
    .map((request) => ({ ...request, named: `${request.named}, of a list` })),
  ...badIds.map(([named, id]) => bad(`an id with ${named}`, `/products/${id}`, 'path productId')),
  ...badIds.map(([named, id]) => bad(`a list of one id with ${named}`, `/products?ids=${id}`, 'query ids')),
  bad('ids of one product', '/products/lamp?ids=lamp', 'query ids'),
  bad('a width of 0', '/products/lamp?width=0', 'query width'),
  bad('a width of 2001', '/products/lamp?width=2001', 'query width'),
  bad('a width just above 2000', '/products/lamp?width=2000.5', 'query width'),
  bad('a negative width', '/products/lamp?width=-320', 'query width'),
  bad('a width in letters', '/products/lamp?width=abc', 'query width'),
  bad('a width with an exponent', '/products/lamp?width=1e2', 'query width'),
  bad('a width in hexadecimal', '/products/lamp?width=0x10', 'query width'),
  bad('an empty width', '/products/lamp?width=', 'query width'),
  bad('two widths', '/products/lamp?width=1&width=2', 'query width'),
  bad('a dpr of 0.5', '/products/lamp?dpr=0.5', 'query dpr'),
  bad('a dpr of 5', '/products/lamp?dpr=5', 'query dpr'),
  bad('a dpr with a comma', '/products/lamp?dpr=2,5', 'query dpr'),
  bad('an infinite dpr', '/products/lamp?dpr=Infinity', 'query dpr'),
  bad('an empty dpr', '/products/lamp?dpr=', 'query dpr'),
  bad('a bad width and a bad dpr of a list', '/products?ids=lamp&width=0&dpr=5', 'query dpr', 'query width'),
  bad('a list without ids', '/products', 'query ids'),
  bad('a list of empty ids', '/products?ids=', 'query ids'),
  bad('a list of commas', '/products?ids=,,', 'query ids'),
  bad('a list that ends in a comma', '/products?ids=lamp,', 'query ids'),
  bad('one bad id among good ones', '/products?ids=lamp,Shade,bulb', 'query ids'),
  bad('a blank after the comma', '/products?ids=lamp,%20shade', 'query ids'),
  bad('ids given twice', '/products?ids=lamp&ids=shade', 'query ids'),
  bad('ids in brackets', '/products?ids[]=lamp', 'query ids', 'query ids[]'),
  bad('101 ids', `/products?ids=${ids(101)}`, 'query ids'),
  bad('a cursor', '/products?ids=lamp&cursor=abc', 'query cursor'),
  { named: 'the reviews of a product, which only the web gets', path: '/products/lamp/reviews', status: 404 },
];

it.each(badRequests)('refuses $named with $status', async ({ method = 'GET', path, status, places, headers, body }) => {
  const answer = await mobile.request(method, path, {
    ...(headers && { headers }),
    ...(body !== undefined && { body }),
  });
  expect([answer.status, answer.headers['cache-control']]).toEqual([status, 'no-store']);
  const problem = bodyOf(answer);
  expect(problem).toMatchObject({ status, type: `https://problems.example/${String(problem['code'])}` });
  if (places !== undefined) {
    const errors = problem['errors'] as { in: string; name: string }[];
    expect(errors.map((error) => `${error.in} ${error.name}`).sort()).toEqual([...places].sort());
  }
});

it('lists the locales and the currencies there are to whoever asks for another', async () => {
  const { detail } = bodyOf(await mobile.get('/products/lamp?locale=xx&currency=XXX'));
  for (const known of ['en-GB', 'de-DE', 'fr-FR', 'ja-JP', 'ar-EG', 'GBP', 'EUR', 'USD', 'JPY']) {
    expect(detail).toContain(known);
  }
});
