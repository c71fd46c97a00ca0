import { describe, expect, it } from '@jest/globals';
import { Router } from 'express';
import { deflateSync } from 'node:zlib';
import { newRouter, openApiRoute } from '../src/index.ts';
import { everyone, jsonOf, startTiny, type TinyRequest } from './tiny.ts';

/** Routes as apps have them: in routers, also below a path, and one that takes a body. */
const serving = () =>
  startTiny((app) => {
    const products = newRouter();
    products.get('/products/:productId', (req, res) => {
      res.json({ id: req.params['productId'] });
    });
    app.use(products);
    const orders = Router();
    orders.post('/orders', (req, res) => {
      res.json({ received: req.body as unknown });
    });
    orders.get('/orders', (_req, res) => {
      res.json([]);
    });
    const lines = Router();
    lines.put('/lines/:line', (_req, res) => {
      res.json({});
    });
    orders.use('/orders/:order', lines);
    app.use('/v1', orders);
    app.use(openApiRoute({ openapi: '3.1.0' }, everyone));
  });

const json = { 'content-type': 'application/json' };

describe('a method', () => {
  it.each([
    ['POST', '/products/lamp', 'GET, HEAD'],
    ['DELETE', '/products/lamp', 'GET, HEAD'],
    ['OPTIONS', '/products/lamp', 'GET, HEAD'],
    ['TRACE', '/products/lamp', 'GET, HEAD'],
    ['PROPFIND', '/products/lamp', 'GET, HEAD'],
    ['PUT', '/openapi.json', 'GET, HEAD'],
    ['DELETE', '/v1/orders', 'GET, HEAD, POST'],
    ['POST', '/v1/orders/7/lines/3', 'PUT'],
    ['GET', '/v1/orders/7/lines/3', 'PUT'],
  ])('%s of %s is 405: allowed are %s', async (method, path, allow) => {
    const answer = await (await serving()).send(path, { method });
    expect([answer.status, answer.headers.allow, jsonOf(answer)['code']]).toEqual([405, allow, 'method-not-allowed']);
  });

  it.each([
    ['GET', '/products/lamp'],
    ['HEAD', '/products/lamp'],
    ['GET', '/v1/orders'],
    ['PUT', '/v1/orders/7/lines/3'],
    ['GET', '/openapi.json'],
  ])('%s of %s is allowed', async (method, path) => {
    const answer = await (await serving()).send(path, { method });
    expect([answer.status, answer.headers.allow]).toEqual([200, undefined]);
  });

  it.each([
    ['GET', '/nothing'],
    ['POST', '/nothing'],
    ['DELETE', '/v1/nothing'],
    ['POST', '/products/lamp/'],
    ['POST', '/Products/lamp'],
    ['GET', '/products'],
    ['GET', '//products/lamp'],
  ])('%s of %s, which nobody knows, is 404 and not to be kept', async (method, path) => {
    const answer = await (await serving()).send(path, { method });
    expect([answer.status, answer.headers['cache-control']]).toEqual([404, 'no-store']);
    expect(jsonOf(answer)).toMatchObject({ code: 'not-found', detail: 'There is no such resource.' });
  });
});

describe('an Accept', () => {
  it.each([
    undefined,
    '*/*',
    'application/*',
    'application/json',
    'text/html, application/json;q=0.1',
    'APPLICATION/JSON',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
  ])('%s is answered', async (accept) => {
    const answer = await (await serving()).send('/products/lamp', { headers: accept === undefined ? {} : { accept } });
    expect(answer.status).toBe(200);
  });

  it.each([
    'text/html',
    'application/xml, text/*',
    'application/json;q=0',
    'application/json; charset=utf-8;q=0',
    'image/png',
  ])('%s is 406', async (accept) => {
    const answer = await (await serving()).send('/products/lamp', { headers: { accept } });
    expect([answer.status, answer.headers['content-type']]).toEqual([406, 'application/problem+json']);
  });
});

describe('a body', () => {
  const post = async (options: TinyRequest) => (await serving()).send('/v1/orders', { method: 'POST', ...options });

  it('of JSON is read', async () => {
    expect(jsonOf(await post({ headers: json, body: '{"sku":"A"}' }))).toEqual({ received: { sku: 'A' } });
    const charset = { 'content-type': 'application/json; charset=utf-8' };
    expect(jsonOf(await post({ headers: charset, body: '["ü"]' }))).toEqual({ received: ['ü'] });
  });

  it('may be 100 KiB and no byte more', async () => {
    const ofBytes = (bytes: number) => JSON.stringify(['x'.repeat(bytes - 4)]);
    expect((await post({ headers: json, body: ofBytes(100 * 1024) })).status).toBe(200);
    const answer = await post({ headers: json, body: ofBytes(100 * 1024 + 1) });
    expect([answer.status, jsonOf(answer)['code']]).toEqual([413, 'content-too-large']);
  });

  it('is measured after it is unpacked', async () => {
    const body = deflateSync(JSON.stringify(['x'.repeat(200_000)]));
    const answer = await post({ headers: { ...json, 'content-encoding': 'deflate' }, body });
    expect([body.length < 1000, answer.status]).toEqual([true, 413]);
  });

  it.each([
    ['of another type', { 'content-type': 'text/plain' }],
    ['of a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['of no type', {}],
    ['in another charset', { 'content-type': 'application/json; charset=iso-8859-1' }],
    ['packed in a way unheard of', { ...json, 'content-encoding': 'lzma' }],
  ])('%s is 415', async (_what, headers) => {
    const answer = await post({ headers, body: '{}' });
    expect([answer.status, jsonOf(answer)['code']]).toEqual([415, 'unsupported-media-type']);
  });

  it.each(['{"a":', "{'a':1}", '{"a":1}{', 'secret'])('that is not JSON is 400 and not repeated: %s', async (body) => {
    const answer = await post({ headers: json, body });
    expect(answer.status).toBe(400);
    expect(jsonOf(answer)).toMatchObject({ errors: [{ in: 'body', name: 'body', code: 'invalid_json' }] });
    expect(answer.body).not.toMatch(/secret|position|Unexpected/);
  });

  it('that nobody asked for is held to the same rules', async () => {
    const tiny = await serving();
    const body = 'x'.repeat(200_000);
    expect((await tiny.send('/products/lamp', { headers: { 'content-type': 'text/plain' }, body })).status).toBe(415);
    expect((await tiny.send('/products/lamp', { headers: json, body })).status).toBe(413);
    expect((await tiny.send('/products/lamp', { headers: json, body: '{}' })).status).toBe(200);
  });
});

it.each([
  ['GET', '/products/%'],
  ['GET', '/products/%zz'],
  ['GET', '/products/%E0%A4%A'],
  ['POST', '/products/%ff'],
])('%s of the malformed path %s is 400', async (method, path) => {
  const tiny = await serving();
  const answer = await tiny.send(path, { method });
  expect(answer.status).toBe(400);
  expect(jsonOf(answer)).toMatchObject({ errors: [{ in: 'path', name: 'path', code: 'malformed_encoding' }] });
  expect(tiny.log.filter(({ level }) => level === 'error')).toEqual([]);
});
