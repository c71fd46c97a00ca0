import type { DatabaseSync } from 'node:sqlite';
import type { ServiceName } from '../service.ts';
import { ChangeLog } from './change-log.ts';
import type { IdRange, RecordVersion } from './digest-operation.ts';
import { inTransaction } from './open-database.ts';

export interface StoredRecord<Doc> {
  id: string;
  doc: Doc;
  /** 1 as seeded, one more with each write, deletion included; never goes back, not even for an id that comes again. */
  version: number;
  /** RFC 3339 UTC */
  updatedAt: string;
}

export interface SeedRecord<Doc> {
  id: string;
  doc: Doc;
  updatedAt: string;
}

interface Row {
  id: string;
  doc: string;
  version: number;
  updated_at: string;
}

const AFTER_ALL_IDS = '~';

export interface RecordStoreOptions {
  now: () => Date;
  keptChanges: number;
  /** A JSON path into the documents: what digests tell records apart by. Default: the version alone */
  facet?: string;
}

/** Versioned JSON documents by id with a log of their changes, in SQLite. A deleted record stays as a row without document. */
export class RecordStore<Doc> {
  readonly changes: ChangeLog;
  readonly #database: DatabaseSync;
  readonly #now: () => Date;
  readonly #statements;

  constructor(database: DatabaseSync, service: ServiceName, options: RecordStoreOptions) {
    this.#database = database;
    this.#now = options.now;
    const table = `${service}_records`;
    database.exec(
      `CREATE TABLE IF NOT EXISTS ${table} (id TEXT PRIMARY KEY, doc TEXT, version INTEGER NOT NULL, updated_at TEXT NOT NULL)`,
    );
    const facet = options.facet === undefined ? 'NULL' : `json_extract(doc, '${options.facet}')`;
    // All that a digest is made of, without a look at any document.
    database.exec(
      `CREATE INDEX IF NOT EXISTS ${table}_versions ON ${table} (id, version, ${facet}) WHERE doc IS NOT NULL`,
    );
    database.exec(`CREATE INDEX IF NOT EXISTS ${table}_gone ON ${table} (id) WHERE doc IS NULL`);
    this.changes = new ChangeLog(database, service, options.keptChanges);
    this.#statements = {
      any: database.prepare(`SELECT 1 FROM ${table} LIMIT 1`),
      get: database.prepare(`SELECT id, doc, version, updated_at FROM ${table} WHERE id = ? AND doc IS NOT NULL`),
      page: database.prepare(
        `SELECT id, doc, version, updated_at FROM ${table} WHERE id > ? AND doc IS NOT NULL ORDER BY id LIMIT ?`,
      ),
      versions: database.prepare(
        `SELECT id, version, ${facet} AS facet FROM ${table} WHERE id >= ? AND id < ? AND doc IS NOT NULL ORDER BY id`,
      ),
      gone: database.prepare(`SELECT id FROM ${table} WHERE id >= ? AND id < ? AND doc IS NULL ORDER BY id LIMIT ?`),
      version: database.prepare(`SELECT version FROM ${table} WHERE id = ?`),
      seed: database.prepare(`INSERT INTO ${table} (id, doc, version, updated_at) VALUES (?, ?, 1, ?)`),
      write: database.prepare(`INSERT OR REPLACE INTO ${table} (id, doc, version, updated_at) VALUES (?, ?, ?, ?)`),
    };
  }

  /** Fills an empty store; one that holds anything already is left as it is. What is seeded is not in the change feed. */
  seed(records: () => Iterable<SeedRecord<Doc>>): void {
    if (this.#statements.any.get() !== undefined) return;
    inTransaction(this.#database, () => {
      for (const { id, doc, updatedAt } of records()) this.#statements.seed.run(id, JSON.stringify(doc), updatedAt);
    });
  }

  get(id: string): StoredRecord<Doc> | undefined {
    const row = this.#statements.get.get(id) as Row | undefined;
    return row && this.#record(row);
  }

  /** @param afterId '' for the first page */
  page(afterId: string, limit: number): StoredRecord<Doc>[] {
    return (this.#statements.page.all(afterId, limit) as unknown as Row[]).map((row) => this.#record(row));
  }

  /** @param counts whether a record is one of those that are asked for; absent: every one is */
  versions(
    { from = '', to = AFTER_ALL_IDS }: IdRange,
    counts: (id: string, facet: unknown) => boolean = () => true,
  ): RecordVersion[] {
    const rows = this.#statements.versions.all(from, to) as unknown as (RecordVersion & { facet: unknown })[];
    return rows.filter(({ id, facet }) => counts(id, facet)).map(({ id, version }) => ({ id, version }));
  }

  /** Ids of deleted records, at most so many. */
  gone({ from = '', to = AFTER_ALL_IDS }: IdRange, limit: number): string[] {
    return this.#statements.gone.all(from, to, limit).map(({ id }) => String(id));
  }

  put(id: string, doc: Doc): StoredRecord<Doc> {
    return { id, doc, ...this.#write(id, JSON.stringify(doc)) };
  }

  delete(id: string): void {
    this.#write(id, null);
  }

  #write(id: string, doc: string | null): { version: number; updatedAt: string } {
    return inTransaction(this.#database, () => {
      const previous = this.#statements.version.get(id) as { version: number } | undefined;
      const version = (previous?.version ?? 0) + 1;
      const updatedAt = this.#now().toISOString();
      this.#statements.write.run(id, doc, version, updatedAt);
      this.changes.append({ id, op: doc === null ? 'delete' : 'upsert', version, at: updatedAt });
      return { version, updatedAt };
    });
  }

  #record({ id, doc, version, updated_at }: Row): StoredRecord<Doc> {
    return { id, doc: JSON.parse(doc) as Doc, version, updatedAt: updated_at };
  }
}
