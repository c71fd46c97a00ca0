import { describe, expect, it } from '@jest/globals';
import { anyRequest, answerHeaders, otherResponses } from '@product-bffs/http-service';
import * as z from 'zod';
import type { ZodOpenApiObject } from 'zod-openapi';
import { checkAnswer, type Answer } from './check-answer.ts';

const thing = z.strictObject({
  id: z.string(),
  tags: z.array(z.strictObject({ name: z.string() })),
  size: z.int().nullable(),
});

const contract: ZodOpenApiObject = {
  openapi: '3.1.0',
  info: { title: 'things', version: '1' },
  paths: {
    '/things/{thingId}': {
      get: {
        responses: {
          200: { description: 'A thing', headers: answerHeaders, content: { 'application/json': { schema: thing } } },
          ...otherResponses('not-found', ...anyRequest),
        },
      },
    },
  },
};

const always = {
  'x-request-id': 'r-1',
  'content-language': 'en-GB',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=1',
  'x-content-type-options': 'nosniff',
};
const aThing = { id: 'lamp', tags: [{ name: 'new' }], size: null };

interface Sent {
  method?: string;
  path?: string;
  status?: number;
  /** Beside those of a good answer; undefined takes one away. */
  headers?: Record<string, string | undefined>;
  body?: string;
  type?: string;
}

function answer(sent: Sent): Answer {
  const { method = 'GET', path = '/things/lamp', status = 200, body = JSON.stringify(aThing) } = sent;
  const bytes = Buffer.from(body);
  const headers: Record<string, string | undefined> = {
    ...always,
    etag: '"abc"',
    'content-type': sent.type ?? 'application/json; charset=utf-8',
    'content-length': String(bytes.length),
    date: 'Sun, 01 Mar 2026 12:00:00 GMT',
    connection: 'close',
    ...sent.headers,
  };
  const present = Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined);
  return { method, path, status, headers: Object.fromEntries(present), bytes };
}

const problem = (status: number, code: string, more: Sent = {}) =>
  answer({
    status,
    type: 'application/problem+json',
    body: JSON.stringify({
      type: `https://p.example/${code}`,
      title: 't',
      status,
      detail: 'd',
      code,
      requestId: 'r-1',
    }),
    ...more,
    headers: { etag: undefined, ...more.headers },
  });
const noBody = { body: '', headers: { 'content-length': undefined, 'content-type': undefined } };

describe('an answer as the contract has it', () => {
  it.each([
    ['a 200', answer({})],
    ['a 200 with a query', answer({ path: '/things/lamp?locale=de-DE' })],
    ['a 200 with an optional header', answer({ headers: { vary: 'Accept-Language' } })],
    ['a 304', answer({ status: 304, ...noBody })],
    ['a HEAD', answer({ method: 'HEAD', body: '', headers: { 'content-length': '99' } })],
    ['a documented problem', problem(404, 'not-found')],
    [
      'a method that is not allowed',
      problem(405, 'method-not-allowed', { method: 'POST', headers: { allow: 'GET, HEAD' } }),
    ],
    ['a path that nobody knows', problem(404, 'not-found', { path: '/nothing' })],
    ['the document itself', answer({ path: '/openapi.json', body: '{}' })],
  ])('passes: %s', (_what, good) => {
    expect(() => checkAnswer(good, contract)).not.toThrow();
  });
});

describe('an answer that differs', () => {
  it.each<[what: string, Answer, names: RegExp]>([
    [
      'a status that is not documented',
      answer({ status: 201 }),
      /GET \/things\/lamp -> 201: the contract does not document/,
    ],
    ['a problem that is not documented', problem(503, 'service-unavailable'), /503: the contract does not document/],
    ['a success where no operation is', answer({ path: '/other' }), /200: the contract does not document/],
    ['a success of a method without operation', answer({ method: 'DELETE' }), /DELETE .* does not document/],
    ['a header that is not documented', answer({ headers: { 'x-powered-by': 'Express' } }), /header .*x-powered-by/],
    ['a header that is missing', answer({ headers: { etag: undefined } }), /header etag/],
    ['an ETag on a problem', problem(404, 'not-found', { headers: { etag: '"abc"' } }), /header .*etag/],
    ['a 405 without Allow', problem(405, 'method-not-allowed', { method: 'POST' }), /header allow/],
    ['an Allow without 405', answer({ headers: { allow: 'GET' } }), /header allow/],
    [
      'a field that is not documented',
      answer({ body: JSON.stringify({ ...aThing, costPrice: 1 }) }),
      /body .*costPrice/,
    ],
    [
      'a field deep inside that is not documented',
      answer({ body: JSON.stringify({ ...aThing, tags: [{ name: 'new', internal: 1 }] }) }),
      /body tags\.0: .*internal/,
    ],
    ['a field that is missing', answer({ body: '{"id":"lamp","tags":[]}' }), /body size/],
    ['a field of another type', answer({ body: JSON.stringify({ ...aThing, size: '45 cm' }) }), /body size/],
    ['a body that is not JSON', answer({ body: '<html>' }), /JSON/],
    ['a content type that is not documented', answer({ type: 'text/html' }), /content-type: is not application\/json/],
    ['no content type', answer({ headers: { 'content-type': undefined } }), /content-type: is not application\/json/],
    [
      'a problem as plain JSON',
      problem(404, 'not-found', { type: 'application/json' }),
      /is not application\/problem\+json/,
    ],
    ['a problem without its code', problem(404, 'not-found', { body: '{"status":404}' }), /body code/],
    ['a length that is wrong', answer({ headers: { 'content-length': '3' } }), /content-length: is not the length/],
    ['a body of a 304', answer({ status: 304 }), /a body where there is to be none/],
    ['a body of HEAD', answer({ method: 'HEAD' }), /a body where there is to be none/],
    [
      'a 304 without its ETag',
      answer({ status: 304, ...noBody, headers: { ...noBody.headers, etag: undefined } }),
      /header etag/,
    ],
  ])('fails and is named: %s', (_what, bad, names) => {
    expect(() => checkAnswer(bad, contract)).toThrow(names);
  });

  it('fails with everything that is wrong, and what was sent', () => {
    const bad = answer({ headers: { etag: undefined, 'x-powered-by': 'Express' }, body: '{"id":7}' });
    const faults = [/header etag/, /x-powered-by/, /body id/, /body tags/, /\{"id":7\}/];
    for (const fault of faults) expect(() => checkAnswer(bad, contract)).toThrow(fault);
  });
});
