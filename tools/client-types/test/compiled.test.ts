import { expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findJava } from './find-java.ts';
import { run } from './run.ts';

const { resolve } = createRequire(import.meta.url);

it('TypeScript compiles, strictly, for programs that import all versions side by side', async () => {
  const tsc = resolve('typescript/bin/tsc');
  expect(await run(process.execPath, [tsc, '-p', join(import.meta.dirname, 'consumers')])).toBe('');
});

it('Kotlin compiles without a warning, and reads as unknown what came after it', async () => {
  const java = await findJava();
  const kotlin = join(dirname(resolve('kotlin-compiler/package.json')), 'lib');
  const written = join(import.meta.dirname, 'kotlin');
  const folder = mkdtempSync(join(tmpdir(), 'kotlin-'));
  try {
    const sources = [
      join(import.meta.dirname, '../generated/mobile/ProductBffs.kt'),
      ...readdirSync(written).map((file) => join(written, file)),
    ];
    const compiler = ['-cp', join(kotlin, 'kotlin-compiler.jar'), 'org.jetbrains.kotlin.cli.jvm.K2JVMCompiler'];
    await run(java, [...compiler, '-Werror', '-kotlin-home', dirname(kotlin), '-d', folder, ...sources]);
    const said = await run(java, [
      ...['-cp', `${folder}:${join(kotlin, 'kotlin-stdlib.jar')}`, 'ReadsKt'],
      ...['low_stock', 'preorder', 'unknown', 'on_the_moon'],
    ]);
    expect(said.trim().split('\n')).toEqual([
      'low_stock ProductAvailability(status=LOW_STOCK, restockAt=null) buy',
      'preorder ProductAvailability(status=PREORDER, restockAt=null) order',
      'unknown ProductAvailability(status=UNKNOWN, restockAt=null) wait',
      'on_the_moon ProductAvailability(status=UNKNOWN, restockAt=null) wait',
      'DegradedItem(section=PRICE, state=UNKNOWN, asOf=null, reason=null)',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
