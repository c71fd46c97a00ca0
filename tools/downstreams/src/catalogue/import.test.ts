import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { importCatalogue } from './import.ts';

const kettle = {
  id: 7,
  sku: 'KIT-KET-7',
  title: 'Crème Kettle',
  description: 'Boils. Holds enough water for six cups of strong tea. Whistles when ready.\n\nDescale monthly.',
  category: 'kitchen-things',
  brand: 'Fogg & Sons',
  price: 9.99,
  discountPercentage: 10.48,
  stock: 12,
  availabilityStatus: 'In Stock',
  tags: ['kettle', 'tea'],
  weight: 940,
  dimensions: { width: 20.5, height: 24, depth: 15.1 },
  warrantyInformation: '2 years',
  shippingInformation: 'Ships in 2 days',
  returnPolicy: '30 days',
  minimumOrderQuantity: 2,
  images: ['https://pictures.example/kettle.webp', 'https://pictures.example/kettle-lid.webp'],
  thumbnail: 'https://pictures.example/kettle-small.webp',
  reviews: [
    {
      rating: 4,
      comment: 'Whistles in tune.',
      date: '2025-04-30T11:41:02+02:00',
      reviewerName: 'Ada Penn',
      reviewerEmail: 'ada.penn@mail.example',
    },
  ],
  meta: { createdAt: '2025-01-02T03:04:05.678Z', barcode: '4006381333931' },
};

function importOne(changes: object) {
  return importCatalogue(JSON.stringify([{ ...kettle, ...changes }]))[0]!;
}

