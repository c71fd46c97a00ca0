import { describe, expect, it } from '@jest/globals';
import { DownstreamInvalid } from '../errors.ts';
import { readJson } from './read-json.ts';

const call = { downstream: 'catalog', operation: 'getProduct' };
const answer = (contentType: string, body: string | Buffer) => ({
  headers: { 'content-type': contentType },
  data: Buffer.from(body),
});

describe('a body', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'APPLICATION/JSON',
    'application/hal+json',
    'application/json ;x=y',
  ])('declared as %s is read as JSON', (contentType) => {
    expect(readJson(answer(contentType, '{"a":1}'), call)).toEqual({ a: 1 });
  });

  it.each([
    'text/html',
    'text/json',
    'application/jsonp',
    'application/json5',
    'application/xml+jsonx',
    'x/application/json',
    '',
  ])('declared as %j is not, JSON or not', (contentType) => {
    expect(() => readJson(answer(contentType, '{"a":1}'), call)).toThrow(DownstreamInvalid);
  });

  it.each(['', '{"a":', '<html>', "{'a':1}", '{"a":NaN}', '{"a":1}{"b":2}', '\u0000'])('of %j is not JSON', (body) => {
    expect(() => readJson(answer('application/json', body), call)).toThrow(
      new DownstreamInvalid(call, 'the answer is not JSON'),
    );
  });

  it('that is not UTF-8 is read with replacement characters', () => {
    expect(readJson(answer('application/json', Buffer.from([0x22, 0x61, 0xff, 0x22])), call)).toBe('a\ufffd');
  });

  it('that is nested ten thousand deep is read like any other', () => {
    const deep = '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000);
    expect(readJson(answer('application/json', deep), call)).toHaveProperty('a.a.a.a');
  });
});
