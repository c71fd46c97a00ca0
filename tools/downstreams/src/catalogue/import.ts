import type { CatalogueEntry } from './entry.ts';
import { describeFault, explainFault } from './import/fault.ts';
import { foreignProductSchema, productIdSchema } from './import/foreign-product.ts';
import { toCatalogueEntry } from './import/to-catalogue-entry.ts';

/**
 * Reads a catalogue of foreign making: JSON in the shape that IMPORT-FORMAT.md describes, in the order of the file.
 * @throws Error that names every place that is wrong, one a line (`products[3].price: ...`), and what was expected there;
 * then nothing is imported.
 */
export function importCatalogue(json: string): CatalogueEntry[] {
  const faults: string[] = [];
  const entries: CatalogueEntry[] = [];
  const findRepeats = createRepeatFinder();
  for (const [index, candidate] of readProducts(json).entries()) {
    const place = `products[${index}]`;
    const result = foreignProductSchema.safeParse(candidate, { error: explainFault });
    if (result.success) entries.push(toCatalogueEntry(result.data));
    else faults.push(...result.error.issues.map((issue) => describeFault(place, issue)));
    faults.push(...findRepeats(place, candidate));
  }
  if (faults.length > 0) throw new Error(`the catalogue cannot be imported:\n${faults.join('\n')}`);
  return entries;
}

function readProducts(json: string): unknown[] {
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch (cause) {
    throw new Error(`the catalogue cannot be imported: not JSON: ${String(cause)}`, { cause });
  }
  const products = isObject(content) && !Array.isArray(content) ? content['products'] : content;
  if (!Array.isArray(products) || products.length === 0) {
    throw new Error(
      'the catalogue cannot be imported:\nproducts: expected an array with at least one product, at the top or as `products` of an object',
    );
  }
  return products;
}

/** Ids and SKUs are compared in products with other faults as well, so that these are reported together. */
function createRepeatFinder(): (place: string, candidate: unknown) => string[] {
  const firstPlaces = new Map<string, string>();

  function repeats(field: string, value: unknown, place: string): string[] {
    const key = `${field} ${String(value)}`;
    const firstPlace = firstPlaces.get(key);
    if (firstPlace !== undefined) return [`${place}.${field}: "${String(value)}" is already that of ${firstPlace}`];
    firstPlaces.set(key, place);
    return [];
  }

  return (place, candidate) => {
    if (!isObject(candidate)) return [];
    const id = productIdSchema.safeParse(candidate['id']);
    const sku = candidate['sku'];
    return [
      ...(id.success ? repeats('id', id.data, place) : []),
      ...(typeof sku === 'string' ? repeats('sku', sku.trim(), place) : []),
    ];
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
