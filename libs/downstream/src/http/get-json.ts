import { DownstreamRefused, DownstreamTimeout, type FailedCall } from '../errors.ts';
import type { CallContext } from '../operation.ts';
import { createHttpClient } from './http-client.ts';
import { readJson } from './read-json.ts';
import { retryAfterMs } from './retry-after.ts';

export interface ServiceAddress {
  /** The service's base URL. */
  url: string;
  /** One attempt at most, to the last byte, in milliseconds. */
  timeoutMs: number;
  /** Who calls, as the service's access log should say it. */
  userAgent: string;
}

interface GetJson {
  path: string;
  query: Record<string, string | number | undefined>;
  maxBodyBytes: number;
}

/** @returns the answer's JSON, or undefined for a 404; @throws one of the four DownstreamErrors, or why the request ended */
export type JsonGetter = (call: GetJson, named: FailedCall, context: CallContext) => Promise<unknown>;

/** One attempt: one signal for its own timeout, the deadline and the client that hung up. */
export function createJsonGetter({ url, timeoutMs, userAgent }: ServiceAddress): JsonGetter {
  const http = createHttpClient(url);
  return async ({ path, query, maxBodyBytes }, named, { deadline, requestId, childTraceparent }) => {
    deadline.signal.throwIfAborted();
    const attemptMs = Math.ceil(Math.min(timeoutMs, deadline.remainingMs()));
    const attempt = AbortSignal.timeout(attemptMs);
    try {
      const answer = await http(
        {
          path: withQuery(path, query),
          headers: {
            accept: 'application/json',
            'accept-encoding': 'gzip',
            'user-agent': userAgent,
            traceparent: childTraceparent(),
            'x-request-id': requestId,
            'x-request-timeout-ms': String(attemptMs),
          },
          signal: AbortSignal.any([deadline.signal, attempt]),
          maxBodyBytes,
        },
        named,
      );
      if (answer.status === 404) return undefined;
      if (answer.status < 200 || answer.status > 299) {
        throw new DownstreamRefused(named, answer.status, retryAfterMs(answer.retryAfter));
      }
      return readJson(answer, named);
    } catch (error) {
      if (deadline.signal.aborted) throw deadline.signal.reason;
      if (attempt.aborted) throw new DownstreamTimeout(named, `no complete answer within ${attemptMs} ms`);
      throw error;
    }
  };
}

function withQuery(path: string, query: GetJson['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.append(name, String(value));
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}
