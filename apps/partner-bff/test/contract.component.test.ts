import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
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
import { versions } from '../src/versions/registry.ts';
import { contract } from './contract.ts';
import { createRegistry, ownVariables } from './registry.ts';

const registry = createRegistry({ id: 'tester' });
const anywhere = 'http://127.0.0.1:1';
const config = parseEnvironment(environment, {
  ...Object.fromEntries(
    Object.keys(environment.shape).flatMap((name) => (/(?<!REDIS)_URL$/.test(name) ? [[name, anywhere]] : [])),
  ),
  ...ownVariables,
  ...registry.variables,
  LOG_LEVEL: 'silent',
});

afterAll(() => registry.remove());

const routesOfDocuments = ['', '/versions', ...versions.map(({ name }) => `/${name}`)].flatMap(routesOfDocument);

it('has the routes that its document describes, and no other', () => {
  const documented = Object.entries(contract.paths ?? {}).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  // A list of ids and a page have one path, and a route each.
  expect([...new Set(routesOf(createApp(createDependencies(config))))]).toEqual(
    [...documented, ...routesOfDocuments].sort(),
  );
});

it('needs for each route what its document says', () => {
  expect(checkNeeds(needsOf(createApp(createDependencies(config))), contract, routesOfDocuments)).toEqual([]);
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
