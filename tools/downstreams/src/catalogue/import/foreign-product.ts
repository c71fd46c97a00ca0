import * as z from 'zod';

const text = z.string().trim().min(1);
const instant = z.iso.datetime({ offset: true, error: 'expected an RFC 3339 time such as 2025-04-30T09:41:02Z' });
const measure = z.number().nonnegative();

/** Ten thousand million pounds: leaves room for every currency and quantity in safe integers. */
const highestPrice = 10_000_000_000;

/** Absent and null mean the same: JSON writers differ in how they say "none". */
function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}

export const productIdSchema = z
  .union([z.int(), z.string()], { error: 'expected a whole number or a string' })
  .transform((id) => String(id).toLowerCase())
  .pipe(
    z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, {
      error: 'expected 1 to 64 letters a-z, digits and hyphens, not a hyphen first',
    }),
  );

/** One product as IMPORT-FORMAT.md describes it; fields that are not named are ignored. */
export const foreignProductSchema = z.object({
  id: productIdSchema,
  sku: text,
  title: text,
  description: text,
  category: text,
  brand: optional(text),
  price: z.number().min(0).max(highestPrice),
  discountPercentage: optional(z.number().min(0).max(100)),
  stock: z.int().min(0),
  availabilityStatus: optional(z.string()),
  tags: optional(z.array(text)),
  weight: optional(measure),
  dimensions: optional(z.object({ width: optional(measure), height: optional(measure), depth: optional(measure) })),
  warrantyInformation: optional(text),
  shippingInformation: optional(text),
  returnPolicy: optional(text),
  minimumOrderQuantity: optional(z.int().min(1)),
  images: optional(z.array(z.string())),
  reviews: optional(
    z.array(
      z.object({
        rating: z.int().min(1).max(5),
        comment: text,
        date: instant,
        reviewerName: text,
        reviewerEmail: optional(z.email()),
      }),
    ),
  ),
  meta: z.object({ createdAt: instant, barcode: optional(z.string()) }),
});

export type ForeignProduct = z.infer<typeof foreignProductSchema>;
