import { describe, expect, it } from '@jest/globals';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { ProductDetail } from '../src/product-detail/contract.ts';
import { unhurried, useWeb } from './web.ts';

const web = useWeb(undefined, unhurried);

/** As any template engine writes plain text into a page; only the JSON-LD goes in as it is. */
const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replace(/\r/g, '&#13;');

function pageOf({ seo, name, summary, description, reviews }: ProductDetail): string {
  const paragraphs = [summary, ...description, ...(reviews?.items ?? []).map(({ body }) => body)];
  return `<!doctype html><html><head><title>${escaped(seo.title)}</title><meta name="description" content="${escaped(seo.description)}"><link rel="canonical" href="${escaped(seo.canonicalUrl)}"><script type="application/ld+json">${seo.jsonLd}</script></head><body><h1>${escaped(name)}</h1>${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('')}</body></html>`;
}

type Node = DefaultTreeAdapterTypes.Node;

/** Every node of a page in order: elements by name, texts and comments as such. */
function nodesOf(node: Node): { name: string; text?: string }[] {
  const own =
    node.nodeName === '#text'
      ? { name: '#text', text: (node as DefaultTreeAdapterTypes.TextNode).value }
      : { name: node.nodeName };
  return [own, ...('childNodes' in node ? node.childNodes.flatMap(nodesOf) : [])];
}

const unwanted = /[\0\p{Bidi_Control}]/u;
const unsafeInScript = /[<>&\u2028\u2029]/;

/** Every string of an answer, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

async function everyProduct(): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const response = await fetch(`${web.services.urls.catalog}/products?limit=100${cursor && `&cursor=${cursor}`}`);
    const page = (await response.json()) as { items: { id: string }[]; nextCursor: string | null };
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(ids.length).toBeGreaterThanOrEqual(60);
  return ids;
}

describe('a page made of an answer', () => {
  it('has no node that the page did not write, whatever the product is called', async () => {
    for (const id of await everyProduct()) {
      const detail = await web.detail(`/products/${id}`);
      const nodes = nodesOf(parse(pageOf(detail)));
      const texts = [detail.summary, ...detail.description, ...(detail.reviews?.items ?? []).map(({ body }) => body)];
      const expected = [
        '#document #documentType html head title #text meta link script #text body h1 #text',
        ...texts.map((text) => (text === '' ? 'p' : 'p #text')),
      ].join(' ');
      expect([id, nodes.map(({ name }) => name).join(' ')]).toEqual([id, expected]);
      const said = textsOf({ ...detail, jsonLd: JSON.parse(detail.seo.jsonLd) as unknown });
      expect([id, said.filter((text) => unwanted.test(text))]).toEqual([id, []]);
      expect([id, unsafeInScript.test(detail.seo.jsonLd)]).toEqual([id, false]);
    }
  });

  it('holds JSON-LD that says what the page shows', async () => {
    for (const id of await everyProduct()) {
      const { seo, name, price, images, reviews } = await web.detail(`/products/${id}?currency=EUR`);
      const page = nodesOf(parse(pageOf(await web.detail(`/products/${id}?currency=EUR`))));
      const script = page[page.findIndex((node) => node.name === 'script') + 1]?.text ?? '';
      const product = JSON.parse(script) as Record<string, unknown>;
      expect(product).toMatchObject({ '@type': 'Product', name });
      expect(product).toEqual(JSON.parse(seo.jsonLd));
      const offers = product['offers'] as { price: string; priceCurrency: string } | undefined;
      expect(offers && [Number(offers.price) * 100, offers.priceCurrency]).toEqual(
        price === null ? undefined : [expect.closeTo(price.currentMinor, 3), 'EUR'],
      );
      expect('image' in product).toBe(images.length > 0);
      expect('aggregateRating' in product).toBe((reviews?.summary.count ?? 0) > 0);
      expect(offers !== undefined || 'aggregateRating' in product).toBe(true);
    }
  });

  it('has a title and a description that search engines show whole', async () => {
    for (const id of await everyProduct()) {
      const { seo } = await web.detail(`/products/${id}`);
      expect(seo.title.length).toBeGreaterThan(0);
      expect(seo.title.length).toBeLessThanOrEqual(60);
      expect(seo.description.length).toBeGreaterThan(0);
      expect(seo.description.length).toBeLessThanOrEqual(160);
    }
  });
});
