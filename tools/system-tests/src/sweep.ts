import { ask, askJson, type Answer } from './ask.ts';
import { mobileList, mobileProduct, partnerList, partnerProduct, webProduct, webReviews } from './bff-paths.ts';
import { eachAtMost, groupsOf } from './each-at-most.ts';
import type { RunningSystem } from './running-system.ts';
import { BATCH } from './services.ts';

const CONCURRENCY = 8;

/** Everything that the BFFs answer about these products, and about products that there are not. */
export async function sweepProducts({ urls }: RunningSystem, ids: readonly string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  const { 'web-bff': web, 'mobile-bff': mobile, 'partner-bff': partner } = urls;
  const asked = [
    ...ids.flatMap((id) => [
      `${web}${webProduct(id)}`,
      `${web}${webProduct(id, 'locale=ja-JP&currency=JPY')}`,
      `${mobile}${mobileProduct(id)}`,
      `${mobile}${mobileProduct(id, 'locale=ar-EG&currency=USD')}`,
      `${partner}${partnerProduct(id)}`,
      `${partner}${partnerProduct(id, 'currency=EUR')}`,
    ]),
    ...groupsOf(BATCH - 1, ids).flatMap((some) => [
      `${mobile}${mobileList([...some, 'no-such-product'])}`,
      `${partner}${partnerList([...some, 'no-such-product'])}`,
    ]),
  ];
  await eachAtMost(CONCURRENCY, asked, async (url) => {
    answers.push(await ask(url));
  });
  return answers;
}

/** Every page of reviews of these products, as the cursors lead. */
export async function sweepReviews({ urls }: RunningSystem, ids: readonly string[], limit: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  await eachAtMost(CONCURRENCY, ids, async (id) => {
    let cursor: string | null = '';
    do {
      const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const answer = await ask(`${urls['web-bff']}${webReviews(id, `limit=${limit}${from}`)}`);
      answers.push(answer);
      cursor = answer.status === 200 ? (JSON.parse(answer.body) as { nextCursor: string | null }).nextCursor : null;
    } while (cursor !== null);
  });
  return answers;
}

/** What goes wrong, and what is not about products: problems of every kind, contracts, and the admin ports. */
export async function sweepTheRest({ urls, adminUrls }: RunningSystem, id: string): Promise<Answer[]> {
  const answers: Answer[] = [];
  const { 'web-bff': web, 'mobile-bff': mobile, 'partner-bff': partner } = urls;
  const tooMany = Array.from({ length: BATCH + 1 }, (_, n) => `p-${n}`);
  const asked = [
    ...[web, mobile, partner].flatMap((url) => [`${url}/openapi.json`, `${url}/nowhere`, `${url}/%E0%A4%A`]),
    ...[
      webProduct('no-such-product'),
      webProduct('Not_An_Id'),
      webProduct(id, 'locale=xx&currency=XXX&fields=costs'),
      webReviews('no-such-product'),
      webReviews(id, 'limit=0'),
      webReviews(id, 'cursor=bm8'),
    ].map((path) => `${web}${path}`),
    ...[mobileProduct('no-such-product'), mobileProduct(id, 'width=0&dpr=9'), mobileList(tooMany), '/products'].map(
      (path) => `${mobile}${path}`,
    ),
    ...[partnerProduct('no-such-product'), partnerProduct(id, 'currency=XXX'), partnerList(tooMany)].map(
      (path) => `${partner}${path}`,
    ),
    ...Object.values(adminUrls).flatMap((url) =>
      ['livez', 'readyz', 'status', 'metrics'].map((page) => `${url}/${page}`),
    ),
  ];
  await eachAtMost(CONCURRENCY, asked, async (url) => {
    answers.push(await ask(url));
  });
  for (const url of [web, mobile, partner]) answers.push(await ask(`${url}/products/${id}`, { method: 'DELETE' }));
  return answers;
}

/** The services' own answers about these products. */
export async function sweepServices({ urls }: RunningSystem, ids: readonly string[]): Promise<string> {
  const bodies = await Promise.all(
    groupsOf(BATCH, ids).flatMap((some) =>
      [`${urls.catalog}/products?ids=`, `${urls.inventory}/stock?ids=`, `${urls.reviews}/reviews?limit=100&ids=`].map(
        (url) => askJson(`${url}${some.join(',')}`),
      ),
    ),
  );
  return JSON.stringify(bodies);
}
