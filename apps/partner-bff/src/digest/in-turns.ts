import type { Deadline } from '@product-bffs/composition';

/** Runs so many at once; the others wait in the order in which they came, as long as their deadline lets them. */
export function inTurns(atOnce: number) {
  let underWay = 0;
  const waiting: ((turn: undefined) => void)[] = [];
  const end = () => {
    const next = waiting.shift();
    if (next) next(undefined);
    else underWay -= 1;
  };
  return async <T>(deadline: Deadline, work: () => Promise<T>): Promise<T> => {
    if (underWay < atOnce) underWay += 1;
    else {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      waiting.push(resolve);
      await deadline.within(promise).catch((error: unknown) => {
        const place = waiting.indexOf(resolve);
        // Its turn may have come meanwhile.
        if (place >= 0) waiting.splice(place, 1);
        else end();
        throw error;
      });
    }
    return work().finally(end);
  };
}
