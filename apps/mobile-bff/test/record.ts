/**
 * `npx node apps/mobile-bff/test/record.ts 3`: records what today's mobile-bff answers to apps of contract level 3, when
 * the first of them is released. From then on the answers are replayed with each test.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstAppOf, newFolderOf, startRecordedWorld, type RecordedRequest } from './recorded-world.ts';

const requests: Record<string, RecordedRequest> = {
  product: { path: '/products/lamp' },
  'product-in-german': { path: '/products/lamp?locale=de-DE&currency=EUR&width=412&dpr=2.625' },
  'product-in-yen': { path: '/products/sale?locale=ja-JP&currency=JPY' },
  'product-in-arabic': { path: '/products/sale', headers: { 'accept-language': 'ar' } },
  'low-stock': { path: '/products/low' },
  'out-of-stock': { path: '/products/out' },
  preorder: { path: '/products/soon' },
  discontinued: { path: '/products/old' },
  'without-reviews-and-images': { path: '/products/plain' },
  list: { path: '/products?ids=soon,nothing,lamp,old,sale' },
  'status-nobody-knows': {
    path: '/products/lamp',
    faults: { inventory: { kind: 'drift', field: 'status', change: 'enum' } },
  },
  'price-missing': { path: '/products/lamp', faults: { pricing: { kind: 'status', status: 503 } } },
  'stock-missing': { path: '/products/soon', faults: { inventory: { kind: 'status', status: 503 } } },
  'rating-missing': { path: '/products/lamp', faults: { reviews: { kind: 'status', status: 503 } } },
  'catalog-missing': { path: '/products/lamp', faults: { catalog: { kind: 'status', status: 503 } } },
  'not-found': { path: '/products/nothing' },
  'invalid-request': { path: '/products/lamp?currency=CHF' },
};

const level = Number(process.argv[2]);
const app = firstAppOf(level, 'ios');
const world = await startRecordedWorld();
const folder = newFolderOf(level);
for (const [name, request] of Object.entries(requests)) {
  const recording = { ...request, answer: await world.ask(request, app) };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(recording, null, 2)}\n`);
}
await world.stop();
process.stdout.write(`${Object.keys(requests).length} answers to level ${level} are recorded in ${folder}\n`);
