import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, CheckedApi } from '@product-bffs/contract-testing';
import { sampleEntry } from '@product-bffs/downstreams';
import { clientToken, startIdentity, type DevelopmentClient, type Identity } from '@product-bffs/identity';
import { bodyOf, unhurried, usePartner, type PartnerProductList } from './partner.ts';

/** Each order in which the three may come finds products of its own, that nothing is remembered of. */
const orders = [
  ['acme', 'globex', 'umbra'],
  ['acme', 'umbra', 'globex'],
  ['globex', 'acme', 'umbra'],
  ['globex', 'umbra', 'acme'],
  ['umbra', 'acme', 'globex'],
  ['umbra', 'globex', 'acme'],
] as const;
type PartnerId = (typeof orders)[number][number];
const runs = orders.map((_, n) => n);

const PUBLIC = 7450;
const TRADE = 6333;
/** What each pays for which kinds of products; what is not there is none of its business. */
const expected: Record<PartnerId, Record<string, number>> = {
  acme: { lamp: TRADE, vase: TRADE, lens: TRADE, bare: TRADE },
  globex: { vase: PUBLIC, lens: PUBLIC },
  umbra: { lamp: TRADE, lens: TRADE },
};
/** All of one length, which a list's length shows. */
const kinds = ['lamp', 'vase', 'lens', 'bare', 'none'];

const pellam = { id: 'pellam', name: 'Pellam' };
const catalogue = runs.flatMap((n) => {
  const { brand, ...unbranded } = sampleEntry(`bare-${n}`);
  return [
    sampleEntry(`lamp-${n}`, { brand: brand! }),
    sampleEntry(`vase-${n}`, { brand: pellam }),
    sampleEntry(`lens-${n}`, { brand: brand! }),
    unbranded,
  ];
});

const stray: DevelopmentClient = {
  audience: 'partner',
  metadata: {
    client_id: 'stray',
    client_secret: 'a-secret-of-nobody-in-the-registry',
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  },
};

let identity: Identity;
const partner = usePartner(catalogue, async () => {
  identity = await startIdentity({ clients: [stray] });
  return { ...unhurried, CACHE_MB: '8', OIDC_ISSUER: identity.issuer };
}, [
  { id: 'acme', priceList: 'trade', clients: ['acme'] },
  {
    id: 'globex',
    catalogue: { brands: ['pellam'], products: runs.map((n) => `lens-${n}`) },
    clients: ['globex'],
  },
  { id: 'umbra', priceList: 'trade', catalogue: { brands: ['linnet'] } },
  { id: 'reader', scopes: ['changes:read'], clients: ['partner-bff-services'] },
]);
afterAll(() => identity.stop());

const path = (id: string) => `/2026-10/products/${id}`;
const list = (ids: string[]) => `/2026-10/products?ids=${ids.join(',')}`;

/** Of one request alone, whatever it asks for; Server-Timing is sent nowhere but in development. */
const ofOneRequest = ['x-request-id', 'date', 'ratelimit', 'etag', 'server-timing'];

/** An answer as far as it may not tell one product from another. */
function told({ status, headers, bytes }: Answer, id: string): object {
  const rest = Object.entries(headers).flatMap(([name, value]) =>
    // A moment more or less is cut off to a second more or less.
    ofOneRequest.includes(name) ? [] : [[name, value.replaceAll('=29', '=30')]],
  );
  return {
    status,
    rest,
    body: bytes
      .toString()
      .replace(headers['x-request-id'] ?? '', '')
      .replaceAll(id, 'ID'),
  };
}

async function expectOwn(who: PartnerId, api: CheckedApi, n: number): Promise<void> {
  const unknown = await api.get(path(`none-${n}`));
  const unknownList = await api.get(list([`none-${n}`]));
  for (const kind of kinds) {
    const id = `${kind}-${n}`;
    const [alone, listed] = [await api.get(path(id)), await api.get(list([id]))];
    const own = expected[who][kind];
    if (kind === 'none') {
      expect([alone.status, bodyOf(listed)['items']]).toEqual([404, []]);
    } else if (own === undefined) {
      expect(told(alone, id)).toEqual(told(unknown, `none-${n}`));
      expect(told(listed, id)).toEqual(told(unknownList, `none-${n}`));
    } else {
      expect([who, id, alone.status]).toEqual([who, id, 200]);
      expect(bodyOf(alone)).toMatchObject({ id, price: { currentMinor: own } });
      expect(bodyOf(listed)).toEqual({ items: [bodyOf(alone)], problems: [] });
    }
    expect(alone.headers['cache-control']).toMatch(/^private, /);
  }
  const whole = await api.get(list(kinds.map((kind) => `${kind}-${n}`)));
  expect({ who, status: whole.status, text: whole.bytes.toString() }).toMatchObject({ status: 200 });
  const all = bodyOf(whole) as unknown as PartnerProductList;
  const seen = Object.keys(expected[who]).map((kind) => `${kind}-${n}`);
  expect(all.items.map(({ id }) => id)).toEqual(seen);
  expect(all.problems.map(({ id, status }) => [id, status])).toEqual(
    kinds.filter((kind) => !(kind in expected[who])).map((kind) => [`${kind}-${n}`, 404]),
  );
}

