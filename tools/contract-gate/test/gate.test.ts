import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../src/json.ts';
import { judgeApp, release } from '../src/gate.ts';
import { judgeDocuments } from '../src/judge-documents.ts';
import { policies } from '../src/policy.ts';
import { verdictTable } from '../src/verdict-table.ts';
import { baseDocument, mutated } from './base-document.ts';
import { mutations } from './mutations.ts';

// redocly starts for each comparison.
jest.setTimeout(120_000);

const name = 'openapi-2026-10.json';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'contract-gate-test-'));
  mkdirSync(join(folder, 'contracts/released'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const after = (mutation: string) => mutated(mutations.find((each) => each.name === mutation)!);
const put = (path: string, content: unknown) => writeFileSync(join(folder, path), JSON.stringify(content));
const promise = (policy: string) => put('contracts/policies.json', { [name]: policy });
const commit = (document: JsonObject) => put(name, document);
const released = () => JSON.parse(readFileSync(join(folder, 'contracts/released', name), 'utf8')) as JsonObject;

it.each([
  ['frozen', 'textsChanged', true],
  ['frozen', 'fieldAddedToOpenObject', false],
  ['frozen', 'pathAdded', false],
  ['frozen', 'optionalFieldRemoved', false],
  ['additive', 'fieldAddedToOpenObject', true],
  ['additive', 'errorStatusGained', false],
  ['additive', 'enumValueGained', false],
  ['compatible', 'errorStatusGained', true],
  ['compatible', 'defaultSet', true],
  ['compatible', 'headerRemoved', false],
  ['report', 'requiredFieldRemoved', true],
])('a contract that is %s, after %s: allowed is %s, to judge and to release', async (policy, mutation, isAllowed) => {
  promise(policy);
  commit(baseDocument());
  await release(folder, name);
  commit(after(mutation));

  const [verdict] = await judgeApp(folder);
  expect(verdict).toMatchObject({ name, policy, isReleased: true });
  expect(verdict!.changes.length).toBeGreaterThan(0);
  expect(verdict!.forbidden.length === 0).toBe(isAllowed);

  if (isAllowed) await release(folder, name);
  else await expect(release(folder, name)).rejects.toThrow(`${name} is ${policy}: `);
  expect(released()).toEqual(isAllowed ? after(mutation) : baseDocument());
});

it('is silent about a document that is as it was released', async () => {
  promise('frozen');
  commit(baseDocument());
  await release(folder, name);
  expect(await judgeApp(folder)).toEqual([{ name, policy: 'frozen', isReleased: true, changes: [], forbidden: [] }]);
});

it('takes a document that was never released as it is, and says so', async () => {
  promise('frozen');
  commit(baseDocument());
  const [verdict] = await judgeApp(folder);
  expect(verdict).toMatchObject({ isReleased: false, changes: [], forbidden: [] });
  expect(verdictTable('shop', verdict!)).toBe(`shop/${name} (frozen): nothing released yet\n`);
});

it('forbids a released document to go, unless changes are only told', async () => {
  put(join('contracts/released', name), baseDocument());
  for (const policy of policies) {
    promise(policy);
    const [verdict] = await judgeApp(folder);
    expect([policy, verdict!.forbidden.length]).toEqual([policy, policy === 'report' ? 0 : 1]);
  }
});

it('refuses a document without a policy, a policy that there is not, and a policy without a document', async () => {
  commit(baseDocument());
  await expect(judgeApp(folder)).rejects.toThrow(
    `${name} needs a policy (frozen, additive, compatible, report), not none`,
  );
  promise('sturdy');
  await expect(judgeApp(folder)).rejects.toThrow('not sturdy');
  put('contracts/policies.json', { [name]: 'frozen', 'openapi-1999-01.json': 'frozen' });
  await expect(judgeApp(folder)).rejects.toThrow('there is no openapi-1999-01.json');
});

it('does not take an app that there is not for one without changes', async () => {
  await expect(judgeApp(join(folder, 'nobody'))).rejects.toThrow('ENOENT');
});

it('shows a change that many answers share once, with the first place and the number of others', async () => {
  promise('compatible');
  commit(baseDocument());
  await release(folder, name);
  commit(after('enumOfSharedProblemGained'));
  const [verdict] = await judgeApp(folder);
  const rows = verdictTable('shop', verdict!).split('\n');
  expect(rows.filter((row) => row.includes('gained the value "teapot"'))).toHaveLength(1);
  expect(rows.join('\n')).toMatch(/no +breaking +gained the value "teapot" .* and \d+ other places/);
});

it('holds for breaking what redocly alone holds for breaking', async () => {
  const changes = await judgeDocuments(severalSizes('anyOf'), severalSizes('oneOf'));
  expect(changes.filter(({ level }) => level === 'breaking').map(({ why }) => why)).toContain(
    'redocly: schema-combinator-changed',
  );
});

it('compares schemas that hold themselves', async () => {
  const changes = await judgeDocuments(categories('string'), categories('integer'));
  expect(changes.map(({ level }) => level)).toContain('breaking');
  const described = JSON.parse(
    JSON.stringify(categories('string')).replace('"type":"object"', '$&,"title":"T"'),
  ) as JsonObject;
  expect(await judgeDocuments(categories('string'), described)).toMatchObject([{ level: 'neutral' }]);
});

function severalSizes(keyword: string): JsonObject {
  return answering({ [keyword]: [{ type: 'string' }, { type: 'integer' }] });
}

function categories(type: string): JsonObject {
  const category = {
    type: 'object',
    properties: { name: { type }, children: { type: 'array', items: { $ref: '#/components/schemas/Category' } } },
  };
  return {
    ...answering({ $ref: '#/components/schemas/Category' }),
    components: { schemas: { Category: category } },
  };
}

function answering(schema: JsonObject): JsonObject {
  const responses = { 200: { description: 'It', content: { 'application/json': { schema } } } };
  return { openapi: '3.1.0', info: { title: 'shop', version: '1' }, paths: { '/it': { get: { responses } } } };
}

const apps = join(import.meta.dirname, '../../../apps');

it.each(readdirSync(apps))('%s keeps what it promised', async (app) => {
  const verdicts = await judgeApp(join(apps, app));
  process.stdout.write(verdicts.map((verdict) => verdictTable(app, verdict)).join(''));
  expect(verdicts.length).toBeGreaterThan(0);
  expect(verdicts.flatMap(({ forbidden }) => forbidden)).toEqual([]);
});
