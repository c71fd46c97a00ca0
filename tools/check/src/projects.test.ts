import { expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const projects = ['apps', 'libs', 'tools'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((project) => `${folder}/${project}`),
);

/** Those of overrides may stand deeper. */
function versionsIn(entries: object): string[] {
  return Object.values(entries).flatMap((entry) =>
    typeof entry === 'object' ? versionsIn(entry as object) : [String(entry)],
  );
}

it.each(projects)('%s has a README that says more than its name', (project) => {
  expect(readFileSync(join(root, project, 'README.md'), 'utf8').split('\n').length).toBeGreaterThan(10);
});

it.each(['.', ...projects])('%s names every dependency in one exact version', (project) => {
  const manifest = JSON.parse(readFileSync(join(root, project, 'package.json'), 'utf8')) as Record<string, unknown>;
  const versions = ['dependencies', 'devDependencies', 'overrides'].flatMap((kind) => versionsIn(manifest[kind] ?? {}));
  // An override may say $name: the version that the workspace itself takes of it.
  expect(versions.filter((version) => !/^(\d+\.\d+\.\d+|\$[a-z-]+)$/.test(version))).toEqual([]);
});

it.each(projects.filter((project) => existsSync(join(root, project, 'src'))))(
  '%s is type checked, and tagged for the boundaries',
  (project) => {
    const manifest = JSON.parse(readFileSync(join(root, project, 'package.json'), 'utf8')) as {
      nx: { tags: string[]; targets: Record<string, unknown> };
    };
    expect(manifest.nx.targets).toHaveProperty('typecheck');
    // With options or files of its own it would not be what is checked with all others in one go.
    const config = JSON.parse(readFileSync(join(root, project, 'tsconfig.json'), 'utf8')) as { include: string[] };
    expect(config).toEqual({ extends: '../../tsconfig.base.json', include: config.include });
    const isInRoot = project.startsWith('tools/') ? /^(src|test|[\w-]+\.ts)$/ : /^(src|test)$/;
    expect(config.include.filter((path) => !isInRoot.test(path))).toEqual([]);
    expect(manifest.nx.tags.length).toBeGreaterThan(0);
  },
);
