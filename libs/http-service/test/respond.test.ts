import { describe, expect, it } from '@jest/globals';
import { respond } from '../src/index.ts';
import { startTiny, type Tiny } from './tiny.ts';

const cacheControl = 'public, max-age=300';

const serving = (body: unknown = { name: 'Lampe für Ästheten' }) =>
  startTiny((app) => {
    app.get('/', (req, res) => {
      res.vary('Accept-Language');
      respond(req, res, { body, cacheControl });
    });
  });

const etagOf = async (tiny: Tiny) => String((await tiny.send('/')).headers.etag);
const askWith = (tiny: Tiny, tags: string, method = 'GET') =>
  tiny.send('/', { method, headers: { 'if-none-match': tags } });

describe('an answer', () => {
  it('is JSON in UTF-8 with its length, its life and a strong ETag', async () => {
    const answer = await (await serving()).send('/');
    expect([answer.status, answer.body]).toEqual([200, '{"name":"Lampe für Ästheten"}']);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(answer.body)),
      'cache-control': cacheControl,
      etag: expect.stringMatching(/^"[\w-]{20,}"$/),
    });
  });

  it('has the same ETag for the same bytes and another for others', async () => {
    const [first, same, other] = [await serving({ a: 1 }), await serving({ a: 1 }), await serving({ a: 2 })];
    expect(await etagOf(same)).toBe(await etagOf(first));
    expect(await etagOf(other)).not.toBe(await etagOf(first));
  });

  it('to HEAD has the headers of GET and no body', async () => {
    const tiny = await serving();
    const [get, head] = [await tiny.send('/'), await tiny.send('/', { method: 'HEAD' })];
    const timeless = ({ headers }: typeof get) => ({ ...headers, date: undefined, 'x-request-id': undefined });
    expect([head.status, head.body]).toEqual([200, '']);
    expect(timeless(head)).toEqual(timeless(get));
  });
});

describe('If-None-Match', () => {
  it.each([
    ['the ETag', (etag: string) => etag],
    ['the ETag as a weak one (RFC 9110 §8.8.3.2)', (etag: string) => `W/${etag}`],
    ['a list with it', (etag: string) => `"other", ${etag}, W/"third"`],
    ['a list without spaces', (etag: string) => `"other",${etag}`],
    ['*', () => '*'],
  ])('with %s is 304 for GET and HEAD, and repeats what may be kept', async (_what, tags) => {
    const tiny = await serving();
    const etag = await etagOf(tiny);
    for (const method of ['GET', 'HEAD']) {
      const answer = await askWith(tiny, tags(etag), method);
      expect([answer.status, answer.body]).toEqual([304, '']);
      expect(answer.headers).toMatchObject({ etag, 'cache-control': cacheControl, vary: 'Accept-Language' });
      expect(answer.headers).not.toHaveProperty('content-type');
      expect(answer.headers).not.toHaveProperty('content-length');
    }
  });

  it.each([
    ['another ETag', () => '"other"'],
    ['a part of the ETag', (etag: string) => `${etag.slice(0, -3)}"`],
    ['the ETag without quotes', (etag: string) => etag.slice(1, -1)],
    ['a list without it', () => '"one", W/"two"'],
    ['nothing', () => ''],
  ])('with %s is the whole answer', async (_what, tags) => {
    const tiny = await serving();
    const answer = await askWith(tiny, tags(await etagOf(tiny)));
    expect([answer.status, answer.body.length > 0]).toEqual([200, true]);
  });

  it('of yesterday is the whole answer once the answer has changed', async () => {
    let name = 'before';
    const tiny = await startTiny((app) => {
      app.get('/', (req, res) => respond(req, res, { body: { name }, cacheControl }));
    });
    const etag = await etagOf(tiny);
    expect((await askWith(tiny, etag)).status).toBe(304);
    name = 'after';
    expect(await askWith(tiny, etag)).toMatchObject({ status: 200, body: '{"name":"after"}' });
  });
});

it('is not fooled by If-Modified-Since: there is no Last-Modified', async () => {
  const headers = { 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' };
  expect((await (await serving()).send('/', { headers })).status).toBe(200);
});
