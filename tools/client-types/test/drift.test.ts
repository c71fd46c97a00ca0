import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientTypes } from '../src/client-types.ts';

const apps = join(import.meta.dirname, '../../../apps');
const folder = join(import.meta.dirname, '../generated');

function committed(): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

it('what is committed is what the documents give today: else run npm run generate, and commit it', async () => {
  expect(sorted(committed())).toEqual(sorted(await clientTypes(apps)));
});

it('is the same text each time', async () => {
  expect(await clientTypes(apps)).toEqual(await clientTypes(apps));
});

it('has every document of partner-bff', () => {
  const documents = readdirSync(join(apps, 'partner-bff')).filter((file) => /^openapi.*\.json$/.test(file));
  const types = [...committed().keys()].filter((path) => path.startsWith('partner/'));
  expect(documents.length).toBeGreaterThan(1);
  expect(types.map((path) => path.replace('partner/', 'openapi-').replace('.d.ts', '.json')).toSorted()).toEqual(
    documents.toSorted(),
  );
});

function sorted(files: Map<string, string>): [string, string][] {
  return [...files].toSorted(([one], [other]) => (one < other ? -1 : 1));
}
