import { developmentSecretOf } from '@product-bffs/identity/clients';
import type { Child } from './child.ts';
import { keyFileBeside } from './demo-partners.ts';
import type { ProcessSpec } from './processes.ts';

interface Announced {
  children: readonly Child[];
  /** Ids of the running catalogue, at least one. */
  ids: readonly string[];
  /** Where the BFFs keep what has to outlive them; undefined = each in its own memory. */
  redisUrl?: string | undefined;
  /** Why that cannot be reached. */
  redisFault?: string | undefined;
}

/** What stands where, and what to try on it. */
export function announcement({ children, ids, redisUrl, redisFault }: Announced): string {
  const table = children.map(({ spec, pid }) => `  ${spec.name.padEnd(16)} ${local(spec.url)}  pid ${pid}`);
  const [web, mobile, partner] = ['web-bff', 'mobile-bff', 'partner-bff'].map((name) => specOf(children, name));
  const [id = ''] = ids;
  const list = ids.join(',');
  const tries = [
    ['Web, one product', `${web?.url ?? ''}/products/${id}`],
    ['Web, in German and euros', `${web?.url ?? ''}/products/${id}?locale=de-DE&currency=EUR`],
    ['Web, its reviews', `${web?.url ?? ''}/products/${id}/reviews?limit=5`],
    ['Web, sign in (ada, bob)', `${web?.url ?? ''}/auth/login?returnTo=/products/${id}`],
    ['Mobile, one product', `${mobile?.url ?? ''}/products/${id}`],
    ['Mobile, a list', `${mobile?.url ?? ''}/products?ids=${list}&dpr=3`],
    ...[web, mobile, partner].flatMap((spec) => [
      [`${spec?.name ?? ''}, contract`, `${spec?.url ?? ''}/reference`],
      [`${spec?.name ?? ''}, status`, `${spec?.adminUrl ?? ''}/status`],
    ]),
  ].map(([what = '', url = '']) => `  ${what.padEnd(26)} ${quoted(local(url))}`);
  const partnerUrls = [`/products/${id}`, `/products?ids=${list}&currency=USD`].map((path) =>
    quoted(local(`${partner?.url ?? ''}/2026-10${path}`)),
  );
  const keyFile = keyFileBeside(partner?.environment['PARTNERS_FILE'] ?? '', 'acme');
  const credentials = `acme:${developmentSecretOf('acme')}`;
  const tokenUrl = `${specOf(children, 'identity')?.url ?? ''}/token`;
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
    'The password is development; a product with /offer behind it tells the price of who is signed in.',
    '',
    'As the partner acme, by its API key, or by an access token:',
    '',
    ...partnerUrls.map((url) => `  curl -H "x-api-key: $(cat ${keyFile})" ${url}`),
    `  token=$(curl -s -u ${credentials} -d grant_type=client_credentials ${tokenUrl} | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    ...partnerUrls.map((url) => `  curl -H "authorization: Bearer $token" ${url}`),
    '',
    'Make pricing slow, ask for a product that nobody asked for yet (a known price lives 30 s), and make it well:',
    '',
    `  curl -X PUT ${pricing}/__faults -H 'content-type: application/json' -d '{"kind":"latency","latencyMs":2000}'`,
    `  curl -X DELETE ${pricing}/__faults`,
    '',
    redisUrl === undefined
      ? 'Sessions, quotas and used proofs are kept in memory, and gone with their process; --redis URL keeps them.'
      : 'Sessions, quotas and used proofs are kept in Redis.',
    ...(redisFault === undefined
      ? []
      : [
          `It cannot be reached (${redisFault}): until it can, nobody signs in, and each process counts quotas by itself.`,
        ]),
    '',
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
}

/** Products of the running catalogue that have something to show: those with the most images of the first hundred. */
export async function someProductIds(children: readonly Child[], count: number): Promise<string[]> {
  const credentials = btoa(`web-bff-services:${developmentSecretOf('web-bff-services')}`);
  const granted = await fetch(`${specOf(children, 'identity')?.url ?? ''}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${credentials}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token } = (await granted.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${specOf(children, 'catalog')?.url ?? ''}/products?limit=100`, { headers });
  const { items } = (await answer.json()) as { items: { id: string; images: unknown[] }[] };
  return items
    .toSorted((a, b) => b.images.length - a.images.length)
    .slice(0, count)
    .map(({ id }) => id);
}

function specOf(children: readonly Child[], name: string): ProcessSpec | undefined {
  return children.find(({ spec }) => spec.name === name)?.spec;
}

/** As a shell takes it: & and ? mean something to it. */
function quoted(url: string): string {
  return /[&?]/.test(url) ? `'${url}'` : url;
}

function local(url: string): string {
  return url.replace('127.0.0.1', 'localhost');
}
