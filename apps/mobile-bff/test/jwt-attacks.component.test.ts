import { createHmac, createPublicKey, hash, KeyObject, randomUUID, sign } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sampleEntry } from '@product-bffs/downstreams';
import { createScriptedKey, startScriptedIssuer, type ScriptedKey, type ScriptedToken } from '@product-bffs/identity';
import { calculateJwkThumbprint, CompactEncrypt, exportJWK, SignJWT, type JWTHeaderParameters } from 'jose';
import { guestsOnly, unhurried, useMobile } from './mobile.ts';
import { startSender, type Headers, type Sender } from './send.ts';

const { TOKEN_AUDIENCE: audience, PUBLIC_URL: publicUrl } = guestsOnly;
const path = '/products/lamp?locale=en-GB';
const proofUrl = `${publicUrl}/products/lamp`;

// One clock for issuer and app, so that a second more or less is what it says.
let now = Math.floor(Date.now() / 1000) * 1000;
const clock = () => now;
const inSeconds = (seconds: number) => now / 1000 + seconds;

const issuer = await startScriptedIssuer(audience, clock);
/** Publishes keys as well, and nobody has a reason to believe it. */
const attacker = await startScriptedIssuer(audience, clock);
const es = await createScriptedKey('ES256');
const rs = await createScriptedKey('RS256');
const ps = await createScriptedKey('PS256');
const ed = await createScriptedKey('EdDSA');
const rs512 = await createScriptedKey('RS512');
const [retired, stolen, appKey] = [await createScriptedKey(), await createScriptedKey(), await createScriptedKey()];
const published = [es, rs, ps, ed, rs512];
issuer.publish(...published, retired);
attacker.publish(stolen);

const mobile = useMobile([sampleEntry('lamp')], { ...unhurried, OIDC_ISSUER: issuer.issuer }, clock);
let sender: Sender;
beforeAll(async () => {
  sender = await startSender(mobile.app);
});
afterAll(async () => {
  await sender.stop();
  await Promise.all([issuer.stop(), attacker.stop()]);
});

const bearer = (token: string): Headers => [['authorization', `Bearer ${token}`]];
const valid = (token?: ScriptedToken) => async () => bearer(await issuer.token(token));
const base64 = (text: string) => Buffer.from(text).toString('base64url');

async function changed(change: (parts: [string, string, string]) => string[]): Promise<Headers> {
  return bearer(change((await issuer.token()).split('.') as [string, string, string]).join('.'));
}

