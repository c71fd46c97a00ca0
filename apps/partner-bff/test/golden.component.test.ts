import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { versions } from '../src/versions/registry.ts';
import { casesOf } from './golden/cases.ts';
import { startRecordedWorld, type Recorded } from './golden/recorded-world.ts';

const folder = join(import.meta.dirname, '../contracts/golden');
const recordedOf = (version: string): [name: string, Recorded][] =>
  readdirSync(join(folder, version)).map((file) => [
    file.replace(/\.json$/, ''),
    JSON.parse(readFileSync(join(folder, version, file), 'utf8')) as Recorded,
  ]);

let world: Awaited<ReturnType<typeof startRecordedWorld>>;
beforeAll(async () => {
  world = await startRecordedWorld();
});
afterAll(() => world.stop());

describe.each(readdirSync(folder))('version %s', (version) => {
  it.each(recordedOf(version))(
    'answers to the last byte as it was recorded: %s',
    async (_name, { answer, ...asked }) => {
      expect((await world.ask(asked)).answer).toEqual(answer);
    },
  );

  it('answers a client that has these bytes with 304, and as much beside', async () => {
    const recorded = recordedOf(version).filter(([name, { answer }]) => answer.status === 200 && name !== 'export');
    expect(recorded.length).toBeGreaterThan(8);
    for (const [name, { at, request, answer }] of recorded) {
      const { etag = '' } = await world.ask({ at, request });
      const headers = { ...request.headers, 'if-none-match': etag };
      const again = await world.ask({ at, request: { ...request, headers } });
      const { 'content-type': type, ...same } = answer.headers;
      expect(type).toBe('application/json; charset=utf-8');
      expect([name, again.answer]).toEqual([name, { status: 304, headers: same, body: '' }]);
    }
  });
});

it('has a recording of every version that there is or was, and of each case', () => {
  expect(readdirSync(folder)).toEqual(versions.map(({ name }) => name).toSorted());
  for (const version of versions) {
    expect(recordedOf(version.name).map(([name]) => name)).toEqual(
      expect.arrayContaining(Object.keys(casesOf(version))),
    );
  }
});
