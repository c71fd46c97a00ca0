import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { faultMatrix, type FaultRow } from '../../fault-matrix.ts';
import { serviceNames, type ServiceName } from '../service.ts';
import type { BffUnderTest, Need } from './bff-under-test.ts';
import { cellOf, isAsPromised, observed, type Promised } from './expected.ts';
import { memoryGrowth } from './memory.ts';
import { reportFile, type MatrixReport } from './report.ts';
import { callsInTheEnd, cold, together, warm, type Outcome } from './trials.ts';
import { openWorld, type World } from './world.ts';

/** What an answer may be late, in milliseconds, when no event loop was held up. */
const LATE_MS = 50;
/** Of the smallest of the bodies that are too large. */
const HUGE_BYTES = 50_000_000;
/** How long a row may hold up the event loop at the most, in milliseconds. */
const HELD_UP_MS = 50;

/** Makes the tests of one BFF out of the table; to be called in a test file that has the machine to itself. */
export function describeFaultMatrix(bff: BffUnderTest): void {
  const services = serviceNames.filter((name) => bff.needs[name] !== undefined);
  const report: MatrixReport = { bff: bff.name, services, cells: [] };
  let world: World;

  beforeAll(async () => {
    world = await openWorld(bff);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    writeFileSync(reportFile, `${JSON.stringify(report, undefined, 2)}\n`);
  });

  /** A cell for each service that this can happen to. */
  const cellsOf = (row: FaultRow, state: 'cold' | 'warm') =>
    services.flatMap((service) => {
      const need = bff.needs[service] as Need;
      const cell = cellOf(row, need, state);
      const isKept = cell === 'F' || cell === '404' || (state === 'warm' && row.retryAfterS !== undefined);
      return row.at(service) === undefined
        ? []
        : [{ service, cell, then: isKept ? '' : ', and all is well afterwards' }];
    });

  function note(row: FaultRow, service: ServiceName, state: 'cold' | 'warm', { promised, answer }: Outcome): Promised {
    const told = observed(answer, bff, row.retryAfterS);
    const isInTime = lateMsOf({ promised, answer }, bff) === 0;
    report.cells.push({
      row: row.id,
      service,
      state,
      expected: promised.cell,
      observed: told.cell,
      asPromised: isInTime && isAsPromised(told, promised),
      ms: Math.round(answer.ms),
    });
    return told;
  }

  describe.each(faultMatrix)('$id $fault', (row) => {
    const heldUpMs: number[] = [];

    it.each(cellsOf(row, 'cold'))('$service has it: $cell$then', async ({ service }) => {
      const outcome = await cold(bff, world, row, service);
      heldUpMs.push(outcome.answer.ownHeldUpMs);
      const told = note(row, service, 'cold', outcome);
      expect(told).toEqual(outcome.promised);
      expect(lateMsOf(outcome, bff)).toBe(0);
      if (outcome.recovered !== undefined) expect(outcome.recovered).toEqual(outcome.whole);
      if (row.also === 'asks nothing') expect(outcome.calls).toEqual({});
      if (isScripted(row, service)) expect(Math.max(...Object.values(outcome.calls))).toBe(1 + row.retries);
    });

    if (row.warm !== '-') {
      const title = '$service has it when the answer was given before: $cell$then';
      it.each(cellsOf(row, 'warm'))(title, async ({ service }) => {
        const outcome = await warm(bff, world, row, service);
        const told = note(row, service, 'warm', outcome);
        expect(told).toEqual(outcome.promised);
        expect(lateMsOf(outcome, bff)).toBe(0);
        if (outcome.recovered !== undefined) expect(outcome.recovered).toEqual(outcome.whole);
      });
    }

    // A service that asks to be left alone is, whatever a breaker thinks of it.
    if (isScripted(row, 'pricing') && row.retryAfterS === undefined) {
      it(`its breaker ${row.breaker} it`, async () => {
        const calls = await callsInTheEnd(bff, world, row, 'pricing');
        expect(Object.keys(calls).length > 0).toBe(row.breaker === 'ignores');
      });
    }

    if (row.also === 'keeps the event loop free') {
      // Anything may hold it up once; what the fault does, it does to every service.
      it(`holds up the event loop for less than ${HELD_UP_MS} ms`, () => {
        expect(Math.min(...heldUpMs)).toBeLessThan(HELD_UP_MS);
      });
    }
  });

  it.each(faultMatrix.filter(({ id }) => ['15', '16a'].includes(id)))(
    '$id $fault from every service: no answer takes the memory of one such body, and all of them leave less than that',
    async (row) => {
      const { peakBytes, keptBytes } = await memoryGrowth(bff, world, row);
      expect(peakBytes).toBeLessThan(HUGE_BYTES);
      expect(keptBytes).toBeLessThan(HUGE_BYTES);
    },
    60_000,
  );

  describe('several services at once', () => {
    const [failing, silent, gone] = ['3', '9', '7'].map((id) => faultMatrix.find((row) => row.id === id) as FaultRow);
    const pairs = services.flatMap((one) => services.filter((other) => other !== one).map((other) => ({ one, other })));
    const check = async (faults: [ServiceName, FaultRow | undefined][]) => {
      const outcome = await together(bff, world, new Map(faults as [ServiceName, FaultRow][]));
      expect(observed(outcome.answer, bff)).toEqual(outcome.promised);
      expect(lateMsOf(outcome, bff)).toBe(0);
      expect(outcome.recovered).toEqual(outcome.whole);
    };

    it.each(pairs)('$one fails and $other is silent: as each of them alone, together', async ({ one, other }) => {
      await check([
        [one, failing],
        [other, silent],
      ]);
    });

    it.each([
      { what: 'failing', row: failing },
      { what: 'silent', row: silent },
      { what: 'gone', row: gone },
    ])('all of them are $what: a problem, in time, and complete again afterwards', async ({ row }) => {
      await check(services.map((service) => [service, row]));
    });
  });
}

function isScripted({ at }: FaultRow, service: ServiceName): boolean {
  const mishap = at(service);
  return mishap !== undefined && 'scripted' in mishap;
}

/** How much later an answer was than was promised; what held up an event loop is not held against it. */
function lateMsOf({ promised, answer }: Pick<Outcome, 'promised' | 'answer'>, bff: BffUnderTest): number {
  const limitMs = promised.status === 200 ? bff.sectionLimitMs : bff.budgetMs;
  return Math.max(0, Math.round(answer.ms - limitMs - LATE_MS - answer.heldUpMs));
}
