import { expect, it } from '@jest/globals';
import { Deadline } from '@product-bffs/composition';
import { inTurns } from './in-turns.ts';

const works = () => Array.from({ length: 4 }, () => Promise.withResolvers<string>());
const soon = () => new Promise((resolve) => setImmediate(resolve));

it('runs two at once, and the others in the order in which they came', async () => {
  const inTurn = inTurns(2);
  const deadline = new Deadline({ budgetMs: 10_000 });
  const all = works();
  const started: number[] = [];
  const results = all.map(({ promise }, n) =>
    inTurn(deadline, () => {
      started.push(n);
      return promise;
    }),
  );
  await soon();
  expect(started).toEqual([0, 1]);
  all[1]?.reject(new Error('broken'));
  await expect(results[1]).rejects.toThrow('broken');
  await soon();
  expect(started).toEqual([0, 1, 2]);
  for (const { resolve } of all) resolve('done');
  expect(await Promise.all([results[0], results[2], results[3]])).toEqual(['done', 'done', 'done']);
  deadline.end();
});

it('gives the turn of one that could not wait to the next', async () => {
  const inTurn = inTurns(1);
  const [patient, hurried] = [new Deadline({ budgetMs: 10_000 }), new Deadline({ budgetMs: 20 })];
  const first = Promise.withResolvers<string>();
  const results = [inTurn(patient, () => first.promise)];
  const gone = inTurn(hurried, () => Promise.resolve('never'));
  results.push(inTurn(patient, () => Promise.resolve('second')));
  await expect(gone).rejects.toThrow();
  first.resolve('first');
  expect(await Promise.all(results)).toEqual(['first', 'second']);
  expect(await inTurn(patient, () => Promise.resolve('third'))).toBe('third');
  patient.end();
});
