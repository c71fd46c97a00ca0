import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { platforms } from '../src/app-versions/app-version.ts';
import { contractLevels } from '../src/app-versions/contract-levels.ts';
import {
  firstAppOf,
  recordedFolder,
  startRecordedWorld,
  type RecordedWorld,
  type Recording,
} from './recorded-world.ts';

let world: RecordedWorld;
beforeAll(async () => (world = await startRecordedWorld()));
afterAll(() => world.stop());

const levels = contractLevels.map((_, n) => n + 1);

it('has recordings of every contract level, and of no other', () => {
  const folders = readdirSync(recordedFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => Number(name)).toSorted((one, other) => one - other)).toEqual(levels);
});

describe.each(levels)('an app of contract level %d', (level) => {
  const folder = join(recordedFolder, String(level));

  it.each(readdirSync(folder))('gets to the byte what it was promised: %s', async (file) => {
    const { answer, ...request } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Recording;
    for (const platform of platforms) {
      expect(await world.ask(request, firstAppOf(level, platform))).toEqual(answer);
    }
    // Who says nothing is answered as the oldest.
    if (level === 1) expect(await world.ask(request, {})).toEqual(answer);
  });
});
