import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { isAxiosError, type AxiosInstance } from 'axios';
import { DownstreamInvalid, DownstreamUnreachable, type FailedCall } from '../errors.ts';

export interface HttpAnswer {
  status: number;
  contentType: string;
  retryAfter: string | undefined;
  body: Buffer;
}

export interface HttpCall {
  /** Path and query, from the service's base URL. */
  path: string;
  headers: Record<string, string>;
  /** Ends the call up to the last byte of the body. */
  signal: AbortSignal;
  /** The most that a body may hold after decompression. */
  maxBodyBytes: number;
}

export type HttpClient = (call: HttpCall, named: FailedCall) => Promise<HttpAnswer>;

/**
 * GET over axios with every default that resilience wants otherwise: `timeout` does not bound a dripping body (the
 * signal does), bodies are unbounded, redirects and proxies are followed, and text that is no JSON resolves as a string
 * (so bytes are asked for, and read by `readJson`).
 * @param baseUrl origin and optional path of the service
 * @param maxSockets sockets to this service at most; further calls wait for one
 */
export function createHttpClient(baseUrl: string, maxSockets = 256): HttpClient {
  const client: AxiosInstance = axios.create({
    baseURL: baseUrl.replace(/\/$/, ''),
    adapter: 'http',
    httpAgent: new HttpAgent({ keepAlive: true, maxSockets, scheduling: 'lifo' }),
    httpsAgent: new HttpsAgent({ keepAlive: true, maxSockets, scheduling: 'lifo' }),
    maxRedirects: 0,
    proxy: false,
    decompress: true,
    responseType: 'arraybuffer',
    transformResponse: [],
    validateStatus: () => true,
  });
  return async ({ path, headers, signal, maxBodyBytes }, named) => {
    try {
      const {
        status,
        headers: answered,
        data,
      } = await client.get<Buffer>(path, {
        headers,
        signal,
        maxContentLength: maxBodyBytes,
      });
      return {
        status,
        contentType: String(answered['content-type'] ?? ''),
        retryAfter: answered['retry-after'] === undefined ? undefined : String(answered['retry-after']),
        body: data,
      };
    } catch (error) {
      throw downstreamErrorOf(error, named);
    }
  };
}

/** Nonsense on the wire that Node or zlib noticed: it was answered, and it made no sense. */
const nonsense = /^(Z_|HPE_|ERR_INVALID_CHAR|ERR__ERROR_FORMAT|ERR_BROTLI|ERR_ZLIB)/;

function downstreamErrorOf(error: unknown, named: FailedCall): unknown {
  if (!isAxiosError(error)) return error;
  const { code = 'unknown', message } = error;
  if (nonsense.test(code)) return new DownstreamInvalid(named, `unreadable answer (${code})`);
  if (message.includes('maxContentLength')) return new DownstreamInvalid(named, 'the body is larger than allowed');
  return new DownstreamUnreachable(named, `no complete answer (${code})`);
}
