import type { DatabaseSync } from 'node:sqlite';
import type { CatalogueEntry, CatalogueReview } from '../../catalogue/entry.ts';
import { inTransaction } from '../../store/open-database.ts';

export interface ProductReviews {
  /** How many reviews gave one star, two, … five. */
  histogram: readonly number[];
  reviews: StoredReview[];
}

/** Its place among the product's reviews is not its identity: `n` is, counted as the source has them. */
export interface StoredReview extends CatalogueReview {
  n: number;
}

/** The reviews of each product as one document, newest first; nothing writes them after the seed. */
export class ReviewStore {
  readonly #find;

  constructor(database: DatabaseSync, catalogue: () => Iterable<CatalogueEntry>) {
    database.exec(
      'CREATE TABLE IF NOT EXISTS reviews (id TEXT PRIMARY KEY, histogram TEXT NOT NULL, reviews TEXT NOT NULL)',
    );
    if (database.prepare('SELECT 1 FROM reviews LIMIT 1').get() === undefined) seed(database, catalogue());
    this.#find = {
      histogram: database.prepare('SELECT histogram FROM reviews WHERE id = ?'),
      all: database.prepare('SELECT histogram, reviews FROM reviews WHERE id = ?'),
    };
  }

  /** undefined for a product that reviews has never heard of; a known one without reviews has zeros. */
  histogram(id: string): readonly number[] | undefined {
    const row = this.#find.histogram.get(id) as { histogram: string } | undefined;
    return row && (JSON.parse(row.histogram) as number[]);
  }

  reviews(id: string): ProductReviews | undefined {
    const row = this.#find.all.get(id) as { histogram: string; reviews: string } | undefined;
    return (
      row && {
        histogram: JSON.parse(row.histogram) as number[],
        reviews: JSON.parse(row.reviews) as StoredReview[],
      }
    );
  }
}

function seed(database: DatabaseSync, entries: Iterable<CatalogueEntry>): void {
  const insert = database.prepare('INSERT INTO reviews (id, histogram, reviews) VALUES (?, ?, ?)');
  inTransaction(database, () => {
    for (const { id, reviews } of entries) {
      const histogram = [1, 2, 3, 4, 5].map((stars) => reviews.filter(({ rating }) => rating === stars).length);
      const stored: StoredReview[] = reviews.map((review, n) => ({ n, ...review }));
      stored.sort((a, b) => (a.createdAt === b.createdAt ? a.n - b.n : a.createdAt < b.createdAt ? 1 : -1));
      insert.run(id, JSON.stringify(histogram), JSON.stringify(stored));
    }
  });
}
