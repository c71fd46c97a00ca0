import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { needsOf } from '@product-bffs/auth';
import {
  checkNeeds,
  environmentTable,
  hasEnvironmentTable,
  routesOf,
  routesOfDocument,
} from '@product-bffs/contract-testing';
import { parseEnvironment } from '@product-bffs/http-service';
import supertest from 'supertest';
import { createApp } from '../src/app.ts';
import { environment } from '../src/config.ts';
import { createDependencies } from '../src/dependencies.ts';
import { openApi } from '../src/openapi.ts';
import { signInSettings } from './web.ts';

const anywhere = 'http://127.0.0.1:1';
const config = parseEnvironment(environment, {
  ...Object.fromEntries(
    Object.keys(environment.shape).flatMap((name) => (/(?<!REDIS)_URL$/.test(name) ? [[name, anywhere]] : [])),
  ),
  ...signInSettings(),
  LOG_LEVEL: 'silent',
});

it('has the routes that its document describes, and no other', () => {
  const documented = Object.entries(openApi.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(routesOf(createApp(createDependencies(config)))).toEqual([...documented, ...routesOfDocument()].sort());
});

it('asks of each route what its document says', () => {
  expect(checkNeeds(needsOf(createApp(createDependencies(config))), openApi)).toEqual([]);
});

it('refuses, in production, cookies without TLS, sessions in memory, and keys that are none', () => {
  const variables = { ...signInSettings(), NODE_ENV: 'production', COOKIES: 'plain', SESSION_KEYS: 'a:c2hvcnQ=' };
  const read = () => parseEnvironment(environment, variables);
  expect(read).toThrow(/COOKIES: plain is refused/);
  expect(read).toThrow(/SESSION_STORE: memory is refused/);
  expect(read).toThrow(/SESSION_KEYS: must be id:base64/);
  expect(read).not.toThrow(/c2hvcnQ/);
});

it('documents every environment variable in its README', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  expect(hasEnvironmentTable(readme, environment) || environmentTable(environment)).toBe(true);
});

it('lets the origins of its configuration read answers, and no other', async () => {
  const app = createApp(createDependencies({ ...config, ALLOWED_ORIGINS: ['https://shop.example'] }));
  const from = (origin: string) => supertest(app).get('/openapi.json').set('origin', origin);
  expect((await from('https://shop.example')).headers).toMatchObject({
    'access-control-allow-origin': 'https://shop.example',
    vary: 'Origin, Accept-Encoding',
  });
  const other = await from('https://evil.example');
  expect(other.headers).not.toHaveProperty('access-control-allow-origin');
  expect(other.headers).toHaveProperty('vary', 'Origin, Accept-Encoding');
});
