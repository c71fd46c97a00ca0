import { expect, it } from '@jest/globals';
import { badIds, commonBadRequests, type BadRequest } from '@product-bffs/contract-testing';
import { sampleEntry } from '@product-bffs/downstreams';
import { bodyOf, unhurried, usePartner } from './partner.ts';

const partner = usePartner([sampleEntry('lamp')], unhurried);

const bad = (named: string, path: string, ...places: string[]): BadRequest => ({ named, path, status: 400, places });
const nowhere = (named: string, path: string): BadRequest => ({ named, path, status: 404 });

const ids = (count: number) => Array.from({ length: count }, (_, n) => `lamp-${n}`).join(',');
const lamp = '/2026-10/products/lamp';
const list = '/2026-10/products';

const badRequests: BadRequest[] = [
  ...commonBadRequests(lamp),
  ...commonBadRequests(`${list}?ids=lamp`)
    // The path of a list has no part that an id could be in.
    .filter(({ named }) => named !== 'a malformed percent-encoding')
    .map((request) => ({ ...request, named: `${request.named}, of a list` })),
  ...badIds.map(([named, id]) => bad(`an id with ${named}`, `${list}/${id}`, 'path productId')),
  ...badIds.map(([named, id]) => bad(`a list of one id with ${named}`, `${list}?ids=${id}`, 'query ids')),
  bad('ids of one product', `${lamp}?ids=lamp`, 'query ids'),
  bad('a size of images, which only apps get', `${lamp}?width=320&dpr=2`, 'query dpr', 'query width'),
  bad('a list of empty ids', `${list}?ids=`, 'query ids'),
  bad('a list of commas', `${list}?ids=,,`, 'query ids'),
  bad('a list that ends in a comma', `${list}?ids=lamp,`, 'query ids'),
  bad('one bad id among good ones', `${list}?ids=lamp,Shade,bulb`, 'query ids'),
  bad('a blank after the comma', `${list}?ids=lamp,%20shade`, 'query ids'),
  bad('ids given twice', `${list}?ids=lamp&ids=shade`, 'query ids'),
  bad('ids in brackets', `${list}?ids[]=lamp`, 'query ids[]'),
  bad('101 ids', `${list}?ids=${ids(101)}`, 'query ids'),
  nowhere('a month that is no version', '/2026-11/products/lamp'),
  nowhere('a month before the first version', '/2026-09/products?ids=lamp'),
  nowhere('the latest version, which has no name of its own', '/latest/products/lamp'),
  nowhere('a version in another spelling', '/v2026-10/products/lamp'),
  nowhere('a version with a day', '/2026-10-01/products/lamp'),
  nowhere('no version', '/products/lamp'),
  nowhere('a list of no version', '/products?ids=lamp'),
  nowhere('a version alone', '/2026-10'),
  nowhere('the reviews of a product, which only the web gets', `${lamp}/reviews`),
];

it.each(badRequests)('refuses $named with $status', async ({ method = 'GET', path, status, places, headers, body }) => {
  const answer = await partner.request(method, path, {
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
  const { detail } = bodyOf(await partner.get(`${lamp}?locale=xx&currency=XXX`));
  for (const known of ['en-GB', 'de-DE', 'fr-FR', 'ja-JP', 'ar-EG', 'GBP', 'EUR', 'USD', 'JPY']) {
    expect(detail).toContain(known);
  }
});
