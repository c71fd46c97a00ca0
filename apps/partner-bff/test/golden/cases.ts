import { versions, type PartnerVersion } from '../../src/versions/registry.ts';
import type { Recorded } from './recorded-world.ts';

type Case = Omit<Recorded, 'answer'>;

/** While all three versions were answered. */
const then = '2026-11-21T12:00:00Z';

/** What is recorded of a version, by the name of its file. */
export function casesOf({ name, end }: PartnerVersion): Record<string, Case> {
  const asked = (path: string, headers: Record<string, string> = {}, at = then, method = 'GET'): Case => ({
    at,
    request: { method, path: `/${name}${path}`, headers },
  });
  const ids = ['lamp', 'mug', 'sale', 'soon', 'few', 'out', 'old', 'unstocked'];
  return {
    ...Object.fromEntries(ids.map((id) => [`record-${id}`, asked(`/products/${id}`)])),
    'record-in-euros': asked('/products/lamp?currency=EUR'),
    'record-in-yen': asked('/products/sale?currency=JPY'),
    'record-in-german': asked('/products/lamp', { 'accept-language': 'de' }),
    'record-head': asked('/products/lamp', {}, then, 'HEAD'),
    list: asked(`/products?ids=${ids.join(',')}`),
    'list-with-problems': asked('/products?ids=none,lamp,lamp,nothing'),
    'unknown-product': asked('/products/none'),
    'bad-currency': asked('/products/lamp?currency=CHF'),
    'unknown-parameter': asked('/products?ids=lamp&colour=red'),
    pages: asked('/products'),
    'page-of-three': asked('/products?limit=3'),
    'bad-cursor': asked('/products?cursor=nonsense'),
    'no-such-changes': asked('/changes?since=nonsense'),
    export: asked('/products', { accept: 'application/x-ndjson' }),
    'bad-key': asked('/products/lamp', { 'x-api-key': 'pk_live_nothing' }),
    'wrong-method': asked('/products/lamp', {}, then, 'POST'),
    'not-acceptable': asked('/products/lamp', { accept: 'text/html' }),
    ...(end && {
      brownout: asked('/products/lamp', {}, end.brownouts[0]?.from),
      gone: asked('/products/lamp', {}, end.sunsetAt),
    }),
  };
}

export function versionNamed(name: string): PartnerVersion {
  const version = versions.find((candidate) => candidate.name === name);
  if (version === undefined) throw new Error(`There is no version ${name}`);
  return version;
}
