import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/**
 * Lines that each may have at most; what grows beyond has taken in what is not its own. Bounds go down, never up but by a
 * decision (docs/decisions/0010).
 */
const limits: Record<string, number> = {
  'apps/web-bff': 900,
  'apps/mobile-bff': 900,
  'apps/partner-bff': 2280,
  'libs/downstream': 2100,
  'libs/http-service': 1990,
  'libs/composition': 270,
  'libs/presentation': 70,
  'libs/redis': 230,
  'libs/auth': 1700,
};

/** Sources, without tests and what is generated or installed. */
function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.endsWith('.d.ts'))
    .filter((path) => !path.split(sep).some((part) => ['test', 'dist', 'node_modules', 'generated'].includes(part)))
    .map((path) => join(folder, path));
}

/** Lines that are neither blank nor a line comment. */
function linesOf(source: string): number {
  return source.split('\n').filter((line) => !/^\s*(\/\/.*)?$/.test(line)).length;
}

/** Those of them that are code, without what documents it. */
function codeLinesOf(source: string): number {
  return linesOf(source.replace(/^[^\S\n]*\/\*((?!\*\/).)*\*\/[^\S\n]*$/gms, ''));
}

const counted = Object.entries(limits).map(([folder, limit]) => {
  const sources = sourcesBelow(join(root, folder)).map((path) => readFileSync(path, 'utf8'));
  const sum = (linesIn: (source: string) => number) => sources.reduce((lines, source) => lines + linesIn(source), 0);
  return { folder, limit, lines: sum(linesOf), codeLines: sum(codeLinesOf) };
});
const libs = counted.filter(({ folder }) => folder.startsWith('libs/'));
const together = {
  folder: 'libs together',
  limit: libs.reduce((sum, { limit }) => sum + limit, 0),
  lines: libs.reduce((sum, { lines }) => sum + lines, 0),
  codeLines: libs.reduce((sum, { codeLines }) => sum + codeLines, 0),
};

process.stdout.write(
  [...counted, together]
    .map(({ folder, lines, limit, codeLines }) => `${folder}: ${lines} lines of ${limit}, ${codeLines} of code\n`)
    .join(''),
);

it.each(counted)('$folder stays within $limit lines', ({ lines, limit }) => {
  expect(lines).toBeGreaterThan(0);
  expect(lines).toBeLessThanOrEqual(limit);
});

it('bounds every app and every lib', () => {
  const folders = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  expect(Object.keys(limits).toSorted()).toEqual(folders.toSorted());
});

it('counts neither blank lines nor line comments, and all else', () => {
  expect(linesOf('// why\nconst a = 1; // one\n\n   // more\n/** A doc. */\n\t\nexport { a };\n')).toBe(3);
});

it('counts as code what is not comment alone', () => {
  expect(
    codeLinesOf('/**\n * A doc.\n */\nconst a = 1; /* one */\n  /* two */ const b = 2;\n/* a */ f(); /* b */\n'),
  ).toBe(3);
  expect(codeLinesOf("  /* of several\n\n  lines */\nconst pattern = '/*';\nconst end = '*/';\n")).toBe(2);
});
