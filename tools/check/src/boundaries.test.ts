import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ESLint } from 'eslint';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// The first text makes ESLint read the whole workspace.
jest.setTimeout(120_000);

const root = join(import.meta.dirname, '../../..');
const apps = readdirSync(join(root, 'apps'));
const [app = ''] = apps;
// One text after the other in place of a file is no single run, though CI is set.
const parserOptions = { disallowAutomaticSingleRunInference: true };
const eslint = new ESLint({ cwd: root, overrideConfig: { languageOptions: { parserOptions } } });

beforeAll(() => {
  // Without a project graph at hand, @nx/enforce-module-boundaries lets everything pass.
  if (existsSync(join(root, '.nx/workspace-data/project-graph.json'))) return;
  spawnSync(join(root, 'node_modules/.bin/nx'), ['show', 'projects'], { cwd: root });
});

/** What ESLint says of a text that stood in a file, which has to be one that there is. */
async function faultsOf(file: string, code: string): Promise<{ rule: string | null; message: string }[]> {
  const results = await eslint.lintText(`${code}\n`, { filePath: join(root, file) });
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ({ rule: ruleId, message })));
}

const boundaries = '@nx/enforce-module-boundaries';
const imports = 'no-restricted-imports';
const syntax = 'no-restricted-syntax';
const appFile = `apps/${app}/src/app.ts`;
const downstreamFile = 'libs/downstream/src/index.ts';

const relativeImport = (from: string) => `import { createApp } from '${from}';\nexport const other = createApp;`;
const waiting = 'async function get(): Promise<number> {\n  return Promise.resolve(1);\n}\n';

interface Case {
  what: string;
  rule: string;
  /** The file that the text stands in. */
  file: string;
  code: string;
  /** The same done as it should be. */
  clean: string;
  /** Where the clean text stands; absent = in the same file. */
  cleanFile?: string;
}

const otherApps = apps.slice(1).flatMap((other): Case[] => {
  const clean = "import { Deadline } from '@product-bffs/composition';\nexport const deadline = Deadline;";
  return [`../../${other}/src/app.ts`, `@product-bffs/${other}/src/app.ts`].map((from) => ({
    what: `an app that imports another app as ${from}`,
    rule: boundaries,
    file: appFile,
    code: relativeImport(from),
    clean,
  }));
});

