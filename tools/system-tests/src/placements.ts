import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { askAs, type Answer, type Asked } from './ask.ts';

const headersOfSecrets = [
  ...['authorization', 'x-api-key', 'cookie', 'dpop', 'x-bff', 'if-none-match', 'accept', 'accept-language'],
  ...['content-type', 'user-agent', 'referer', 'origin', 'traceparent', 'tracestate', 'x-request-id', 'x-unknown'],
  ...['app-version', 'app-platform', 'x-forwarded-for', 'x-forwarded-proto', 'baggage', 'range', 'x-on-behalf-of'],
];
const parameters = [
  ...['currency', 'locale', 'ids', 'unknown', 'access_token', 'api_key', 'returnTo', 'state', 'code', 'cursor'],
  ...['limit', 'width', 'iss', 'error', 'error_description'],
];

/** Every wrong place of a request, and every right one, with this text in it. */
export function requestsWith(secret: string, paths: readonly string[]): [path: string, asked: Asked][] {
  const encoded = encodeURIComponent(secret);
  const [product = ''] = paths;
  return [
    [`/${encoded}`, {}],
    [`/${secret.replaceAll(/[ ?#]/g, '')}`, {}],
    [`/products/${encoded}`, {}],
    [`/2026-10/products/${encoded}`, {}],
    [`${product}/${encoded}`, {}],
    [`${product}%ZZ${encoded}`, {}],
    ...paths.flatMap((path): [string, Asked][] => [
      ...parameters.map((name): [string, Asked] => [`${path}?${name}=${encoded}`, {}]),
      [`${path}?${encoded}=1`, {}],
      [path, { headers: { authorization: `Bearer ${secret}` } }],
      [path, { headers: { authorization: `DPoP ${secret}`, dpop: secret } }],
      [path, { headers: { authorization: `Basic ${Buffer.from(`user:${secret}`).toString('base64')}` } }],
      [path, { headers: { authorization: `Bearer ${secret}`, 'x-api-key': secret } }],
      [path, { headers: { cookie: `sid=${encoded}; oidc-${'a'.repeat(16)}=${encoded}; other=${encoded}` } }],
      [path, { method: 'POST', body: { secret } }],
      [path, { method: 'POST', body: `logout_token=${encoded}` }],
      [path, { method: 'POST', body: `{"${secret}`, headers: { 'content-type': 'application/json' } }],
      [path, { method: 'POST', body: secret, headers: { 'content-type': 'text/plain' } }],
      [path, { method: 'DELETE', headers: { 'x-unknown': secret } }],
    ]),
    ...headersOfSecrets.map((name): [string, Asked] => [product, { headers: { [name]: secret } }]),
    ...(/^[\w.-]+$/.test(secret) ? [[product, { headers: { [`x-${secret}`]: '1' } }] as [string, Asked]] : []),
  ];
}

/** What no client library sends: malformed, unfinished, or too long. */
export async function sayBadly(baseUrl: string, secret: string): Promise<Answer[]> {
  const { hostname, port, host } = new URL(baseUrl);
  const begun = `GET /products HTTP/1.1\r\nHost: ${host}\r\n`;
  const said = [
    `${begun}Bad Header ${secret}: ${secret}\r\n\r\n`,
    `${begun}Authorization: Bearer ${secret}\r\nX-Long: ${secret.repeat(Math.ceil(40_000 / secret.length))}\r\n\r\n`,
    `${secret} / HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    `${begun}Host: ${secret}\r\nConnection: close\r\n\r\n`,
    `${begun}Authorization: Bearer ${secret}\r\nAuthorization: Bearer ${secret}\r\nConnection: close\r\n\r\n`,
  ];
  return Promise.all(
    said.map(async (request, n) => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      const body = text(socket).catch(() => '');
      socket.write(request);
      return { url: `${baseUrl} (${n})`, status: 0, headers: {}, body: await body, bytes: 0 };
    }),
  );
}

/** @returns undefined where there is no answer */
export function answerOf(url: string, asked: Asked): Promise<Answer | undefined> {
  return askAs(url, asked).catch(() => undefined);
}
