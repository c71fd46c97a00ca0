import type { DatabaseSync } from 'node:sqlite';
import type { ServiceName } from '../service.ts';

export interface Change {
  id: string;
  op: 'upsert' | 'delete';
  /** One more with each write of the service, from 1; the seed is sequence 0 and not in the log. */
  sequence: number;
  /** The record's, after this change. */
  version: number;
  /** RFC 3339 UTC */
  at: string;
}

export interface ChangePage {
  changes: Change[];
  /** What to ask with next. */
  nextSequence: number;
  hasMore: boolean;
}

/** The changes of one service's records, newest `kept` only. */
export class ChangeLog {
  readonly #kept: number;
  readonly #statements;

  constructor(database: DatabaseSync, service: ServiceName, kept: number) {
    this.#kept = kept;
    const table = `${service}_changes`;
    database.exec(
      `CREATE TABLE IF NOT EXISTS ${table} (sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, op TEXT NOT NULL, version INTEGER NOT NULL, at TEXT NOT NULL)`,
    );
    this.#statements = {
      newest: database.prepare(`SELECT coalesce(max(sequence), 0) AS newest FROM ${table}`),
      after: database.prepare(
        `SELECT id, op, sequence, version, at FROM ${table} WHERE sequence > ? ORDER BY sequence LIMIT ?`,
      ),
      append: database.prepare(`INSERT INTO ${table} (sequence, id, op, version, at) VALUES (?, ?, ?, ?, ?)`),
      drop: database.prepare(`DELETE FROM ${table} WHERE sequence <= ?`),
    };
  }

  newestSequence(): number {
    return (this.#statements.newest.get() as { newest: number }).newest;
  }

  /** Called within the transaction that writes the record. */
  append({ id, op, version, at }: Omit<Change, 'sequence'>): void {
    const sequence = this.newestSequence() + 1;
    this.#statements.append.run(sequence, id, op, version, at);
    this.#statements.drop.run(sequence - this.#kept);
  }

  /** undefined where changes after `since` are no longer all kept, or where `since` is of a former life of the service. */
  after(since: number, limit: number): ChangePage | undefined {
    const newest = this.newestSequence();
    if (since > newest || since < newest - this.#kept) return undefined;
    const changes = this.#statements.after.all(since, limit) as unknown as Change[];
    const nextSequence = changes.at(-1)?.sequence ?? since;
    return { changes, nextSequence, hasMore: nextSequence < newest };
  }
}
