import { expect, it } from '@jest/globals';
import {
  answerHeaders,
  newApp,
  noSuchRoute,
  otherResponses,
  problemHandler,
  requestRules,
  respond,
  startRequestContext,
  createLogger,
} from '@product-bffs/http-service';
import * as z from 'zod';
import type { ZodOpenApiObject } from 'zod-openapi';
import { checkedApi } from './checked-api.ts';

const body = z.strictObject({ method: z.string() });
const contract: ZodOpenApiObject = {
  openapi: '3.1.0',
  info: { title: 'echo', version: '1' },
  paths: {
    '/echo': {
      get: {
        responses: {
          200: { description: 'What came', headers: answerHeaders, content: { 'application/json': { schema: body } } },
          ...otherResponses('not-found'),
        },
      },
    },
  },
};

function echo(extra: object = {}) {
  const app = newApp([]);
  app.use(startRequestContext({ deadlineMs: 1000 }), requestRules(app));
  app.get('/echo', (req, res) =>
    respond(req, res, { body: { method: req.method, ...extra }, cacheControl: 'no-store' }),
  );
  app.get('/away', (_req, res) => res.redirect(302, '/echo'));
  app.use(noSuchRoute, problemHandler({ problemBaseUrl: 'https://p.example', logger: createLogger('echo', 'silent') }));
  return checkedApi(app, contract);
}

it('gives the answer as it came over the wire', async () => {
  const answer = await echo().get('/echo');
  expect([answer.status, answer.bytes.toString()]).toEqual([200, '{"method":"GET"}']);
  const again = await echo().get('/echo', { 'if-none-match': String(answer.headers['etag']) });
  expect([again.status, again.bytes.length]).toEqual([304, 0]);
});

it('fails the test for an answer that the contract does not have', async () => {
  await expect(echo({ costPrice: 1 }).get('/echo')).rejects.toThrow(/GET \/echo -> 200:\n.*costPrice/);
});

it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('sends %s', async (method) => {
  const answer = await echo().request(method, '/echo');
  expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET, HEAD']);
});

it('sends a body as it is, with its headers', async () => {
  const sent = echo().request('GET', '/echo', { headers: { 'content-type': 'text/xml' }, body: '<a/>' });
  await expect(sent).rejects.toThrow(/415: the contract does not document/);
});

it('sends HEAD, and sees no body', async () => {
  expect((await echo().request('HEAD', '/echo')).bytes).toHaveLength(0);
});

it('follows no redirect', async () => {
  await expect(echo().get('/away')).rejects.toThrow(/GET \/away -> 302/);
});

it('says so when it does not know a method', async () => {
  await expect(echo().request('BREW', '/echo')).rejects.toThrow('checkedApi does not know the method BREW');
});
