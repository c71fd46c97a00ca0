import { afterEach, expect, it } from '@jest/globals';
import type { Downstreams } from '../src/index.ts';
import { serviceNames, startDownstreams } from '../src/index.ts';
import { entry } from './small-catalogue.ts';
import { get, put } from './speak.ts';

let downstreams: Downstreams;

const start = async () => {
  downstreams = await startDownstreams({ catalogue: [entry('a')] });
  return downstreams;
};

afterEach(() => downstreams.stop());

it('starts all five on ports of their own', async () => {
  const { urls } = await start();
  expect(Object.keys(urls)).toEqual([...serviceNames]);
  expect(new Set(Object.values(urls)).size).toBe(5);
  for (const url of Object.values(urls)) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

it('starts only the services asked for, and says so when another is wanted', async () => {
  const some = await startDownstreams({ catalogue: [], services: ['pricing', 'catalog'] });
  downstreams = some as Downstreams;
  expect(Object.keys(some.urls)).toEqual(['pricing', 'catalog']);
  expect(() => downstreams.service('reviews')).toThrow('reviews was not started');
});

it('refuses connections while it is stopped, and comes back on the same port with its data', async () => {
  const inventory = (await start()).service('inventory');
  await put(`${inventory.url}/stock/a`, { quantity: 77 });
  await inventory.stop();
  await expect(get(`${inventory.url}/stock/a`)).rejects.toThrow('fetch failed');
  await inventory.start();
  expect((await get(`${inventory.url}/stock/a`)).body).toMatchObject({ quantity: 77 });
});

it('cuts answers that are under way when it is stopped', async () => {
  const inventory = (await start()).service('inventory');
  await inventory.setFaults({ kind: 'drip' });
  const response = await fetch(`${inventory.url}/stock/a`);
  await inventory.stop();
  await expect(response.text()).rejects.toThrow('terminated');
});

it('leaves the other services alone when one is stopped', async () => {
  const { urls, service } = await start();
  await service('pricing').stop();
  expect((await get(`${urls.catalog}/products/a`)).status).toBe(200);
});

it('does not mind being stopped or started twice', async () => {
  const inventory = (await start()).service('inventory');
  await inventory.start();
  await inventory.stop();
  await inventory.stop();
  await inventory.start();
  expect((await get(`${inventory.url}/livez`)).status).toBe(200);
});
