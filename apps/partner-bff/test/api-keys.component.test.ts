import { crc32 } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createApiKey } from '@product-bffs/auth';
import { sampleEntry } from '@product-bffs/downstreams';
import { bodyOf, unhurried, until, usePartner } from './partner.ts';

const partner = usePartner([sampleEntry('lamp')], { ...unhurried, CACHE_MB: '8' }, [
  { id: 'acme' },
  { id: 'globex' },
  { id: 'reader', scopes: ['changes:read'] },
]);

const lamp = '/2026-10/products/lamp';
const challenge = 'Bearer, DPoP algs="ES256 EdDSA", ApiKey header="X-API-Key"';
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A key whose checksum is right, whatever stands before it. */
function checksummed(start: string): string {
  let sum = '';
  for (let rest = BigInt(crc32(start)); sum.length < 6; rest /= 62n) sum = digits.charAt(Number(rest % 62n)) + sum;
  return start + sum;
}

const keys = {} as Record<'right' | 'ending' | 'expired', string>;
beforeAll(async () => {
  const { registry } = partner;
  const [acme, ...others] = registry.partners;
  const ending = registry.newKey({ expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
  const expired = registry.newKey({ expiresAt: new Date(Date.now() - 1000).toISOString() });
  registry.write([{ ...acme!, keys: [...acme!.keys, ending.entry, expired.entry] }, ...others]);
  Object.assign(keys, { right: registry.keyOf('acme'), ending: ending.key, expired: expired.key });
  await until(async () => (await partner.bare.get(lamp, { 'x-api-key': keys.ending })).status === 200);
});

type Sent = { path?: string; headers?: Record<string, string | string[]> };
const secretOf = (key: string) => key.slice(21, 64);
const swapped = (key: string, at: number) =>
  key.slice(0, at) + (key.charAt(at) === 'a' ? 'b' : 'a') + key.slice(at + 1);
const sentAs = (change: (key: string) => string) => (): Sent => ({ headers: { 'x-api-key': change(keys.right) } });

const attacks: [name: string, sent: () => Sent, status: number][] = [
  ['no key at all', () => ({}), 401],
  ['a key whose checksum is wrong', sentAs((key) => swapped(key, 69)), 401],
  ['a key with one digit of its secret wrong', sentAs((key) => swapped(key, 40)), 401],
  ['another secret, its checksum right', sentAs((key) => checksummed(swapped(key, 40).slice(0, 64))), 401],
  [
    "another partner's secret under this id, its checksum right",
    sentAs((key) => checksummed(key.slice(0, 21) + secretOf(partner.registry.keyOf('globex')))),
    401,
  ],
  ['another id, its checksum right', sentAs((key) => checksummed(swapped(key, 10).slice(0, 64))), 401],
  ['a key that nobody has', () => ({ headers: { 'x-api-key': createApiKey().key } }), 401],
  ['a key that has expired', () => ({ headers: { 'x-api-key': keys.expired } }), 401],
  [
    'a key of another environment, its checksum right',
    sentAs((key) => checksummed(key.replace('live', 'test').slice(0, 64))),
    401,
  ],
  ['a secret key of another service', sentAs((key) => checksummed(key.replace('pk_', 'sk_').slice(0, 64))), 401],
  ['a key that is cut off', sentAs((key) => key.slice(0, -1)), 401],
  ['a key without its checksum', sentAs((key) => key.slice(0, 64)), 401],
  ['an id alone', sentAs((key) => key.slice(8, 20)), 401],
  ['a key with a digit more', sentAs((key) => `${key}0`), 401],
  ['a key in upper case', sentAs((key) => key.toUpperCase()), 401],
  ['a key in lower case', sentAs((key) => key.toLowerCase()), 401],
  ['a key with a blank in it', sentAs((key) => `${key.slice(0, 30)} ${key.slice(30)}`), 401],
  ['a key with a no-break space behind it', sentAs((key) => `${key}\u00a0`), 401],
  ['a key in quotes', sentAs((key) => `"${key}"`), 401],
  ['a key twice in one header', sentAs((key) => `${key}, ${key}`), 401],
  ['an empty key', sentAs(() => ''), 401],
  ['8 kB of a key', sentAs((key) => key.repeat(120)), 401],
  ['the name of what every object has', sentAs(() => 'constructor'), 401],
  ['a key as the scheme ApiKey', () => ({ headers: { authorization: `ApiKey ${keys.right}` } }), 401],
  ['a key as the password of Basic', () => ({ headers: { authorization: `Basic ${btoa(`:${keys.right}`)}` } }), 401],
  ['the same key in two headers', () => ({ headers: { 'x-api-key': [keys.right, keys.right] } }), 400],
  [
    'keys of two partners in two headers',
    () => ({ headers: { 'x-api-key': [keys.right, partner.registry.keyOf('globex')] } }),
    400,
  ],
  ['a key beside a token', () => ({ headers: { 'x-api-key': keys.right, authorization: 'Bearer e30.e30.x' } }), 400],
  ['a key beside an empty Authorization', () => ({ headers: { 'x-api-key': keys.right, authorization: '' } }), 400],
  ['a key in the query', () => ({ path: `${lamp}?api_key=${keys.right}` }), 400],
  [
    'a key in the query beside one in the header',
    () => ({ path: `${lamp}?X-API-Key=${keys.right}`, headers: { 'x-api-key': keys.right } }),
    400,
  ],
  ['a key in the query, percent-encoded', () => ({ path: `${lamp}?key=%70k%5Flive_${keys.right.slice(8)}` }), 400],
  [
    'a key as the name of a parameter, percent-encoded',
    () => ({ path: `${lamp}?%70k_live_${keys.right.slice(8)}`, headers: { 'x-api-key': keys.right } }),
    400,
  ],
  ['a key in the path', () => ({ path: `/2026-10/products/${keys.right}`, headers: { 'x-api-key': keys.right } }), 400],
];

const ask = ({ path = lamp, headers = {} }: Sent) =>
  partner.bare.get(path, { 'x-forwarded-for': '192.0.2.1', ...(headers as Record<string, string>) });

describe('an API key', () => {
  const told: string[] = [];

  it.each(attacks)('is refused as %s', async (name, sent, status) => {
    const answer = await ask(sent());
    told.push(`${String(answer.status)} | ${name} | ${answer.headers['www-authenticate'] ?? ''}`);
    expect([answer.status, answer.headers['cache-control']]).toEqual([status, 'no-store']);
    expect(bodyOf(answer)).toMatchObject({ code: status === 401 ? 'unauthenticated' : 'invalid-request' });
    expect(answer.headers['www-authenticate'] ?? '').toMatch(status === 401 ? /^Bearer, DPoP algs=/ : /^$/);
    expect(answer.headers).not.toHaveProperty('ratelimit');
    expect(answer.bytes.toString()).not.toContain(secretOf(keys.right).slice(0, 12));
    // Its valid twin.
    expect((await ask({ headers: { 'x-api-key': keys.right } })).status).toBe(200);
  });

  it('that is not valid is told the same, whatever is wrong with it', async () => {
    const wrong = [swapped(keys.right, 69), checksummed(swapped(keys.right, 40).slice(0, 64)), createApiKey().key];
    const answers = await Promise.all([...wrong, keys.expired].map((key) => ask({ headers: { 'x-api-key': key } })));
    for (const answer of answers) {
      expect({ ...bodyOf(answer), requestId: '' }).toEqual({ ...bodyOf(answers[0]!), requestId: '' });
      expect(answer.headers['www-authenticate']).toBe(challenge);
    }
  });

  it.each([
    ['as it was made', () => keys.right],
    ['that ends in an hour', () => keys.ending],
    ['with blanks around it, which are no part of a header (RFC 9110 §5.5)', () => `  ${keys.right}\t`],
  ])('is taken %s', async (_name, key) => {
    expect((await ask({ headers: { 'x-api-key': key() } })).status).toBe(200);
  });

  it('of a partner without the scope is refused with 403, and told which scope it lacks', async () => {
    const answer = await partner.as('reader').get(lamp);
    expect([answer.status, bodyOf(answer)['code']]).toEqual([403, 'forbidden']);
    expect(answer.headers['www-authenticate']).toBe(
      'ApiKey header="X-API-Key", error="insufficient_scope", scope="products:read"',
    );
  });

  it('is in no log and in no metric, wherever it was sent', async () => {
    const seen = partner.log() + (await partner.metrics());
    expect(seen).toContain('"status":400');
    for (const key of [keys.right, keys.ending, keys.expired, partner.registry.keyOf('globex')]) {
      expect(seen.toLowerCase()).not.toContain(secretOf(key).slice(0, 12).toLowerCase());
    }
  });

  it('is wanted of whoever asks, before anything else is looked at', async () => {
    const answer = await partner.bare.get(`${lamp}?currency=XXX`);
    expect([answer.status, answer.headers['vary']]).toEqual([401, 'Authorization, X-API-Key']);
    process.stdout.write(`${told.join('\n')}\n`);
  });
});
