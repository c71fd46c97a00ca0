import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { ProductTexts, TranslatedLocale } from '../../catalogue/entry.ts';
import type { WithoutBookkeeping } from '../../http/body.ts';
import { bookkeeping, momentSchema, parseBody, requireFields } from '../../http/body.ts';
import { checkedId } from '../../http/parameters.ts';
import { Problem } from '../../http/problem.ts';
import { jsonAnswer, emptyAnswer } from '../../http/answer.ts';
import type { Operation } from '../../service.ts';
import { mergeFields } from '../../store/merge-fields.ts';
import type { RecordStore } from '../../store/record-store.ts';
import type { ProductDoc } from './product.ts';
import { imageId, wireProduct } from './product.ts';

const text = z.string().min(1);
const named = z.strictObject({ id: text, name: text });

const productWrite = z.strictObject({
  ...bookkeeping,
  sku: text.exactOptional(),
  gtin: z
    .string()
    .regex(/^\d{8,14}$/)
    .nullable()
    .exactOptional(),
  slug: text.exactOptional(),
  name: text.exactOptional(),
  brand: named.nullable().exactOptional(),
  categories: z.array(z.strictObject({ id: text, name: text, slug: text })).exactOptional(),
  summary: z.string().exactOptional(),
  description: z.array(z.string()).exactOptional(),
  attributes: z.array(z.strictObject({ name: text, value: z.string(), unit: text.exactOptional() })).exactOptional(),
  images: z
    .array(
      z.strictObject({
        id: text.exactOptional(),
        alt: z.string(),
        width: z.int().min(1).exactOptional(),
        height: z.int().min(1).exactOptional(),
        template: text.exactOptional(),
      }),
    )
    .exactOptional(),
  variants: z.array(z.strictObject({ id: text, sku: text, options: z.record(z.string(), z.string()) })).exactOptional(),
  status: z.enum(['active', 'discontinued']).exactOptional(),
  createdAt: momentSchema.exactOptional(),
  costPrice: z.strictObject({ currency: z.string().regex(/^[A-Z]{3}$/), amountMinor: z.int().min(0) }).exactOptional(),
  supplierCode: text.exactOptional(),
});

type ProductWrite = WithoutBookkeeping<z.output<typeof productWrite>>;

export function writeOperations(store: RecordStore<ProductDoc>, now: () => Date): Operation[] {
  return [
    {
      name: 'putProduct',
      method: 'put',
      path: '/products/:id',
      holds: 'item',
      answer({ id, body }) {
        const write = parseBody(productWrite, { id: checkedId(id), body });
        const doc = store.get(id)?.doc ?? newProduct(id, requireFields('product', { name: write.name }), now());
        return jsonAnswer(wireProduct(store.put(id, merged(doc, write, id)), null));
      },
    },
    {
      name: 'deleteProduct',
      method: 'delete',
      path: '/products/:id',
      answer({ id }) {
        if (!store.get(checkedId(id))) throw new Problem(404, `There is no product ${id}.`);
        store.delete(id);
        return emptyAnswer();
      },
    },
  ];
}

function newProduct(id: string, { name }: { name: string }, createdAt: Date): ProductDoc {
  return {
    sku: id.toUpperCase(),
    slug: id,
    name,
    categories: [],
    summary: '',
    description: [],
    attributes: [],
    images: [],
    variants: [],
    status: 'active',
    createdAt: createdAt.toISOString(),
  };
}

function merged(doc: ProductDoc, { images, ...fields }: ProductWrite, id: string): ProductDoc {
  const next = mergeFields(doc, fields);
  if (images) next.images = images.map((image, index) => ({ id: imageId(id, index), ...image }));
  return withoutOutdatedTranslations(next, doc);
}

/** Where a text now says something else, its translations go. */
function withoutOutdatedTranslations(next: ProductDoc, before: ProductDoc): ProductDoc {
  if (!next.translations) return next;
  const isCurrent = (field: keyof ProductTexts) => isDeepStrictEqual(next[field], before[field]);
  const translations: NonNullable<ProductDoc['translations']> = {};
  for (const [locale, { name, summary, description }] of Object.entries(next.translations)) {
    translations[locale as TranslatedLocale] = {
      ...(name !== undefined && isCurrent('name') && { name }),
      ...(summary !== undefined && isCurrent('summary') && { summary }),
      ...(description && isCurrent('description') && { description }),
    };
  }
  return { ...next, translations };
}
