import { expect, it } from '@jest/globals';
import { readPartners, type Partner } from '@product-bffs/auth';
import { sampleEntry } from '@product-bffs/downstreams';
import { parseEnvironment } from '@product-bffs/http-service';
import { environment } from '../src/config.ts';
import { bodyOf, unhurried, until, usePartner } from './partner.ts';
import { createRegistry, ownVariables } from './registry.ts';

const partner = usePartner([sampleEntry('lamp')], { ...unhurried, CACHE_MB: '8' }, [{ id: 'acme' }, { id: 'globex' }]);

const lamp = '/2026-10/products/lamp';
const statusWith = async (key: string) => (await partner.bare.get(lamp, { 'x-api-key': key })).status;
/** The registry with another first partner. */
const withFirst = (change: Partial<Partner>) => {
  const [first, ...others] = partner.registry.partners;
  return [{ ...first!, ...change }, ...others];
};

it('takes over a new key and ends a revoked one within about a second, without a restart', async () => {
  const { registry } = partner;
  const old = registry.keyOf('acme');
  const next = registry.newKey();
  expect([await statusWith(old), await statusWith(next.key)]).toEqual([200, 401]);

  registry.write(withFirst({ keys: [...registry.partners[0]!.keys, next.entry] }));
  await until(async () => (await statusWith(next.key)) === 200);
  expect(await statusWith(old)).toBe(200);

  registry.write(withFirst({ keys: [next.entry] }));
  const revokedAt = performance.now();
  await until(async () => (await statusWith(old)) === 401);
  expect(performance.now() - revokedAt).toBeLessThan(2000);
  expect([await statusWith(next.key), await statusWith(registry.keyOf('globex'))]).toEqual([200, 200]);
});

it('shows a new price list and a new part at once, whatever is remembered', async () => {
  const { registry } = partner;
  const globex = partner.as('globex');
  const [first, second] = registry.partners;
  const change = (of: Partial<Partner>) => registry.write([first!, { ...second!, ...of }]);
  const price = async () => bodyOf(await globex.get(lamp))['price'] as { currentMinor: number } | undefined;
  expect(await price()).toMatchObject({ currentMinor: 7450 });
  change({ priceList: 'trade' });
  await until(async () => (await price())?.currentMinor === 6333);
  change({ catalogue: { brands: ['pellam'] } });
  await until(async () => (await globex.get(lamp)).status === 404);
  change({ catalogue: { brands: ['linnet'] } });
  await until(async () => (await globex.get(lamp)).status === 200);
  change({});
  await until(async () => (await price())?.currentMinor === 7450);
});

it.each([
  ['is no JSON', '{"partners": [{"id": "acme", "name": secret', 'the file: is not JSON'],
  ['is empty', '', 'the file: is not JSON'],
  ['says what nobody knows', '{"partners": [], "surprise": 1}', 'Unrecognized key'],
])('keeps the last good version where a new one %s, and logs why', async (_name, text, why) => {
  const { registry } = partner;
  const known = () => partner.log().split('the one before stays').length;
  const [key, before] = [registry.keyOf('globex'), known()];
  registry.writeText(text);
  await until(() => known() > before);
  const line =
    partner
      .log()
      .trim()
      .split('\n')
      .findLast((one) => one.includes('the one before stays')) ?? '';
  expect(JSON.parse(line)).toMatchObject({ level: 'error' });
  expect(line).toContain(why.replace('the file: ', ''));
  expect(line).not.toContain('secret');
  expect(await statusWith(key)).toBe(200);
});

it('names every fault of a registry by its path, repeats no value, and does not start with it', () => {
  const registry = createRegistry({ id: 'acme' });
  const acme = registry.partners[0]!;
  const valid = registry.newKey().entry;
  const third = [valid, registry.newKey().entry, registry.newKey().entry];
  const variables = { ...ownVariables, ...registry.variables };
  const faultsOf = (...partners: object[]) => {
    registry.writeText(JSON.stringify({ partners }));
    try {
      parseEnvironment(environment, variables);
    } catch (error) {
      return (error as Error).message.split('\n').find((line) => line.includes('PARTNERS_FILE')) ?? '';
    }
    return '';
  };
  const wrong = {
    ...acme,
    id: 'Acme!',
    priceList: 'Secret-List',
    catalogue: { brand: 'SECRET' },
    scopes: ['SECRET:read'],
    quota: { units: 9, windowS: 0.5 },
    clients: [''],
    keys: [{ ...valid, id: 'SECRET', hash: 'SECRET', expiresAt: 'SECRET' }],
  };
  const message = faultsOf(acme, wrong);
  for (const place of [
    ...['id', 'priceList', 'catalogue', 'scopes.0', 'quota.units', 'quota.windowS', 'clients.0'],
    ...['keys.0.id', 'keys.0.hash', 'keys.0.expiresAt'],
  ]) {
    expect(message).toContain(`partners.1.${place}: `);
  }
  expect(message).not.toMatch(/secret|acme!/i);

  const twin = faultsOf({ ...acme, clients: ['c', 'c'] }, { ...acme, clients: ['c'] });
  for (const place of ['0.clients.1', '1.id', '1.clients.0', '1.keys.0.id'])
    expect(twin).toContain(`partners.${place}: `);
  expect(faultsOf({ ...acme, keys: third })).toContain('partners.0.keys: has more than 2 live keys');
  const ended = { ...third[0]!, expiresAt: '2020-01-01T00:00:00.000Z' };
  expect(faultsOf({ ...acme, keys: [ended, ...third.slice(1)] })).toBe('');
  expect(readPartners(variables.PARTNERS_FILE)[0]?.keys).toHaveLength(3);
  registry.remove();
  expect(faultMessage(() => parseEnvironment(environment, variables))).toContain(
    'PARTNERS_FILE: the file cannot be read (ENOENT)',
  );
});

it.each(['c2hvcnQ=', 'no base64 at all, but long enough to be a pepper of thirty-two bytes'])(
  'does not start with the pepper %j, and does not repeat it',
  (pepper) => {
    const message = faultMessage(() => parseEnvironment(environment, { ...ownVariables, API_KEY_PEPPER: pepper }));
    expect(message).toMatch(/API_KEY_PEPPER: must /);
    expect(message).not.toContain(pepper);
  },
);

function faultMessage(parse: () => unknown): string {
  try {
    parse();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
