import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import axios, { isAxiosError, type AxiosResponse } from 'axios';
import { Pool } from 'undici';
import {
  DownstreamInvalid,
  DownstreamSpared,
  DownstreamTimeout,
  DownstreamUnreachable,
  type FailedCall,
} from '../errors.ts';
import { createUndiciAdapter } from './undici-adapter.ts';

/** Where the value of the Authorization header comes from. It is in no error, log line or metric. */
export interface Authorization {
  /** A promise only where it has to be fetched first; it rejects, in words that may be logged, where there is none. */
  header(): string | Promise<string>;
  /** The service answered a call that carried this one with 401. */
  refused(header: string): void;
}

export interface ServiceAddress {
  /** The service's base URL: origin and optional path. */
  url: string;
  /** One attempt at most, to the last byte, in milliseconds. */
  timeoutMs: number;
  /** Who calls, as the service's access log should say it. */
  userAgent: string;
  /** What axios sends with: an undici Pool (a third of the CPU time), or axios's own adapter. Default: undici. */
  adapter?: 'undici' | 'http' | undefined;
  /** Who calls, as the service can check it; absent: calls carry nothing of the kind. */
  authorization?: Authorization | undefined;
  /** Finds a host's address; default: Node's. */
  lookup?: LookupFunction | undefined;
}

/** Headers are named in lower case; `data` is the body. */
export type HttpAnswer = Pick<AxiosResponse<Buffer>, 'status' | 'headers' | 'data'>;

interface HttpCall {
  /** Path and query, from the service's base URL. */
  path: string;
  headers?: Record<string, string>;
  /** Ends the call up to the last byte of the body. */
  signal: AbortSignal;
  /** The most that a body may hold after decompression. */
  maxBodyBytes: number;
}

/**
 * GET over axios with every default that resilience wants otherwise: `timeout` does not bound a dripping body (the
 * signal does), bodies are unbounded, redirects and proxies are followed, and text that is no JSON resolves as a string
 * (so bytes are asked for, and read by `readJson`).
 * @param maxSockets to this service; further calls wait for one
 */
export function createHttpClient(address: ServiceAddress, maxSockets: number) {
  const client = axios.create({
    baseURL: address.url.replace(/\/$/, ''),
    headers: { accept: 'application/json', 'accept-encoding': 'gzip', 'user-agent': address.userAgent },
    ...(address.adapter === 'http' ? ownAdapter(address, maxSockets) : undiciAdapter(address, maxSockets)),
    maxRedirects: 0,
    proxy: false,
    decompress: true,
    responseType: 'arraybuffer',
    transformResponse: [],
    validateStatus: () => true,
  });
  const { authorization } = address;
  return async ({ path, headers = {}, signal, maxBodyBytes }: HttpCall, named: FailedCall): Promise<HttpAnswer> => {
    const found = authorization?.header();
    const header = typeof found === 'object' ? await inTime(found, signal, named) : found;
    if (header !== undefined) headers['authorization'] = header;
    try {
      const answer = await client.get<Buffer>(path, { headers, signal, maxContentLength: maxBodyBytes });
      if (answer.status === 401 && header !== undefined) authorization?.refused(header);
      return answer;
    } catch (error) {
      throw downstreamErrorOf(error, named);
    }
  };
}

/** @throws DownstreamSpared where there is none in time: the service was not called, and is not at fault */
function inTime(header: Promise<string>, signal: AbortSignal, named: FailedCall): Promise<string> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      const reason = signal.reason as Error;
      reject(reason instanceof DownstreamTimeout ? new DownstreamSpared(named, 'no authorization in time') : reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    header
      .then(resolve, (error: unknown) => reject(new DownstreamSpared(named, (error as Error).message)))
      .finally(() => signal.removeEventListener('abort', leave));
  });
}

function undiciAdapter({ url, lookup }: ServiceAddress, maxSockets: number) {
  const pool = new Pool(new URL(url).origin, {
    connections: maxSockets,
    // Every call has a signal that ends it in time.
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
    ...(lookup && { connect: { lookup } }),
  });
  return { adapter: createUndiciAdapter(pool) };
}

function ownAdapter({ lookup }: ServiceAddress, maxSockets: number) {
  const agent = { keepAlive: true, maxSockets, scheduling: 'lifo', ...(lookup && { lookup }) } as const;
  return { adapter: 'http', httpAgent: new HttpAgent(agent), httpsAgent: new HttpsAgent(agent) } as const;
}

/** Nonsense on the wire that Node or zlib noticed: it was answered, and it made no sense. */
const nonsense = /^(Z_|HPE_|ERR_INVALID_CHAR|ERR__ERROR_FORMAT|ERR_BROTLI|ERR_ZLIB)/;
/** Nothing was answered, and a second try may find a service that is there. */
const notReached = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);

function downstreamErrorOf(error: unknown, named: FailedCall): unknown {
  if (!isAxiosError(error)) return error;
  const { code = 'unknown', message, response } = error;
  if (nonsense.test(code)) return new DownstreamInvalid(named, `unreadable answer (${code})`);
  if (message.includes('maxContentLength')) return new DownstreamInvalid(named, 'the body is larger than allowed');
  const unanswered = response === undefined && notReached.has(code);
  return new DownstreamUnreachable(named, `no complete answer (${code})`, unanswered);
}
