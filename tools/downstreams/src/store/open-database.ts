import { DatabaseSync } from 'node:sqlite';

/** Raised with every change of a table; a file of another layout is refused rather than misread. */
const layout = 1;

/**
 * @param file absent = in memory, gone with the process; one file can hold all five services
 * @throws Error that says what is wrong with the file
 */
export function openDatabase(file?: string): DatabaseSync {
  try {
    const database = new DatabaseSync(file ?? ':memory:', { timeout: 10_000 });
    const found = database.prepare('PRAGMA user_version').get()?.['user_version'];
    if (found !== 0 && found !== layout) throw new Error(`its layout is ${String(found)}, not ${layout}`);
    database.exec(`PRAGMA user_version = ${layout}; PRAGMA synchronous = ${file === undefined ? 'OFF' : 'NORMAL'}`);
    return database;
  } catch (error) {
    throw new Error(`Cannot use ${file ?? 'memory'} as the database: ${(error as Error).message}`, { cause: error });
  }
}

/** Runs `work` in one transaction: all of it is kept, or nothing. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
