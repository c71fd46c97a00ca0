import { describe, expect, it } from '@jest/globals';
import { fresh } from '@product-bffs/composition';
import * as z from 'zod';
import { DownstreamInvalid } from './errors.ts';
import { notFoundLifetime } from './lifetimes.ts';
import { readBatch } from './read-batch.ts';

const now = Date.parse('2026-03-01T12:00:00.000Z');
const lifetime = { softMs: 60_000, hardMs: 90_000, staleWhileRevalidate: true };
const resource = {
  schema: z.object({ id: z.string(), size: z.int() }),
  lifetime,
  answers: ({ size }: { size: number }) => size !== 13,
};
const named = { downstream: 'things', operation: 'getThings' };
const read = (json: unknown, ...ids: string[]) => [...readBatch(json, ids, resource, {}, named, now)];
const nonsense: unknown = expect.any(DownstreamInvalid);
const thing = (id: string, size: unknown = 1) => ({ id, size, internal: 'x' });
const found = (id: string, size = 1) => fresh({ id, size }, lifetime, now);

describe('a batch', () => {
  it('says of each id that was asked for whether it is found or known to be absent, in the order asked', () => {
    const entries = read({ items: [thing('b'), thing('a', 2)], missing: ['c'] }, 'a', 'b', 'c');
    expect(entries).toEqual([
      ['a', found('a', 2)],
      ['b', found('b')],
      ['c', fresh(null, notFoundLifetime, now)],
    ]);
  });

  it('leaves out what was not asked for', () => {
    expect(read({ items: [thing('a'), thing('z')], missing: ['y'] }, 'a')).toEqual([['a', found('a')]]);
  });

  it.each<[string, unknown]>([
    ['makes no sense', thing('b', 'large')],
    ['answers another question', thing('b', 13)],
    ['has no id', { size: 1 }],
    ['is no object', 'b'],
    ['is null', null],
  ])('loses an item alone that %s, and says what was wrong', (_what, item) => {
    const entries = read({ items: [item, thing('a')], missing: [] }, 'a', 'b');
    expect(entries).toEqual([
      ['a', found('a')],
      ['b', nonsense],
    ]);
  });

  it.each<[string, unknown]>([
    ['a number', { id: 7, size: 1 }],
    ['a list', ['7']],
    ['absent', {}],
  ])('does not take for 7 an item whose id is %s', (_what, item) => {
    expect(read({ items: [item, thing('a')], missing: [] }, '7', 'a')[0]).toEqual(['7', nonsense]);
  });

  it('believes the last of two items of one id', () => {
    expect(read({ items: [thing('a'), thing('a', 2)], missing: [] }, 'a')).toEqual([['a', found('a', 2)]]);
  });

  it('takes an id for lost, not for absent, that is in neither list', () => {
    expect(read({ items: [thing('a')], missing: [] }, 'a', 'b')[1]).toEqual(['b', nonsense]);
  });

  it('believes the item where an id is in both lists', () => {
    expect(read({ items: [thing('a')], missing: ['a'] }, 'a')).toEqual([['a', found('a')]]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('does not take %s for an id that was answered', (id) => {
    expect(read({ items: [thing('a')], missing: [] }, 'a', id)[1]).toEqual([id, nonsense]);
  });

  it('of which all is known to be absent has not failed', () => {
    expect(read({ items: [], missing: ['a', 'b'] }, 'a', 'b').map(([, answer]) => answer)).toEqual([
      fresh(null, notFoundLifetime, now),
      fresh(null, notFoundLifetime, now),
    ]);
  });
});

describe('a batch fails as a whole', () => {
  it.each<[string, unknown]>([
    ['every item makes no sense', { items: [thing('a', 'x'), thing('b', 'y')], missing: [] }],
    ['every id is in neither list', { items: [], missing: [] }],
    ['it is no object', []],
    ['it is null', null],
    ['it has no items', { missing: ['a', 'b'] }],
    ['it has no list of what is missing', { items: [thing('a'), thing('b')] }],
    ['its items are no list', { items: { a: thing('a') }, missing: [] }],
    ['what is missing is no list of ids', { items: [thing('a')], missing: [7] }],
  ])('when %s', (_when, json) => {
    expect(() => read(json, 'a', 'b')).toThrow(DownstreamInvalid);
  });
});

it('lets nothing live longer than its own end', () => {
  const ending = { ...resource, endsAt: ({ size }: { size: number }) => now + size };
  const answers = readBatch({ items: [thing('a', 500)], missing: [] }, ['a'], ending, {}, named, now);
  expect(answers.get('a')).toMatchObject({ softUntil: now + 500, hardUntil: now + 500 });
});
