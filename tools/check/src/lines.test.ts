import { expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** Lines of code that each may have at most; what grows beyond has taken in what is not its own. */
const limits = { 'apps/web-bff': 900, 'apps/mobile-bff': 900, 'apps/partner-bff': 1500, libs: 3500 };

/** Sources, without tests and what is generated or installed. */
function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.endsWith('.d.ts'))
    .filter((path) => !path.split(sep).some((part) => ['test', 'dist', 'node_modules', 'generated'].includes(part)))
    .map((path) => join(folder, path));
}

/** Lines of code: those that are neither blank nor comment alone. What documents a function makes no lib thick. */
function linesOf(source: string): number {
  const code = source.replace(/^[^\S\n]*\/\*((?!\*\/).)*\*\/[^\S\n]*$/gms, '');
  return code.split('\n').filter((line) => !/^\s*(\/\/.*)?$/.test(line)).length;
}

const counted = Object.entries(limits)
  .filter(([folder]) => existsSync(join(root, folder)))
  .map(([folder, limit]) => {
    const sources = sourcesBelow(join(root, folder)).map((path) => readFileSync(path, 'utf8'));
    return { folder, limit, lines: sources.reduce((sum, source) => sum + linesOf(source), 0) };
  });

process.stdout.write(
  `lines of code: ${counted.map(({ folder, lines, limit }) => `${folder} ${lines} of ${limit}`).join(', ')}\n`,
);

it.each(counted)('$folder stays within $limit lines of code', ({ lines, limit }) => {
  expect(lines).toBeGreaterThan(0);
  expect(lines).toBeLessThanOrEqual(limit);
});

it('counts neither blank lines nor comments, and all else', () => {
  expect(linesOf('// why\nconst a = 1; // one\n\n   // more\n/** A doc. */\n\t\nexport { a };\n')).toBe(2);
  expect(linesOf('/**\n * A doc.\n */\nconst a = 1; /* one */\n  /* two */ const b = 2;\n/* a */ f(); /* b */\n')).toBe(
    3,
  );
  expect(linesOf("  /* of several\n\n  lines */\nconst pattern = '/*';\nconst end = '*/';\n")).toBe(2);
});