const cases: Case[] = [
  ...otherApps,
  {
    what: 'an app that imports axios on demand',
    rule: syntax,
    file: appFile,
    code: "export const http = await import('axios');",
    clean: "export const express = await import('express');",
  },
  {
    what: 'an app that imports a part of axios',
    rule: imports,
    file: appFile,
    code: "import { create } from 'axios/unsafe/core/Axios.js';\nexport const http = create as unknown;",
    clean: "import express from 'express';\nexport const http = express as unknown;",
  },
  {
    what: 'an app that takes env out of process',
    rule: syntax,
    file: appFile,
    code: 'const { env } = process;\nexport const settings = env;',
    clean: 'const { pid } = process;\nexport const settings = pid;',
  },
  {
    what: 'an app that imports a tool',
    rule: boundaries,
    file: appFile,
    code: "import { routesOf } from '@product-bffs/contract-testing';\nexport const routes = routesOf;",
    clean: "import { newApp } from '@product-bffs/http-service';\nexport const routes = newApp;",
  },
  {
    what: 'an app that imports a tool by its path',
    rule: boundaries,
    file: appFile,
    code: "import { routesOf } from '../../../tools/contract-testing/src/index.ts';\nexport const routes = routesOf;",
    clean: "import { newApp } from '@product-bffs/http-service';\nexport const routes = newApp;",
  },
  {
    what: 'a lib that imports an app',
    rule: boundaries,
    file: downstreamFile,
    code: relativeImport(`../../../apps/${app}/src/app.ts`),
    clean: "import { Deadline } from '@product-bffs/composition';\nexport const deadline = Deadline;",
  },
  {
    what: 'a lib that imports a lib it may not know',
    rule: boundaries,
    file: downstreamFile,
    code: "import { newApp } from '@product-bffs/http-service';\nexport const app = newApp;",
    clean: "import { Deadline } from '@product-bffs/composition';\nexport const app = Deadline;",
  },
  {
    what: 'a lib that imports a tool outside its tests',
    rule: boundaries,
    file: downstreamFile,
    code: "import { sampleEntry } from '@product-bffs/downstreams';\nexport const entry = sampleEntry;",
    clean: "import { sampleEntry } from '@product-bffs/downstreams';\nexport const entry = sampleEntry;",
    cleanFile: 'libs/downstream/test/clients.test.ts',
  },
  {
    what: 'axios in an app',
    rule: imports,
    file: appFile,
    code: "import axios from 'axios';\nexport const client = axios;",
    clean: "import axios from 'axios';\nexport const client = axios;",
    cleanFile: 'libs/downstream/src/http/http-client.ts',
  },
  {
    what: 'axios elsewhere in its lib',
    rule: imports,
    file: downstreamFile,
    code: "import axios from 'axios';\nexport const client = axios;",
    clean: "import { isAxiosError } from 'axios';\nexport const isError = isAxiosError;",
    cleanFile: 'libs/downstream/src/http/http-client.ts',
  },
  ...['ioredis', 'opossum'].flatMap((name): Case[] =>
    [appFile, 'libs/http-service/src/index.ts', 'libs/downstream/src/http/http-client.ts'].map((file) => ({
      what: `${name} in ${file}`,
      rule: imports,
      file,
      code: `export { default as client } from '${name}';`,
      clean: "export { join as client } from 'node:path';",
    })),
  ),
  {
    what: 'process.env outside config.ts',
    rule: syntax,
    file: appFile,
    code: "export const port = process.env['PORT'];",
    clean: "export const port = process.env['PORT'];",
    cleanFile: `apps/${app}/src/config.ts`,
  },
  {
    what: 'a default export',
    rule: syntax,
    file: appFile,
    code: 'export default function createApp(): void {}',
    clean: 'export function createApp(): number {\n  return 1;\n}',
  },
  {
    what: 'export *',
    rule: syntax,
    file: downstreamFile,
    code: "export * from './ids.ts';",
    clean: "export { idSchema } from './ids.ts';",
  },
  {
    what: 'an await inside Promise.all([...])',
    rule: syntax,
    file: appFile,
    code: `${waiting}export const both = await Promise.all([await get(), get()]);`,
    clean: `${waiting}export const both = await Promise.all([get(), get()]);`,
  },
  {
    what: 'an await inside Promise.allSettled([...])',
    rule: syntax,
    file: appFile,
    code: `${waiting}export const both = await Promise.allSettled([get(), await get()]);`,
    clean: `${waiting}export const both = await Promise.allSettled([get(), get()]);`,
  },
  ...["{ z } from 'zod'", "z from 'zod'"].map((what): Case => ({
    what: `import ${what}`,
    rule: syntax,
    file: downstreamFile,
    code: `import ${what};\nexport const text = z.string();`,
    clean: "import * as z from 'zod';\nexport const text = z.string();",
  })),
  {
    what: 'a type of zod alone',
    rule: syntax,
    file: downstreamFile,
    code: "import { z } from 'zod';\nexport type Text = z.ZodString;",
    clean: "import type { z } from 'zod';\nexport type Text = z.ZodString;",
  },
  {
    what: 'console',
    rule: 'no-console',
    file: appFile,
    code: "console.log('ready');",
    clean: "process.stdout.write('ready');",
  },
];

describe.each(cases)('$what', ({ rule, file, code, clean, cleanFile = file }) => {
  it('is an error', async () => {
    expect(await faultsOf(file, code)).toContainEqual({ rule, message: expect.any(String) });
  });

  it('is none done as it should be', async () => {
    expect(await faultsOf(cleanFile, clean)).toEqual([]);
  });
});

it('every lint error counts: warnings are not a level that is used', async () => {
  const { rules } = (await eslint.calculateConfigForFile(join(root, appFile))) as { rules: Record<string, unknown[]> };
  expect(Object.entries(rules).filter(([, [level]]) => level === 1)).toEqual([]);
});
