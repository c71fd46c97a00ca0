import { expect, it } from '@jest/globals';
import { scenarios } from '../src/scenarios.ts';

it.each(Object.entries(scenarios))(
  '%s: in a few seconds, all that is not about time holds',
  async (_name, { play }) => {
    const claims = await play(true);
    expect(claims.length).toBeGreaterThan(1);
    expect(claims.filter(({ holds, ofTime }) => !holds && !ofTime)).toEqual([]);
  },
);
