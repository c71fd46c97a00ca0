import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bffNames, type ServiceName } from '@product-bffs/start';
import type { Answer } from '../src/ask.ts';
import { emailsOfReviews, leaksIn, plantCanaries, type Planted } from '../src/internal-fields.ts';
import { patient, runSystem, type RunningSystem } from '../src/running-system.ts';
import { allProducts, setFaults } from '../src/services.ts';
import { sweepProducts, sweepReviews, sweepServices, sweepTheRest } from '../src/sweep.ts';

let system: RunningSystem;
let ids: string[];
let planted: Planted;

beforeAll(async () => {
  system = await runSystem({ logLevel: 'trace', environment: patient });
  ids = (await allProducts(system)).map(({ id }) => id);
  planted = { canaries: await plantCanaries(system, ids), emails: await emailsOfReviews(system, ids) };
});

afterAll(() => system.stop());

const leaks = (answers: Answer[]) =>
  answers.flatMap(({ url, body, headers }) => {
    const found = leaksIn(`${JSON.stringify(headers)} ${body}`, planted);
    return found.length === 0 ? [] : [{ url, found }];
  });

const statusesOf = (answers: Answer[]) => [...new Set(answers.map(({ status }) => status))].sort((a, b) => a - b);

it('the services send all of it: every canary, and addresses of reviewers', async () => {
  const sent = await sweepServices(system, ids);
  expect(planted.canaries.size).toBe(4 * ids.length);
  expect([...planted.canaries.keys()].filter((canary) => !sent.includes(canary))).toEqual([]);
  expect(planted.emails.size).toBeGreaterThan(ids.length);
  expect([...planted.emails].filter((email) => sent.includes(email)).length).toBeGreaterThan(ids.length);
});

it('no answer about any product has any of it', async () => {
  const answers = await sweepProducts(system, ids);
  expect(statusesOf(answers)).toEqual([200]);
  expect(answers.length).toBeGreaterThan(6 * ids.length);
  expect(leaks(answers)).toEqual([]);
});

it.each([10, 100])('no page of reviews has an address, %i to a page', async (limit) => {
  const answers = await sweepReviews(system, ids, limit);
  expect(statusesOf(answers)).toEqual([200]);
  expect(leaks(answers)).toEqual([]);
});

it('no problem, contract or admin page has any of it', async () => {
  const answers = await sweepTheRest(system, ids[0]!);
  expect(statusesOf(answers)).toEqual([200, 400, 404, 405]);
  expect(leaks(answers)).toEqual([]);
});

const drift = (field: string, change: string) => ({ kind: 'drift', field, change });

it.each<[ServiceName, object[]]>([
  ['catalog', [drift('costPrice', 'renamed'), drift('supplierCode', 'retyped')]],
  ['catalog', [drift('name', 'retyped')]],
  ['catalog', [drift('costPrice', 'extra'), drift('images', 'renamed')]],
  ['catalog', [{ kind: 'garbage' }]],
  ['catalog', [{ kind: 'status', status: 500 }]],
  ['catalog', [{ kind: 'truncate' }]],
  ['pricing', [drift('currentMinor', 'retyped')]],
  ['pricing', [{ kind: 'garbage' }]],
  ['inventory', [drift('warehouses', 'renamed')]],
  ['inventory', [drift('warehouses', 'retyped'), drift('status', 'enum')]],
  ['inventory', [drift('quantity', 'missing')]],
  ['inventory', [{ kind: 'garbage' }]],
  ['inventory', [{ kind: 'status', status: 503 }]],
  ['inventory', [{ kind: 'truncate' }]],
  ['reviews', [drift('author.email', 'renamed')]],
  ['reviews', [drift('author', 'retyped')]],
  ['reviews', [drift('author.displayName', 'missing')]],
  ['reviews', [drift('items', 'retyped')]],
  ['reviews', [{ kind: 'garbage' }]],
  ['reviews', [{ kind: 'status', status: 500 }]],
  ['reviews', [{ kind: 'truncate' }]],
  ['recommendations', [drift('score', 'retyped')]],
])('no answer has any of it while %s suffers from %j', async (service, faults) => {
  await setFaults(system, service, ...faults);
  const some = ids.filter((_, n) => n % 6 === 0);
  const answers = [
    ...(await sweepProducts(system, some)),
    ...(await sweepReviews(system, some, 100)),
    ...(await sweepTheRest(system, some[0]!)),
  ];
  await setFaults(system, service);
  expect(answers.filter(({ status }) => status === 500)).toEqual([]);
  expect(leaks(answers)).toEqual([]);
});

it('nothing that the BFFs wrote has any of it, at the finest log level, to its end', async () => {
  await Promise.all(bffNames.map((bff) => system.signal(bff, 'SIGTERM')));
  const written = system.bffOutput();
  expect(written).toContain('"msg":"request"');
  expect(leaksIn(written, planted)).toEqual([]);
});
