/** Two dozen products in the format of an imported catalogue, with what careless code does not expect. */

const PRODUCTS = 26;

const awkward: Record<string, unknown>[] = [
  { title: 'Brandless Bowl', brand: null },
  { title: 'Never in Stock', stock: 0, availabilityStatus: 'Out of Stock' },
  { title: 'Sold in the Meantime', stock: 0 },
  { title: 'Last One', stock: 1 },
  { title: 'Unheard-of Word for Stock', stock: 40, availabilityStatus: 'Ask Us' },
  { title: 'Given Away', price: 0, discountPercentage: 100 },
  { title: 'Dear', price: 9_999_999_999.99 },
  { title: 'Half a Penny', price: 1.15, discountPercentage: 10 },
  { title: 'No Pictures', images: [] },
  { title: 'Many Pictures', images: Array.from({ length: 12 }, (_, n) => `https://pictures.example/${n}.webp`) },
  { title: 'Nobody’s Opinion', reviews: [] },
  { title: 'Everybody’s Opinion', reviews: Array.from({ length: 45 }, (_, n) => review(n)) },
  {
    title: 'A Name That Does Not End, '.repeat(8).trim(),
    description: 'One sentence without an end '.repeat(60).trim(),
  },
  { title: '</script><script>alert("1")</script>', description: '<b>Bold</b> & "quoted"\n<!-- and hidden -->' },
  { title: '大きな土鍋', description: 'ご飯がふっくら炊けます。'.repeat(40), brand: '長谷園' },
  { title: 'إبريق شاي', description: 'إبريق من الفخار لأربعة أكواب.', brand: 'دار' },
  { title: '🫖🫖🫖', description: '👩‍👩‍👧‍👦 '.repeat(80).trim(), brand: '★' },
  { title: 'Not a Barcode', meta: { createdAt: '2024-02-29T23:59:59+14:00', barcode: '0000000000001' } },
  { id: 'Text-Id-WITH-Capitals', title: 'An Id of Letters' },
  { id: `x${'-9'.repeat(31)}z`, title: 'The Longest Id' },
];

/** The file's text: an object with `products`, as the format has it. */
export function madeUpCatalogue(): string {
  const products = Array.from({ length: PRODUCTS }, (_, n) => ({
    id: 700 + n,
    sku: `MADE-UP-${n}`,
    title: `Plain Thing ${n}`,
    description: 'It does what it is for. It does nothing else.\nA second paragraph says so again.',
    category: n % 3 === 0 ? 'kitchen-accessories' : 'odds-and-ends',
    brand: 'Fogg & Sons',
    price: 4.99 + n,
    discountPercentage: n,
    stock: 3 * n,
    images: ['https://pictures.example/front.webp', 'https://pictures.example/back.webp'],
    reviews: [review(n), review(n + 1)],
    meta: { createdAt: '2025-01-02T03:04:05Z', barcode: '4006381333931' },
    unknownField: { of: ['no', 'concern'] },
    ...awkward[n],
  }));
  return JSON.stringify({ products, total: PRODUCTS });
}

function review(n: number): object {
  return {
    rating: (n % 5) + 1,
    comment: `Opinion ${n}, held firmly.`,
    date: new Date(Date.UTC(2025, 0, 1, 0, n)).toISOString(),
    reviewerName: `Reader ${n}`,
    ...(n % 4 !== 3 && { reviewerEmail: `reader.${n}@private.example` }),
  };
}
