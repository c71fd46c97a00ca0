import type { Answer } from './answer.ts';
import { jsonAnswer } from './answer.ts';
import { Problem } from './problem.ts';

/** What every batch answers: found and not found side by side, in the order asked. */
export function batchAnswer(ids: string[], find: (id: string) => object | undefined): Answer {
  const items: object[] = [];
  const missing: string[] = [];
  for (const id of ids) {
    const item = find(id);
    if (item === undefined) missing.push(id);
    else items.push(item);
  }
  return jsonAnswer({ items, missing });
}

/** @throws Problem 404 where there is no such item; `what` says of what kind and which */
export function itemAnswer(item: object | undefined, what: string): Answer {
  if (item === undefined) throw new Problem(404, `There is no ${what}.`);
  return jsonAnswer(item);
}
