import type { CatalogueEntry, ProductTexts, TranslatedLocale } from './entry.ts';

/** What a made product takes from its model at most: a large catalogue is wide, not deep. */
const most = { paragraphs: 3, reviews: 5, variants: 12 };

/** Of a series designation: none that reads like a digit. */
const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';

const longestId = 64;
const hourMs = 3_600_000;

/**
 * The first `count` products of a catalogue of any size, the same in every process: the entries by id and, when they are
 * used up, products made after them in turn, each under a series designation of its own (`Brass Lamp K417`). A smaller
 * count yields the beginning of what a larger one yields. Made products share reviews, pictures and what else is the same
 * with their models, so whoever changes one has to copy it first.
 * @throws RangeError when `count` is not a whole number, or there is nothing to make products from
 */
export function* scaleCatalogue(entries: CatalogueEntry[], count: number): Generator<CatalogueEntry> {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`a count is a whole number, 0 or more: ${count}`);
  if (entries.length === 0 && count > 0) throw new RangeError('there is no entry to make products from');
  const originals = entries.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  yield* originals.slice(0, count);

  const taken = new Set(originals.flatMap(({ id, sku, slug }) => [id, sku, slug]));
  const models = originals.map(shorten);
  let left = count - originals.length;
  for (let number = 0; left > 0; number += 1) {
    const product = makeProduct(models[number % models.length] as CatalogueEntry, number);
    if (taken.has(product.id) || taken.has(product.sku) || taken.has(product.slug)) continue;
    yield product;
    left -= 1;
  }
}

/** The model without the texts and variants that products made after it do not take. */
function shorten(entry: CatalogueEntry): CatalogueEntry {
  return {
    ...entry,
    texts: { ...entry.texts, description: entry.texts.description.slice(0, most.paragraphs) },
    ...(entry.translations === undefined
      ? {}
      : {
          translations: mapTranslations(entry.translations, ({ description, ...texts }) =>
            description === undefined ? texts : { ...texts, description: description.slice(0, most.paragraphs) },
          ),
        }),
    variants: entry.variants.slice(0, most.variants),
  };
}

/** @param number from 0, no two products' the same: what is unique about the product follows from it. */
function makeProduct(model: CatalogueEntry, number: number): CatalogueEntry {
  const designation = `${letters.charAt(number % letters.length)}${100 + Math.floor(number / letters.length)}`;
  const suffix = `-${designation.toLowerCase()}`;
  const { brand, categories, texts, translations, attributes, images, status } = model;
  return {
    id: withSuffix(model.id, suffix),
    sku: `${model.sku}-${designation}`,
    slug: `${model.slug}${suffix}`,
    ...(brand === undefined ? {} : { brand }),
    categories,
    texts: { ...texts, name: `${texts.name} ${designation}` },
    ...(translations === undefined
      ? {}
      : {
          translations: mapTranslations(translations, (translated) =>
            translated.name === undefined ? translated : { ...translated, name: `${translated.name} ${designation}` },
          ),
        }),
    attributes,
    images,
    variants: model.variants.map(({ id, sku, options }) => ({
      id: withSuffix(id, suffix),
      sku: `${sku}-${designation}`,
      options,
    })),
    status,
    // Before its model, and so before the reviews that it takes from there.
    createdAt: new Date(Date.parse(model.createdAt) - (1 + pick(number, 'age', 9_000)) * hourMs).toISOString(),
    price: priceLike(model.price, number),
    stock: stockLike(model.stock, number),
    reviews: reviewsLike(model.reviews, number),
  };
}

/** Everything before the suffix gives way to it: the suffix alone makes the id unique. */
function withSuffix(id: string, suffix: string): string {
  return `${id.slice(0, longestId - suffix.length)}${suffix}`;
}

/** 70 to 99 % of the model's price, with the same pence at its end from ten pounds on, and the same share of it for a sale. */
function priceLike(model: CatalogueEntry['price'], number: number): CatalogueEntry['price'] {
  const share = (70 + pick(number, 'price', 30)) / 100;
  const rough = Math.round(model.listMinor * share);
  const listMinor = rough < 1000 ? rough : rough - (rough % 100) + (model.listMinor % 100);
  const scale = model.listMinor === 0 ? 1 : listMinor / model.listMinor;
  const { tiers } = model;
  return {
    ...model,
    listMinor,
    currentMinor: Math.round(model.currentMinor * scale),
    ...(tiers === undefined
      ? {}
      : { tiers: tiers.map((tier) => ({ ...tier, amountMinor: Math.round(tier.amountMinor * scale) })) }),
  };
}

/** Pre-orders stay what they are; of the rest one in 20 is sold out and one in 10 nearly. */
function stockLike(model: CatalogueEntry['stock'], number: number): CatalogueEntry['stock'] {
  if (model.status === 'preorder') return { ...model, quantity: 10 + pick(number, 'quantity', 200) };
  const fate = pick(number, 'stock', 20);
  const restockInDays = 2 + pick(number, 'restock', 40);
  if (fate === 0) return { status: 'out_of_stock', quantity: 0, restockInDays };
  if (fate <= 2) return { status: 'low_stock', quantity: 1 + pick(number, 'quantity', 5), restockInDays };
  return { status: 'in_stock', quantity: 6 + pick(number, 'quantity', 400) };
}

/** Some in a row of the model's, from none to the most. */
function reviewsLike(reviews: CatalogueEntry['reviews'], number: number): CatalogueEntry['reviews'] {
  const start = pick(number, 'first review', Math.max(1, reviews.length - most.reviews + 1));
  return reviews.slice(start, start + pick(number, 'reviews', most.reviews + 1));
}

type Translations = Partial<Record<TranslatedLocale, Partial<ProductTexts>>>;

function mapTranslations(
  translations: Translations,
  change: (texts: Partial<ProductTexts>) => Partial<ProductTexts>,
): Translations {
  const mapped: Translations = {};
  for (const locale of Object.keys(translations) as TranslatedLocale[]) {
    mapped[locale] = change(translations[locale] ?? {});
  }
  return mapped;
}

const salts = { age: 1, price: 2, stock: 3, restock: 4, quantity: 5, reviews: 6, 'first review': 7 };

/** A whole number from 0 up to, not including, `below`: the finaliser of MurmurHash3 over the product and what is chosen. */
function pick(number: number, choice: keyof typeof salts, below: number): number {
  let hash = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(salts[choice], 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % below;
}
