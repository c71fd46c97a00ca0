import { describe, expect, it } from '@jest/globals';
import { openApiRoute, respond } from '../src/index.ts';
import { everyone, startTiny } from './tiny.ts';
import type { TinyOptions } from './tiny-app.ts';

const serving = (options: TinyOptions = {}) =>
  startTiny((app) => {
    app.get('/', (req, res) => respond(req, res, { body: {}, cacheControl: 'no-store' }));
    app.get('/by-id/:id', (req, res) => respond(req, res, { body: {}, cacheControl: 'no-store' }));
    app.use(openApiRoute({ openapi: '3.1.0', info: { title: 'tiny' } }, everyone));
  }, options);

const shop = 'https://shop.example';

describe('every answer', () => {
  it.each([
    ['GET', '/', 200],
    ['HEAD', '/', 200],
    ['GET', '/openapi.json', 200],
    ['GET', '/nothing', 404],
    ['POST', '/', 405],
    ['GET', '/by-id/%', 400],
  ])(
    '(%s %s) is nothing to render, sniff, frame or embed, and names its request and language',
    async (method, path, status) => {
      const answer = await (await serving()).send(path, { method });
      expect(answer.status).toBe(status);
      expect(answer.headers).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000',
        'x-content-type-options': 'nosniff',
        'x-request-id': expect.stringMatching(/^[\w-]{36}$/),
        'content-language': 'en-GB',
      });
      expect(answer.headers).not.toHaveProperty('x-powered-by');
    },
  );
});

describe('another origin', () => {
  it('may read nothing where no origin is listed: there is no CORS header at all', async () => {
    const answer = await (await serving()).send('/', { headers: { origin: shop } });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('may read answers where it is listed', async () => {
    const tiny = await serving({ allowedOrigins: [shop, 'https://other.example'] });
    const answer = await tiny.send('/', { headers: { origin: shop } });
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': shop, vary: 'Origin' });
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it.each([
    'https://evil.example',
    'http://shop.example',
    'https://shop.example.evil.example',
    'https://shop.example:8443',
    'null',
  ])('may not where it is not: %s', async (origin) => {
    const answer = await (await serving({ allowedOrigins: [shop] })).send('/', { headers: { origin } });
    expect([answer.status, answer.headers['access-control-allow-origin'], answer.headers.vary]).toEqual([
      200,
      undefined,
      'Origin',
    ]);
  });

  it('may ask beforehand, and hears of GET and HEAD alone', async () => {
    const tiny = await serving({ allowedOrigins: [shop] });
    const headers = { origin: shop, 'access-control-request-method': 'GET' };
    const answer = await tiny.send('/', { method: 'OPTIONS', headers });
    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': shop,
      'access-control-allow-methods': 'GET,HEAD',
      'access-control-max-age': '600',
    });
  });

  it.each([undefined, 'https://evil.example'])(
    'is told of no method it may not use, asking beforehand from %s',
    async (origin) => {
      const tiny = await serving({ allowedOrigins: [shop] });
      const headers = { 'access-control-request-method': 'GET', ...(origin !== undefined && { origin }) };
      const answer = await tiny.send('/', { method: 'OPTIONS', headers });
      expect([answer.status, answer.headers['access-control-allow-methods']]).toEqual([405, undefined]);
    },
  );
});

it('hands out the OpenAPI document to keep for five minutes', async () => {
  const answer = await (await serving()).send('/openapi.json');
  expect(answer.body).toBe('{"openapi":"3.1.0","info":{"title":"tiny"}}');
  expect(answer.headers['cache-control']).toBe('public, max-age=300');
});
