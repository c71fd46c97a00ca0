import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { canonicalDocument } from '../src/canonical-document.ts';
import { levels, type Change, type Level } from '../src/change.ts';
import { compareDocuments } from '../src/compare-documents.ts';
import { isSame, objectAt, type JsonObject } from '../src/json.ts';
import { redoclyVerdicts } from '../src/redocly-verdicts.ts';
import { baseDocument, mutated } from './base-document.ts';
import { mutations, type Mutation } from './mutations.ts';

// redocly starts once for each harmless mutation.
jest.setTimeout(300_000);

const raw = baseDocument();
const base = canonicalDocument(raw);
const harmless = mutations.filter(({ expected }) => expected === 'neutral');
const meaningful = mutations.filter(({ expected }) => expected !== 'neutral');
/** Where paths come or go, redocly looks for renamed ones among all that are in the document. */
const alone = mutations.filter(({ expected, name }) => expected === 'neutral' || name.startsWith('path'));
const redocly = new Map<Mutation, boolean>();

/** The worst of our judgements; neutral where there is none. */
function worst(changes: Change[]): Level {
  return levels[Math.max(0, ...changes.map(({ level }) => levels.indexOf(level)))]!;
}

const ours = (mutation: Mutation) => worst(compareDocuments(base, canonicalDocument(mutated(mutation))));

/** One document out of many, each below a path and with security schemes of its own: redocly then starts once. */
function together(documents: [name: string, document: JsonObject][]): JsonObject {
  const named = documents.map(([name, document]) => {
    const schemes = objectAt(objectAt(document, 'components'), 'securitySchemes');
    const security = JSON.stringify(document).replaceAll(/"(apiKey|token|mutual)":/g, `"${name}-$1":`);
    const own = JSON.parse(security) as JsonObject;
    return {
      paths: Object.entries(objectAt(own, 'paths')).map(([path, item]) => [`/${name}${path}`, item]),
      schemes: Object.entries(schemes).map(([scheme, description]) => [`${name}-${scheme}`, description]),
    };
  });
  return {
    ...base,
    paths: Object.fromEntries(named.flatMap(({ paths }) => paths)) as JsonObject,
    components: { securitySchemes: Object.fromEntries(named.flatMap(({ schemes }) => schemes)) as JsonObject },
  };
}

beforeAll(async () => {
  const asked = mutations.filter((mutation) => !alone.includes(mutation));
  const revision = together(asked.map((mutation) => [mutation.name, canonicalDocument(mutated(mutation))]));
  const unchanged = together(asked.map(({ name }) => [name, base]));
  const verdicts = await redoclyVerdicts(unchanged, revision);
  for (const mutation of asked) {
    const places = [`/paths/~1${mutation.name}~1`, `/components/securitySchemes/${mutation.name}-`];
    redocly.set(
      mutation,
      verdicts.some(({ where }) => places.some((place) => where.startsWith(place))),
    );
  }
  const waiting = [...alone];
  const ask = async () => {
    for (let mutation = waiting.pop(); mutation; mutation = waiting.pop()) {
      redocly.set(mutation, (await redoclyVerdicts(raw, mutated(mutation))).length > 0);
    }
  };
  await Promise.all([ask(), ask()]);

  const word = (isBreaking: boolean | undefined) => (isBreaking ? 'breaking' : '-');
  const rows = mutations.map((mutation) => [
    mutation.side,
    mutation.name,
    mutation.expected,
    word(redocly.get(mutation)),
    ours(mutation),
  ]);
  const widths = [8, 32, 10, 8, 10];
  const line = (cells: string[]) => `${cells.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}\n`;
  const missed = meaningful.filter((each) => each.expected === 'breaking' && !redocly.get(each)).length;
  const alarms = mutations.filter((each) => each.expected !== 'breaking' && redocly.get(each)).length;
  process.stdout.write(
    [['side', 'mutation', 'expected', 'redocly', 'ours'], ...rows].map(line).join('') +
      `${mutations.length} mutations; redocly alone misses ${missed} and is alarmed by ${alarms} harmless ones\n`,
  );
});

describe.each(mutations)('$name ($side)', (mutation) => {
  it(`is ${mutation.expected}`, () => {
    expect(ours(mutation)).toBe(mutation.expected);
  });

  it('changes the canonical document exactly where it changes the promise', () => {
    expect(isSame(canonicalDocument(mutated(mutation)), base)).toBe(mutation.expected === 'neutral');
  });
});

it('redocly finds nothing breaking where the gate, which shows it canonical documents, does not', () => {
  expect(meaningful.filter((each) => each.expected !== 'breaking' && redocly.get(each))).toEqual([]);
});

it('redocly alone is not enough: it misses some, and different spellings alarm it', () => {
  const missed = meaningful.filter((each) => each.expected === 'breaking' && !redocly.get(each));
  expect(missed.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['defaultChanged', 'fieldAddedToClosedObject']),
  );
  expect(harmless.filter((each) => redocly.get(each)).map(({ name }) => name)).toContain('nullSpeltAsAlternative');
});
