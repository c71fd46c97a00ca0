import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  bffProcess,
  freePortOffset,
  serviceNames,
  serviceProcess,
  startSystem,
  type PortOffset,
  type ProcessSpec,
  type System,
} from '@product-bffs/start';
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../generated/web.d.ts';

let ports: PortOffset;
let system: System<ProcessSpec>;
let client: Client<paths>;

beforeAll(async () => {
  ports = await freePortOffset();
  const options = { products: 30, portOffset: ports.offset, logLevel: 'warn' };
  const bff = bffProcess('web-bff', options);
  const patient = Object.fromEntries(
    ['DEADLINE_MS', 'SECTION_LIMIT_MS', 'CATALOG_TIMEOUT_MS'].map((name) => [name, '10000']),
  );
  system = startSystem<ProcessSpec>([
    ...serviceNames.map((name) => serviceProcess(name, options)),
    { ...bff, environment: { ...bff.environment, ...patient } },
  ]);
  await system.ready();
  client = createClient<paths>({ baseUrl: bff.url });
});

afterAll(async () => {
  await system.stop();
  ports.release();
});

async function firstProductId(): Promise<string> {
  const catalog = serviceProcess('catalog', { portOffset: ports.offset });
  const { items } = (await (await fetch(`${catalog.url}/products?limit=1`)).json()) as { items: { id: string }[] };
  return items[0]!.id;
}

it('a page is asked for and read in the types of the document', async () => {
  const productId = await firstProductId();
  const { data, error, response } = await client.GET('/products/{productId}', {
    params: { path: { productId }, query: { locale: 'de-DE', currency: 'EUR' } },
  });
  expect(error).toBeUndefined();
  expect(response.status).toBe(200);
  expect(data?.id).toBe(productId);
  expect(data?.name.length).toBeGreaterThan(0);
  expect(data?.images.map(({ alt }) => typeof alt)).not.toContain('undefined');
});

it('a refusal is a typed problem', async () => {
  const { data, error, response } = await client.GET('/products/{productId}', {
    params: { path: { productId: 'no-such-product' } },
  });
  expect(data).toBeUndefined();
  expect(response.status).toBe(404);
  expect(error?.code).toBe('not-found');
  expect(error?.requestId.length).toBeGreaterThan(0);
});

it('a page of reviews is as long as was asked', async () => {
  const productId = await firstProductId();
  const { data } = await client.GET('/products/{productId}/reviews', {
    params: { path: { productId }, query: { limit: '1' } },
  });
  expect(data?.items.map(({ author }) => typeof author.displayName)).toEqual(['string']);
});

it('what the document does not have, the compiler refuses and web-bff too', async () => {
  const params = { path: { productId: 'a' } };
  // @ts-expect-error -- no such path
  const lost = await client.GET('/products/{productId}/prices', { params });
  expect(lost.response.status).toBe(404);

  const query = { locale: 'tlh' } as const;
  // @ts-expect-error -- no such locale
  const refused = await client.GET('/products/{productId}', { params: { ...params, query } });
  expect(refused.response.status).toBe(400);
});
