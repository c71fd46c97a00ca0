import { expect, it } from '@jest/globals';
import * as z from 'zod';
import { faultsOf } from './faults.ts';

const schema = z.object({ id: z.string(), price: z.object({ minor: z.int() }), tags: z.array(z.string()) });

function faultsIn(sent: unknown): string {
  const { error } = schema.safeParse(sent);
  if (error === undefined) throw new Error('there is nothing wrong with it');
  return faultsOf(error);
}

it('says where and how an answer differs, without a value of it', () => {
  const text = faultsIn({ id: 'lamp', price: { minor: 'secret-price' }, tags: ['a', 77] });
  expect(text).toMatch(/^price\.minor: .*; tags\.1: /);
  expect(text).not.toMatch(/secret-price|77/);
});

it('names three places at most, and how many more there are', () => {
  const text = faultsIn({ price: {}, tags: [1, 2, 3] });
  expect(text.split('; ')).toHaveLength(4);
  expect(text).toMatch(/; and 2 more$/);
});

it('names the answer itself where it is something else altogether', () => {
  expect(faultsIn('text')).toMatch(/^answer: /);
});