describe.each(runs)('in order %#', (n) => {
  const order = orders[n]!;

  it(`${order.join(', then ')}: each sees its own part at its own prices, and of the rest that there is no such product`, async () => {
    // The second time everything is remembered, of all three.
    for (const who of [...order, ...order]) await expectOwn(who, partner.as(who), n);
  });
});

it('sees the same all at once, partners beside each other', async () => {
  const asked = runs.flatMap((n) => (['acme', 'globex', 'umbra'] as const).map((who) => [who, n] as const));
  await Promise.all(asked.map(([who, n]) => expectOwn(who, partner.as(who), n)));
});

it('never takes the ETag of one partner for that of another', async () => {
  const { headers } = await partner.as('acme').get(path('lens-0'));
  const sent = { 'if-none-match': headers['etag'] ?? '' };
  expect((await partner.as('acme').get(path('lens-0'), sent)).status).toBe(304);
  expect((await partner.as('globex').get(path('lens-0'), sent)).status).toBe(200);
  expect((await partner.as('umbra').get(path('lamp-0'), sent)).status).toBe(200);
});

describe('an access token', () => {
  const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
  const tokens = {} as Record<'acme' | 'globex' | 'stray' | 'noScope' | 'changes' | 'services', string>;

  beforeAll(async () => {
    const { issuer, globexKey } = identity;
    const of = async (request: Parameters<typeof clientToken>[1]) => (await clientToken(issuer, request)).access_token;
    tokens.acme = await of({ clientId: 'acme', scope: 'products:read changes:read' });
    tokens.globex = await of({ clientId: 'globex', privateJwk: globexKey, scope: 'products:read' });
    tokens.stray = await of({
      clientId: 'stray',
      secret: 'a-secret-of-nobody-in-the-registry',
      scope: 'products:read',
    });
    tokens.changes = await of({ clientId: 'acme', scope: 'changes:read' });
    tokens.services = await of({ clientId: 'partner-bff-services' });
  });

  it.each(['acme', 'globex'] as const)('of a client of %s gets what its key gets', async (who) => {
    const withToken: CheckedApi = {
      request: (method, at, options) =>
        partner.bare.request(method, at, { headers: { ...bearer(tokens[who]), ...options?.headers } }),
      get: (at, headers) => partner.bare.get(at, { ...bearer(tokens[who]), ...headers }),
    };
    await expectOwn(who, withToken, 0);
  });

  it('of a client of no partner is refused with 403', async () => {
    const answer = await partner.bare.get(path('lamp-0'), bearer(tokens.stray));
    expect([answer.status, bodyOf(answer)]).toEqual([
      403,
      expect.objectContaining({ code: 'forbidden', detail: 'The client of this access token belongs to no partner.' }),
    ]);
  });

  it('without the scope is refused with 403, though the partner may', async () => {
    const answer = await partner.bare.get(path('lamp-0'), bearer(tokens.changes));
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([
      403,
      'Bearer error="insufficient_scope", scope="products:read"',
    ]);
  });

  it('for another audience is refused with 401', async () => {
    const answer = await partner.bare.get(path('lamp-0'), bearer(tokens.services));
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer error="invalid_token"/);
  });

  it('that is valid is refused with 400 beside a key', async () => {
    const headers = { ...bearer(tokens.acme), 'x-api-key': partner.registry.keyOf('acme') };
    expect((await partner.bare.get(path('lamp-0'), headers)).status).toBe(400);
  });

  it('that nobody signed is refused with 401', async () => {
    const [header, payload] = tokens.acme.split('.');
    const answer = await partner.bare.get(path('lamp-0'), bearer(`${header}.${payload}.AAAA`));
    expect(answer.status).toBe(401);
  });
});