/** A JWT of exactly these texts, signed as it should be. */
function signedText(header: string, payload: string, { privateKey }: ScriptedKey = es): string {
  const signed = `${base64(header)}.${base64(payload)}`;
  const key = { key: KeyObject.from(privateKey), dsaEncoding: 'ieee-p1363' } as const;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

async function texts(): Promise<[header: string, payload: string]> {
  const [header = '', payload = ''] = (await issuer.token()).split('.');
  return [Buffer.from(header, 'base64url').toString(), Buffer.from(payload, 'base64url').toString()];
}

async function twinOfText(change: (header: string, payload: string) => [string, string]): Promise<Headers> {
  return bearer(signedText(...change(...(await texts()))));
}

/** A published key used as if it were a secret that both sides share. */
async function confused(key: ScriptedKey, secretOf: (key: ScriptedKey) => Promise<string>): Promise<Headers> {
  const [, payload] = await texts();
  const signed = `${base64(JSON.stringify({ alg: 'HS256', typ: 'at+jwt', kid: key.publicJwk.kid }))}.${base64(payload)}`;
  return bearer(
    `${signed}.${createHmac('sha256', await secretOf(key))
      .update(signed)
      .digest('base64url')}`,
  );
}

function pemOf({ publicJwk }: ScriptedKey): Promise<string> {
  const key = createPublicKey({ key: publicJwk, format: 'jwk' });
  return Promise.resolve(key.export({ type: 'spki', format: 'pem' }).toString());
}

async function encrypted(): Promise<string> {
  const key = createPublicKey({ key: rs.publicJwk, format: 'jwk' });
  const header = { alg: 'RSA-OAEP', enc: 'A256GCM', typ: 'at+jwt', kid: rs.publicJwk.kid };
  return new CompactEncrypt(Buffer.from(await issuer.token())).setProtectedHeader(header).encrypt(key);
}

const jkt = await calculateJwkThumbprint(appKey.publicJwk);
const bound = () => issuer.token({ claims: { cnf: { jkt } } });

interface Proof {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  key?: ScriptedKey;
}

async function proofFor(token: string, { claims = {}, header = {}, key = appKey }: Proof = {}): Promise<string> {
  const { kty, crv, x, y } = key.publicJwk;
  const ath = hash('sha256', token, 'base64url');
  const all = { jti: randomUUID(), htm: 'GET', htu: proofUrl, iat: inSeconds(0), ath, ...claims };
  const protectedHeader = {
    alg: 'ES256',
    typ: 'dpop+jwt',
    jwk: { kty, crv, x, y },
    ...header,
  } as unknown as JWTHeaderParameters;
  return new SignJWT(all).setProtectedHeader(protectedHeader).sign(key.privateKey);
}

const dpop = (token: string, ...proofs: string[]): Headers => [
  ['authorization', `DPoP ${token}`],
  ...proofs.map((proof): [string, string] => ['dpop', proof]),
];

/** A request with a bound token and a proof that is as it should be, but for what is asked to be otherwise. */
const proven = (proof?: Proof) => async () => {
  const token = await bound();
  return dpop(token, await proofFor(token, proof));
};

async function replayed(): Promise<Headers> {
  const headers = await proven()();
  expect((await sender.get(path, headers)).status).toBe(200);
  return headers;
}

async function signedByRetired(): Promise<Headers> {
  const headers = await valid({ key: retired })();
  expect((await sender.get(path, headers)).status).toBe(200);
  issuer.publish(...published);
  now += 5 * 60_000;
  return bearer(await issuer.token({ key: retired }));
}

interface Attack {
  named: string;
  attack: () => Promise<Headers>;
  /** The nearest thing that is as it should be. Default: a plain valid token. */
  twin?: () => Promise<Headers>;
  status?: number;
  /** What WWW-Authenticate says. Default: that the token is not valid. */
  challenge?: string;
  query?: string;
}

const notValid = 'Bearer error="invalid_token", error_description="The access token is not valid."';
const expired = 'Bearer error="invalid_token", error_description="The access token has expired."';
const algs = 'algs="ES256 EdDSA"';
const badProof = `DPoP error="invalid_dpop_proof", error_description="The DPoP proof is not valid.", ${algs}`;
const schemesOnly = `Bearer, DPoP ${algs}`;
const invalidRequest = (why: string) => `Bearer error="invalid_request", error_description="${why}"`;
const notOfForm = invalidRequest('Authorization is not a scheme and one token.');

const tokenAttacks: Attack[] = [
  {
    named: 'alg none, no signature',
    attack: () => changed(([, p]) => [base64('{"alg":"none","typ":"at+jwt"}'), p, '']),
  },
  {
    named: 'alg none, with a signature',
    attack: () => changed(([, p, s]) => [base64('{"alg":"none","typ":"at+jwt"}'), p, s]),
  },
  { named: 'alg nOnE', attack: () => changed(([, p, s]) => [base64('{"alg":"nOnE","typ":"at+jwt"}'), p, s]) },
  { named: 'stripped signature', attack: () => changed(([h, p]) => [h, p, '']) },
  { named: 'two segments', attack: () => changed(([h, p]) => [h, p]) },
  { named: 'an extra segment', attack: () => changed((parts) => [...parts, 'e30']) },
  { named: 'signature of zeros', attack: () => changed(([h, p]) => [h, p, Buffer.alloc(64).toString('base64url')]) },
  { named: 'signature in DER', attack: async () => bearer(await derSigned()) },
  {
    named: 'tampered payload',
    attack: () => changed(([h, p, s]) => [h, base64(Buffer.from(p, 'base64url').toString().replace('ada', 'eve')), s]),
  },
  {
    named: 'tampered header',
    attack: () =>
      changed(([h, p, s]) => [base64(Buffer.from(h, 'base64url').toString().replace('}', ',"a":1}')), p, s]),
  },
  { named: 'RS256 to HS256, the PEM as secret', attack: () => confused(rs, pemOf), twin: valid({ key: rs }) },
  {
    named: 'ES256 to HS256, the JWK as secret',
    attack: () => confused(es, ({ publicJwk }) => Promise.resolve(JSON.stringify(publicJwk))),
    twin: valid({ key: es }),
  },
  {
    named: 'RS256 by name, PS256 in truth',
    attack: valid({ key: ps, header: { kid: rs.publicJwk.kid } }),
    twin: valid({ key: ps }),
  },
  { named: 'alg outside the list (RS512)', attack: valid({ key: rs512 }), twin: valid({ key: ed }) },
  {
    named: 'embedded jwk',
    attack: valid({ key: stolen, header: { jwk: stolen.publicJwk } }),
    twin: valid({ header: { jwk: es.publicJwk } }),
  },
  {
    named: 'jku of the attacker',
    attack: valid({ key: stolen, header: { jku: `${attacker.issuer}/jwks` } }),
    twin: valid({ header: { jku: `${attacker.issuer}/jwks` } }),
  },
  {
    named: 'x5u of the attacker',
    attack: valid({ key: stolen, header: { x5u: `${attacker.issuer}/jwks` } }),
    twin: valid({ header: { x5u: `${attacker.issuer}/jwks` } }),
  },
  { named: 'unknown kid', attack: valid({ key: stolen }) },
  { named: 'known kid, another key', attack: valid({ key: stolen, header: { kid: es.publicJwk.kid } }) },
  { named: 'kid that is a path', attack: valid({ key: stolen, header: { kid: '../../../../dev/null' } }) },
  { named: 'kid that is a query', attack: valid({ key: stolen, header: { kid: "x' UNION SELECT 'secret" } }) },
  { named: 'key that was retired', attack: signedByRetired, twin: valid({ key: es }) },
  {
    named: 'typ JWT (an ID token)',
    attack: valid({ header: { typ: 'JWT' } }),
    twin: valid({ header: { typ: 'application/at+jwt' } }),
  },
  { named: 'typ missing', attack: valid({ header: { typ: undefined } }), twin: valid({ header: { typ: 'AT+JWT' } }) },
  {
    named: 'unknown crit',
    attack: () => twinOfText((h, p) => [h.replace('}', ',"crit":["x"],"x":1}'), p]),
    twin: () => twinOfText((h, p) => [h.replace('}', ',"x":1}'), p]),
  },
  { named: 'another issuer', attack: valid({ claims: { iss: attacker.issuer } }) },
  { named: 'the issuer with a slash', attack: valid({ claims: { iss: `${issuer.issuer}/` } }) },
  { named: 'no issuer', attack: valid({ claims: { iss: undefined } }) },
  {
    named: "another BFF's audience",
    attack: valid({ claims: { aud: 'https://api.shop.example/partner' } }),
    twin: valid({ claims: { aud: audience } }),
  },
  // RFC 7519 §4.1.3, RFC 9068 §4: it is for us where we are among those whom it is for.
  {
    named: 'several audiences, none of them ours',
    attack: valid({ claims: { aud: ['a', 'b'] } }),
    twin: valid({ claims: { aud: ['a', audience] } }),
  },
  { named: 'no audience', attack: valid({ claims: { aud: undefined } }) },
  {
    named: 'expired, beyond the tolerance',
    attack: () => valid({ claims: { exp: inSeconds(-5) } })(),
    twin: () => valid({ claims: { exp: inSeconds(-4) } })(),
    challenge: expired,
  },
  {
    named: 'nbf in the future',
    attack: () => valid({ claims: { nbf: inSeconds(6) } })(),
    twin: () => valid({ claims: { nbf: inSeconds(5) } })(),
  },
  {
    named: 'iat in the future',
    attack: () => valid({ claims: { iat: inSeconds(6) } })(),
    twin: () => valid({ claims: { iat: inSeconds(5) } })(),
  },
  { named: 'no exp', attack: valid({ claims: { exp: undefined } }) },
  { named: 'no jti', attack: valid({ claims: { jti: undefined } }) },
  { named: 'no iat', attack: valid({ claims: { iat: undefined } }) },
  { named: 'no sub', attack: valid({ claims: { sub: undefined } }) },
  { named: 'no client_id', attack: valid({ claims: { client_id: undefined } }) },
  { named: 'sub that is no text', attack: valid({ claims: { sub: { $ne: '' } } }) },
  { named: 'exp that is no number', attack: valid({ claims: { exp: '99999999999' } }) },
  {
    named: 'price list that is none',
    attack: valid({ claims: { price_list: '../trade' } }),
    twin: valid({ claims: { price_list: 'trade' } }),
  },
  {
    named: 'several price lists',
    attack: valid({ claims: { price_list: ['trade'] } }),
    twin: valid({ claims: { price_list: 'public' } }),
  },
  {
    named: 'a claim twice',
    attack: () => twinOfText((h, p) => [h, p.replace('"sub":"ada"', '"sub":"eve","sub":"ada"')]),
    twin: () => twinOfText((h, p) => [h, p.replace('{', '{ "also": {"sub": "\\"sub\\":"}, ')]),
  },
  {
    named: 'a header parameter twice',
    attack: () => twinOfText((h, p) => [h.replace('{', '{"alg":"none",'), p]),
    twin: () => twinOfText((h, p) => [h.replace('{', '{ '), p]),
  },
  { named: 'encrypted (JWE)', attack: async () => bearer(await encrypted()) },
  { named: 'payload that is no object', attack: () => twinOfText((h) => [h, '[1]']) },
  {
    named: 'larger than 8 kB',
    attack: valid({ claims: { pad: 'x'.repeat(7000) } }),
    twin: valid({ claims: { pad: 'x'.repeat(5000) } }),
  },
  { named: 'deep JSON', attack: () => twinOfText((h) => [h, '['.repeat(2500) + ']'.repeat(2500)]) },
  { named: 'no JWT at all', attack: () => Promise.resolve(bearer('opaque')) },
  { named: 'bound in a way that is not known here', attack: valid({ claims: { cnf: { 'x5t#S256': 'a' } } }) },
  {
    named: 'a blank in base64',
    attack: () => changed(([h, p, s]) => [h, `${p.slice(0, 9)} ${p.slice(9)}`, s]),
    status: 400,
    challenge: notOfForm,
  },
  {
    named: 'a tab in base64',
    attack: () => changed(([h, p, s]) => [h, `${p.slice(0, 9)}\t${p.slice(9)}`, s]),
    status: 400,
    challenge: notOfForm,
  },
  { named: 'spare bits in base64', attack: () => changed(([h, p, s]) => [h, p, withSpareBits(s)]) },
  { named: 'padding in base64', attack: () => changed(([h, p, s]) => [h, p, `${s}==`]) },
  {
    named: 'no token after Bearer',
    attack: () => Promise.resolve([['authorization', 'Bearer']]),
    status: 400,
    challenge: notOfForm,
  },
  {
    named: 'scheme Basic',
    attack: () => Promise.resolve([['authorization', `Basic ${btoa('ada:development')}`]]),
    challenge: schemesOnly,
  },
  { named: 'no scheme', attack: async () => [['authorization', await issuer.token()]], challenge: schemesOnly },
  {
    named: 'two Authorization headers',
    attack: async () => [...(await valid()()), ...(await valid()())],
    status: 400,
    challenge: invalidRequest('Authorization is to be sent once.'),
  },
  {
    named: 'token in the query',
    attack: () => Promise.resolve([]),
    query: '&access_token=x',
    status: 400,
    challenge: invalidRequest('An access token belongs into the header Authorization.'),
  },
  {
    named: 'token in the query as well',
    attack: valid(),
    query: '&access_token=x',
    status: 400,
    challenge: invalidRequest('An access token belongs into the header Authorization.'),
  },
];

/** The same bytes, written in another way. */
function withSpareBits(text: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return `${text.slice(0, -1)}${letters.charAt(letters.indexOf(text.slice(-1)) + 1)}`;
}

async function derSigned(): Promise<string> {
  const [header, payload] = await texts();
  const signed = `${base64(header)}.${base64(payload)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), KeyObject.from(es.privateKey)).toString('base64url')}`;
}

const proofAttacks: Attack[] = [
  {
    named: 'bound token as bearer',
    attack: async () => bearer(await bound()),
    challenge: `DPoP error="invalid_token", error_description="The access token is bound to a key, and is to be sent with a proof of it.", ${algs}`,
  },
  {
    named: 'bearer token as DPoP',
    attack: async () => {
      const token = await issuer.token();
      return dpop(token, await proofFor(token));
    },
    challenge: `DPoP error="invalid_token", error_description="The access token is bound to no key.", ${algs}`,
  },
  {
    named: 'a token that is not valid as DPoP',
    attack: async () => dpop('a.b.c', await proofFor('a.b.c')),
    challenge: `DPoP error="invalid_token", error_description="The access token is not valid.", ${algs}`,
  },
  { named: 'no proof', attack: async () => dpop(await bound()) },
  { named: 'a proof twice', attack: replayed },
  {
    named: 'two proofs',
    attack: async () => {
      const token = await bound();
      return dpop(token, await proofFor(token), await proofFor(token));
    },
  },
  { named: 'htu of another path', attack: proven({ claims: { htu: `${proofUrl}s` } }) },
  { named: 'htu of another host', attack: proven({ claims: { htu: 'https://evil.example/products/lamp' } }) },
  {
    named: 'htu that is no URL',
    attack: proven({ claims: { htu: '/products/lamp' } }),
    twin: proven({ claims: { htu: `${proofUrl}?locale=en-GB#top` } }),
  },
  { named: 'htm of another method', attack: proven({ claims: { htm: 'POST' } }) },
  { named: 'ath of another token', attack: proven({ claims: { ath: hash('sha256', 'another', 'base64url') } }) },
  { named: 'no ath', attack: proven({ claims: { ath: undefined } }) },
  {
    named: 'iat a minute ago',
    attack: () => proven({ claims: { iat: inSeconds(-61) } })(),
    twin: () => proven({ claims: { iat: inSeconds(-60) } })(),
  },
  {
    named: 'iat a minute ahead',
    attack: () => proven({ claims: { iat: inSeconds(61) } })(),
    twin: () => proven({ claims: { iat: inSeconds(60) } })(),
  },
  { named: 'no jti in the proof', attack: proven({ claims: { jti: undefined } }) },
  { named: 'proof with another key', attack: proven({ key: stolen }) },
  { named: 'proof of another key than it names', attack: proven({ key: stolen, header: { jwk: appKey.publicJwk } }) },
  {
    named: 'private key in the proof',
    attack: async () => proven({ header: { jwk: await exportJWK(appKey.privateKey) } })(),
  },
  { named: 'secret key in the proof', attack: proven({ header: { jwk: { kty: 'oct', k: 'c2VjcmV0' } } }) },
  { named: 'RSA key in the proof', attack: proven({ key: rs, header: { alg: 'RS256', jwk: rs.publicJwk } }) },
  { named: 'no key in the proof', attack: proven({ header: { jwk: undefined } }) },
  { named: 'typ JWT in the proof', attack: proven({ header: { typ: 'JWT' } }) },
  {
    named: 'proof without signature',
    attack: async () => {
      const token = await bound();
      return dpop(token, (await proofFor(token)).replace(/[^.]*$/, ''));
    },
  },
].map((attack) => ({ challenge: badProof, twin: proven(), ...attack }));

const seen: string[] = [];
afterAll(() => void process.stdout.write(`${seen.join('\n')}\n`));

it.each([...tokenAttacks, ...proofAttacks])(
  'refuses $named, and takes its valid twin',
  async ({ named, attack, twin = valid(), status = 401, challenge = notValid, query = '' }) => {
    const sent = await attack();
    const refused = await sender.get(path + query, sent);
    const accepted = await sender.get(path, await twin());
    const told = refused.headers['www-authenticate'];
    seen.push(`${named} | ${refused.status} ${told} | twin: ${accepted.status}`);
    expect({ status: refused.status, told }).toEqual({ status, told: challenge });
    expect(refused.headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'application/problem+json' });
    expect(accepted.status).toBe(200);
    expect(accepted.headers['cache-control']).toMatch(/^private, /);
    expect(accepted.headers['vary']).toBe('Authorization, App-Platform, App-Version');
    for (const value of sent.flatMap(([, text]) => text.split(/[ .]/)).filter(({ length }) => length > 8)) {
      expect(`${refused.bytes.toString()} ${told}`).not.toContain(value);
    }
  },
);

it('asks no address that a token names', () => {
  expect(attacker.jwksRequests()).toBe(0);
});
