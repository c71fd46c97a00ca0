import type { DatabaseSync } from 'node:sqlite';
import type { CatalogueEntry } from '../../catalogue/entry.ts';
import { inTransaction } from '../../store/open-database.ts';

/** Which products are related to which: as the catalogue says, else the others of the same leaf category. */
export class RelatedStore {
  readonly #find;

  constructor(database: DatabaseSync, catalogue: () => Iterable<CatalogueEntry>) {
    database.exec(
      `CREATE TABLE IF NOT EXISTS recommendations (id TEXT PRIMARY KEY, leaf TEXT NOT NULL, related TEXT);
       CREATE INDEX IF NOT EXISTS recommendations_by_leaf ON recommendations (leaf, id)`,
    );
    if (database.prepare('SELECT 1 FROM recommendations LIMIT 1').get() === undefined) seed(database, catalogue());
    this.#find = {
      product: database.prepare('SELECT leaf, related FROM recommendations WHERE id = ?'),
      neighbours: database.prepare('SELECT id FROM recommendations WHERE leaf = ? AND id <> ? ORDER BY id LIMIT ?'),
    };
  }

  /** Ids, best first; undefined for a product that recommendations has never heard of. */
  related(id: string, limit: number): string[] | undefined {
    const product = this.#find.product.get(id) as { leaf: string; related: string | null } | undefined;
    if (!product) return undefined;
    if (product.related !== null) return (JSON.parse(product.related) as string[]).slice(0, limit);
    return (this.#find.neighbours.all(product.leaf, id, limit) as { id: string }[]).map((neighbour) => neighbour.id);
  }
}

function seed(database: DatabaseSync, entries: Iterable<CatalogueEntry>): void {
  const insert = database.prepare('INSERT INTO recommendations (id, leaf, related) VALUES (?, ?, ?)');
  inTransaction(database, () => {
    for (const { id, categories, related } of entries) {
      insert.run(id, categories.at(-1)?.id ?? '', related ? JSON.stringify(related) : null);
    }
  });
}
