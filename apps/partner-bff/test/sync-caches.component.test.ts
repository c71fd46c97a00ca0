import { expect, it } from '@jest/globals';
import { sampleEntry } from '@product-bffs/downstreams';
import { unhurried, usePartner } from './partner.ts';
import { changesOf, linesOf, ndjson, recordsOf, V } from './sync.ts';

const partner = usePartner([sampleEntry('lamp'), sampleEntry('vase')], { ...unhurried, CACHE_MB: '16' });
const stock = (id: string, quantity: number) =>
  partner.write('inventory', `/stock/${id}`, { status: 'in_stock', quantity });
const exported = async () => linesOf(await partner.get(`${V}/products`, ndjson));

it('exports past what is remembered: nothing is older than the cursor at the end', async () => {
  await partner.get(`${V}/products?ids=lamp`);
  await stock('lamp', 31);
  const lines = await exported();
  expect(recordsOf(lines)).toMatchObject([{ id: 'lamp', availability: { quantity: 31 } }, { id: 'vase' }]);
  expect(changesOf(await partner.get(`${V}/changes?since=${lines.at(-1)!.next}`)).items).toEqual([]);
});

it('tells of a change no record that is older, also where another service announced it', async () => {
  const since = (await exported()).at(-1)!.next;
  await partner.get(`${V}/products/vase`);
  await stock('vase', 98);
  const first = changesOf(await partner.get(`${V}/changes?since=${since}`));
  expect(first.items).toMatchObject([{ record: { availability: { quantity: 98 } } }]);
  // Stock is remembered as it was before; its change has been told.
  await partner.write('catalog', '/products/vase', { status: 'discontinued' });
  const { items } = changesOf(await partner.get(`${V}/changes?since=${first.nextCursor}`));
  expect(items).toMatchObject([{ record: { status: 'discontinued', availability: { quantity: 98 } } }]);
});
