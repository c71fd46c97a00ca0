import { readFileSync } from 'node:fs';
import type { CatalogueEntry } from './entry.ts';
import { importCatalogue } from './import.ts';
import { scaleCatalogue } from './scale.ts';
import { seedCatalogue } from './seed/index.ts';

/**
 * The catalogue that services are asked to start with; each reading of it makes the same entries anew.
 * @param file absent = the seed
 * @param products scales it to so many; absent = as it is
 * @throws Error that says what is wrong with the file
 */
export function loadCatalogue({
  file,
  products,
}: {
  file?: string;
  products?: number;
}): () => Iterable<CatalogueEntry> {
  const entries = file === undefined ? seedCatalogue() : readCatalogue(file);
  return () => (products === undefined ? entries : scaleCatalogue(entries, products));
}

function readCatalogue(file: string): CatalogueEntry[] {
  try {
    return importCatalogue(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}