function faultsOf(content: unknown): string[] {
  try {
    importCatalogue(JSON.stringify(content));
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
  return [];
}

it('turns every documented field into what a catalogue entry calls it', () => {
  expect(importOne({})).toEqual({
    id: '7',
    sku: 'KIT-KET-7',
    gtin: '4006381333931',
    slug: 'creme-kettle-7',
    brand: { id: 'fogg-sons', name: 'Fogg & Sons' },
    categories: [{ id: 'kitchen-things', name: 'Kitchen things', slug: 'kitchen-things' }],
    texts: {
      name: 'Crème Kettle',
      summary: 'Boils. Holds enough water for six cups of strong tea. Whistles when ready.',
      description: ['Boils. Holds enough water for six cups of strong tea. Whistles when ready.', 'Descale monthly.'],
    },
    attributes: [
      { name: 'Weight', value: '940', unit: 'g' },
      { name: 'Width', value: '20.5', unit: 'cm' },
      { name: 'Height', value: '24', unit: 'cm' },
      { name: 'Depth', value: '15.1', unit: 'cm' },
      { name: 'Warranty', value: '2 years' },
      { name: 'Shipping', value: 'Ships in 2 days' },
      { name: 'Return policy', value: '30 days' },
      { name: 'Minimum order quantity', value: '2' },
      { name: 'Tags', value: 'kettle, tea' },
    ],
    images: ['Crème Kettle, picture 1', 'Crème Kettle, picture 2'],
    variants: [],
    status: 'active',
    createdAt: '2025-01-02T03:04:05.678Z',
    price: { listMinor: 999, currentMinor: 894, taxIncluded: true },
    stock: { status: 'in_stock', quantity: 12 },
    reviews: [
      {
        rating: 4,
        body: 'Whistles in tune.',
        author: 'Ada Penn',
        authorEmail: 'ada.penn@mail.example',
        verified: false,
        createdAt: '2025-04-30T09:41:02.000Z',
      },
    ],
  });
});

it('imports the example of IMPORT-FORMAT.md', () => {
  const format = readFileSync(new URL('../../IMPORT-FORMAT.md', import.meta.url), 'utf8');
  const example = /```json\n(.*?)```/s.exec(format)?.[1] ?? '';

  expect(importCatalogue(example)).toMatchObject([
    { id: '1', slug: 'enamel-kettle-1', gtin: '4006381333931', price: { listMinor: 3499, currentMinor: 3062 } },
  ]);
});

it('lets no foreign URL through', () => {
  expect(JSON.stringify(importOne({}))).not.toContain('pictures.example');
});

it.each([
  {
    price: 1.15,
    discountPercentage: 10,
    currentMinor: 104,
    why: '103.5, which floating point makes 103.49999999999999',
  },
  { price: 0.05, discountPercentage: 50, currentMinor: 3, why: '2.5' },
  { price: 10.01, discountPercentage: 12.5, currentMinor: 876, why: '875.875' },
  { price: 19.99, discountPercentage: 18.19, currentMinor: 1635, why: '1635.3819' },
  {
    price: 1.005,
    discountPercentage: 0,
    currentMinor: 101,
    why: '100.5, which floating point makes 100.49999999999999',
  },
  { price: 1e-7, discountPercentage: 0, currentMinor: 0, why: 'a hundred-thousandth of a penny' },
  { price: 10_000_000_000, discountPercentage: 1e-12, currentMinor: 1_000_000_000_000, why: '999999999999.99' },
  { price: 49.99, discountPercentage: 100, currentMinor: 0, why: '0' },
  { price: 49.99, discountPercentage: null, currentMinor: 4999, why: '4999' },
])('rounds $price less $discountPercentage % to $currentMinor pence: it is exactly $why', (row) => {
  const { price, discountPercentage } = row;

  expect(importOne({ price, discountPercentage }).price.currentMinor).toBe(row.currentMinor);
});

it.each([
  { availabilityStatus: 'Low Stock', stock: 40, status: 'low_stock' },
  { availabilityStatus: 'Out of Stock', stock: 0, status: 'out_of_stock' },
  { availabilityStatus: 'On its way', stock: 6, status: 'in_stock' },
  { availabilityStatus: 'On its way', stock: 5, status: 'low_stock' },
  { availabilityStatus: undefined, stock: 0, status: 'out_of_stock' },
])('calls $stock pieces that are "$availabilityStatus" $status', ({ availabilityStatus, stock, status }) => {
  expect(importOne({ availabilityStatus, stock }).stock).toEqual({ status, quantity: stock });
});

it('needs no brand, discount, image, review, measure or e-mail address', () => {
  const { id, sku, title, description, category, price, stock } = kettle;
  const meta = { createdAt: '2025-01-02T03:04:05Z' };
  const [entry] = importCatalogue(
    JSON.stringify({ products: [{ id, sku, title, description, category, price, stock, meta, brand: null }] }),
  );

  expect(entry).not.toHaveProperty('brand');
  expect(entry).not.toHaveProperty('gtin');
  expect(entry).not.toHaveProperty('related');
  expect(entry).toMatchObject({
    attributes: [],
    images: [],
    reviews: [],
    price: { listMinor: 999, currentMinor: 999 },
  });
});

it.each(['4006381333932', '40063813339', 'not-a-barcode'])(
  'leaves out the barcode %s, which is not a GTIN',
  (barcode) => {
    expect(importOne({ meta: { ...kettle.meta, barcode } })).not.toHaveProperty('gtin');
  },
);

it('keeps letters of an id, lower-cased', () => {
  expect(importOne({ id: 'KET-7B' }).id).toBe('ket-7b');
});

it('summarises with whole sentences until there are 60 characters', () => {
  const first = 'A kettle made of enamelled steel for those who like their tea strong.';

  expect(importOne({ description: `${first} It whistles.` }).texts.summary).toBe(first);
});

it('gives names in any script an id of their own', () => {
  expect(importOne({ brand: '南部鉄器', title: '鉄瓶' })).toMatchObject({
    brand: { id: expect.stringMatching(/^[0-9a-f]{8}$/) as unknown, name: '南部鉄器' },
    slug: expect.stringMatching(/^[0-9a-f]{8}-7$/) as unknown,
  });
});

it('reports every fault at once, each with its place and what was expected', () => {
  const products = [
    kettle,
    { ...kettle, title: undefined, id: 8, sku: 'K-8', price: '9.99' },
    { ...kettle, id: 'a_b', sku: 'K-9', stock: 1.5, reviews: [{ ...kettle.reviews[0], rating: 6 }] },
    'a string',
  ];

  expect(faultsOf(products)).toEqual([
    'products[1].title: missing, expected string',
    'products[1].price: Invalid input: expected number, received string',
    'products[2].id: expected 1 to 64 letters a-z, digits and hyphens, not a hyphen first',
    'products[2].stock: Invalid input: expected int, received number',
    'products[2].reviews[0].rating: Too big: expected number to be <=5',
    'products[3]: Invalid input: expected object, received string',
  ]);
});

it('reports an id that differs from an earlier one in case alone, and a repeated SKU, beside other faults', () => {
  const products = [
    { ...kettle, id: 'ab' },
    { ...kettle, id: 'AB', price: -1 },
  ];

  expect(faultsOf({ products })).toEqual([
    'products[1].price: Too small: expected number to be >=0',
    'products[1].id: "ab" is already that of products[0]',
    'products[1].sku: "KIT-KET-7" is already that of products[0]',
  ]);
});

it.each([{}, [], { products: 'none' }, null, 3])('says of %j that it is no catalogue', (content) => {
  expect(faultsOf(content)).toEqual([
    'products: expected an array with at least one product, at the top or as `products` of an object',
  ]);
});

it('says of a text that is not JSON that it is not', () => {
  expect(() => importCatalogue('<html>')).toThrow(/not JSON/);
});
