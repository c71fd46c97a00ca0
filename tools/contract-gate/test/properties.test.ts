import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalDocument } from '../src/canonical-document.ts';
import { compareDocuments } from '../src/compare-documents.ts';
import { isObject, type Json, type JsonObject } from '../src/json.ts';
import { baseDocument, mutated } from './base-document.ts';
import { mutations, type Mutation } from './mutations.ts';

const base = canonicalDocument(baseDocument());
const changesOf = (document: JsonObject) => compareDocuments(base, canonicalDocument(document));

/** The same JSON with the names of every object in another order. */
function shuffled(node: Json, random: () => number): Json {
  if (Array.isArray(node)) return node.map((child) => shuffled(child, random));
  if (!isObject(node)) return node;
  const entries = Object.entries(node).map(([name, child]) => ({ name, child, order: random() }));
  return Object.fromEntries(
    entries.toSorted((one, other) => one.order - other.order).map(({ name, child }) => [name, shuffled(child, random)]),
  );
}

/** Some of the mutations that can be made one after another: each finds what it changes. */
function applicable(chosen: Mutation[]): Mutation[] {
  return chosen.reduce<Mutation[]>((applied, mutation) => {
    try {
      mutated(...applied, mutation);
      return [...applied, mutation];
    } catch {
      return applied;
    }
  }, []);
}

const harmless = mutations.filter(({ expected }) => expected === 'neutral');
const additive = mutations.filter(({ expected }) => expected === 'additive');
const breaks = mutations.filter(({ expected }) => expected === 'breaking');

it('a document in any order of names promises what it promised', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      let state = seed;
      const random = () => (state = (state * 1103515245 + 12345) % 2147483648);
      const document = shuffled(baseDocument(), random) as JsonObject;
      expect(canonicalDocument(document)).toEqual(base);
      expect(changesOf(document)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it('additive changes together, in any order and whatever the spelling, are additive', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...additive, ...harmless], { minLength: 1, maxLength: 8 }), (chosen) => {
      const levels = changesOf(mutated(...applicable(chosen))).map(({ level }) => level);
      expect(levels.filter((level) => level !== 'additive')).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it('no additive change makes up for a breaking one', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...breaks),
      fc.shuffledSubarray([...additive, ...harmless], { maxLength: 6 }),
      (breach, others) => {
        // The breach comes last, so that nothing undoes it; it has to find what it breaks.
        const [document] = [applicable(others)].flatMap((applied) =>
          applicable([...applied, breach]).includes(breach) ? [mutated(...applied, breach)] : [],
        );
        fc.pre(document !== undefined);
        const levels = changesOf(document).map(({ level }) => level);
        expect(levels).toContain('breaking');
      },
    ),
    { numRuns: 300 },
  );
});
