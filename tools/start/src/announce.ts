import type { ProcessSpec } from './processes.ts';
import type { Child } from './child.ts';

interface Announced {
  children: readonly Child[];
  /** Ids of the running catalogue, at least one. */
  ids: readonly string[];
}

/** What stands where, and what to try on it. */
export function announcement({ children, ids }: Announced): string {
  const table = children.map(({ spec, pid }) => `  ${spec.name.padEnd(16)} ${local(spec.url)}  pid ${pid}`);
  const [web, mobile, partner] = ['web-bff', 'mobile-bff', 'partner-bff'].map((name) => specOf(children, name));
  const [id = ''] = ids;
  const list = ids.join(',');
  const tries = [
    ['Web, one product', `${web?.url ?? ''}/products/${id}`],
    ['Web, in German and euros', `${web?.url ?? ''}/products/${id}?locale=de-DE&currency=EUR`],
    ['Web, its reviews', `${web?.url ?? ''}/products/${id}/reviews?limit=5`],
    ['Mobile, one product', `${mobile?.url ?? ''}/products/${id}`],
    ['Mobile, a list', `${mobile?.url ?? ''}/products?ids=${list}&dpr=3`],
    ['Partner, one product', `${partner?.url ?? ''}/2026-10/products/${id}`],
    ['Partner, a list', `${partner?.url ?? ''}/2026-10/products?ids=${list}&currency=USD`],
    ...[web, mobile, partner].flatMap((spec) => [
      [`${spec?.name ?? ''}, contract`, `${spec?.url ?? ''}/openapi.json`],
      [`${spec?.name ?? ''}, status`, `${spec?.adminUrl ?? ''}/status`],
    ]),
  ].map(([what = '', url = '']) => `  ${what.padEnd(26)} ${local(url)}`);
  const pricing = local(specOf(children, 'pricing')?.url ?? '');
  return [
    'Ready.',
    '',
    ...table,
    '',
    'Open, or curl:',
    '',
    ...tries,
    '',
    'Make pricing slow, ask the BFFs again, and make it well:',
    '',
    `  curl -X PUT ${pricing}/__faults -H 'content-type: application/json' -d '{"kind":"latency","latencyMs":2000}'`,
    `  curl -X DELETE ${pricing}/__faults`,
    '',
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
}

/** Products of the running catalogue that have something to show: those with the most images of the first hundred. */
export async function someProductIds(children: readonly Child[], count: number): Promise<string[]> {
  const answer = await fetch(`${specOf(children, 'catalog')?.url ?? ''}/products?limit=100`);
  const { items } = (await answer.json()) as { items: { id: string; images: unknown[] }[] };
  return items
    .toSorted((a, b) => b.images.length - a.images.length)
    .slice(0, count)
    .map(({ id }) => id);
}

function specOf(children: readonly Child[], name: string): ProcessSpec | undefined {
  return children.find(({ spec }) => spec.name === name)?.spec;
}

function local(url: string): string {
  return url.replace('127.0.0.1', 'localhost');
}
