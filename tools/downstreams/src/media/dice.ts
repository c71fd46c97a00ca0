import { createHash } from 'node:crypto';

/** Choices that look random and are the same in every process for the same seed. */
export interface Dice {
  /** A number from `low` up to, not including, `high`. */
  between(low: number, high: number): number;
  oneOf<T>(choices: readonly [T, ...T[]]): T;
}

/** Dice with 128 bits of state taken from SHA-256 of the seed (generator: Doty-Humphrey's sfc32), so no two ids share a sequence. */
export function createDice(seed: string): Dice {
  const digest = createHash('sha256').update(seed).digest();
  let a = digest.readInt32LE(0);
  let b = digest.readInt32LE(4);
  let c = digest.readInt32LE(8);
  let counter = digest.readInt32LE(12);

  function between(low: number, high: number): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return low + ((sum >>> 0) / 2 ** 32) * (high - low);
  }

  return {
    between,
    oneOf: (choices) => choices[Math.floor(between(0, choices.length))] ?? choices[0],
  };
}
