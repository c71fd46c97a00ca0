import { describe, expect, it } from '@jest/globals';
import { downstreamSettings, httpUrl, milliseconds, serviceSettings } from '@product-bffs/http-service';
import * as z from 'zod';
import { environmentTable, hasEnvironmentTable } from './environment-table.ts';

const small = z.object({
  PUBLIC_URL: httpUrl('Address of the shop'),
  LIMIT_MS: milliseconds(400, 'When it ends'),
  METRICS: z.enum(['on', 'off']).default('on').meta({ description: 'Whether it measures' }),
  NICKNAME: z.string().optional().meta({ description: 'What friends say' }),
});
const table = `| Variable | Default | Meaning |
| --- | --- | --- |
| \`PUBLIC_URL\` | required | Address of the shop |
| \`LIMIT_MS\` | \`400\` | When it ends |
| \`METRICS\` | \`on\` | Whether it measures |
| \`NICKNAME\` | empty | What friends say |`;

describe('the table of environment variables', () => {
  it('has a row for each, with its default or that it is required', () => {
    expect(environmentTable(small)).toBe(table);
  });

  it('says of an empty list that it is empty', () => {
    const settings = z.object(serviceSettings({ port: 3001, adminPort: 9001, deadlineMs: 800 }));
    expect(environmentTable(settings)).toMatch(/^\| `TRUSTED_PROXIES` \| empty \| .+ \|$/m);
    expect(environmentTable(settings)).toMatch(/^\| `PORT` \| `3001` \| .+ \|$/m);
  });

  it('cannot be made where a variable is not described', () => {
    expect(() => environmentTable(z.object({ SECRET: z.string() }))).toThrow('SECRET has no description');
  });
});

describe('a README', () => {
  it('holds the table however its columns are padded', () => {
    const padded = table.replaceAll('| ', '|    ').replaceAll('---', '-------').replaceAll(' |', '     |');
    expect(hasEnvironmentTable(`# Service\n\n${padded}\n\nMore.\n`, small)).toBe(true);
  });

  it.each([
    ['a row is missing', (readme: string) => readme.replace(/^.*LIMIT_MS.*\n/m, '')],
    ['a default is another', (readme: string) => readme.replace('`400`', '`500`')],
    ['a meaning is another', (readme: string) => readme.replace('When it ends', 'When it begins')],
    ['a row is too many', (readme: string) => readme.replace(/^(.*LIMIT_MS.*\n)/m, '$1$1')],
    ['two rows are swapped', (readme: string) => readme.replace(/^(.*LIMIT_MS.*\n)(.*METRICS.*\n)/m, '$2$1')],
  ])('does not when %s', (_when, change) => {
    const changed = change(`# Service\n\n${table}\n`);
    expect(changed).not.toContain(table);
    expect(hasEnvironmentTable(changed, small)).toBe(false);
  });

  it('of one service is not that of another', () => {
    const other = z.object({ ...small.shape, ...downstreamSettings('CATALOG', 400) });
    expect(hasEnvironmentTable(table, other)).toBe(false);
  });
});
