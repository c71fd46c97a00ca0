import { Problem, invalidBody } from '../http/problem.ts';
import type { Operation, Service } from '../service.ts';
import { gzipBomb } from './gzip-bomb.ts';
import type { Fault } from './schema.ts';
import { faultsSchema } from './schema.ts';

interface ScriptedFault {
  fault: Fault;
  /** How many matching calls it is still for. */
  left: number;
}

/** The faults that are set on one service, and which of them the next call gets. */
export class FaultScript {
  readonly #service: Service;
  readonly #random: () => number;
  #scripted: ScriptedFault[] = [];

  /** @param random from 0 up to 1, as Math.random */
  constructor(service: Service, random: () => number = Math.random) {
    this.#service = service;
    this.#random = random;
  }

  /**
   * Replaces what was set, at once; the promise is only for what a fault needs to be made first.
   * @throws Problem 400 that names every unknown kind, field or operation and every wrong value; what was set then stays
   */
  async set(body: unknown): Promise<void> {
    const parsed = faultsSchema.safeParse(body);
    if (!parsed.success) throw invalidBody(parsed.error);
    for (const fault of parsed.data) this.#check(fault);
    this.#scripted = parsed.data.map((fault) => ({ fault, left: fault.times ?? Infinity }));
    if (parsed.data.some(({ kind }) => kind === 'gzip-bomb')) await gzipBomb();
  }

  clear(): void {
    this.#scripted = [];
  }

  /** The faults of one call, in order: any number of latencies, then at most one that decides the answer. Counts `times` down. */
  take(operation: Operation): Fault[] {
    const taken: Fault[] = [];
    for (const scripted of this.#scripted) {
      const { fault } = scripted;
      if (scripted.left === 0 || !matches(fault, operation)) continue;
      scripted.left -= 1;
      if (this.#random() >= (fault.probability ?? 1)) continue;
      taken.push(fault);
      if (fault.kind !== 'latency') break;
    }
    return taken;
  }

  #check(fault: Fault): void {
    const { name, operations, itemFields, nestedItemFields } = this.#service;
    const names = operations.map((operation) => operation.name);
    if (fault.operation !== undefined && !names.includes(fault.operation)) {
      throw new Problem(400, `${name} has no operation "${fault.operation}"; it has ${names.join(', ')}.`);
    }
    if (fault.kind !== 'drift' || fault.change === 'extra') return;
    const known = fault.operation === 'getChanges' ? changeFields : [...itemFields, ...nestedItemFields];
    const first = fault.field.split('.', 1)[0] ?? '';
    if (known.includes(first)) return;
    throw new Problem(400, `No item of ${name} has a field "${first}"; they have ${known.join(', ')}.`);
  }
}

const changeFields = ['id', 'op', 'sequence', 'version', 'at'];

/** Drift of items leaves alone what has none, and the change feed unless it is named. */
function matches(fault: Fault, operation: Operation): boolean {
  if (fault.operation !== undefined) return fault.operation === operation.name;
  return fault.kind !== 'drift' || operation.holds === 'item' || operation.holds === 'items';
}
