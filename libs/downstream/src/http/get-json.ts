import { DownstreamRefused, DownstreamSpared, DownstreamTimeout, type FailedCall } from '../errors.ts';
import { createHttpClient, type ServiceAddress } from './http-client.ts';
import { readJson } from './read-json.ts';
import { retryAfterMs } from './retry-after.ts';

export interface GetJson {
  /** Path and query, from the service's base URL. */
  path: string;
  maxBodyBytes: number;
  /** Whether a 410 has an answer for its body. */
  readsGone?: boolean | undefined;
  requestId: string;
  traceparent: string;
  /** Whose call it is, where the service has to know. */
  onBehalfOf?: string | undefined;
  /** What the service is told it has. */
  announcedMs: number;
  /** Ends the attempt before its time. */
  controller: AbortController;
}

export interface JsonAnswer {
  /** undefined for a 404 */
  json: unknown;
  /** Of the body, after decompression. */
  bytes: number;
}

/** @throws one of the DownstreamErrors, or the reason that the controller was aborted with */
export type JsonGetter = (call: GetJson, named: FailedCall) => Promise<JsonAnswer>;

/** One attempt, under its own timeout. */
export function createJsonGetter(address: ServiceAddress, maxSockets: number): JsonGetter {
  const { timeoutMs } = address;
  const http = createHttpClient(address, maxSockets);
  return async ({ path, maxBodyBytes, readsGone, announcedMs, controller, ...call }, named) => {
    const { requestId, traceparent, onBehalfOf } = call;
    const { signal } = controller;
    const timer = setTimeout(
      () => controller.abort(new DownstreamTimeout(named, `no complete answer within ${timeoutMs} ms`)),
      timeoutMs,
    );
    try {
      const headers = {
        traceparent,
        'x-request-id': requestId,
        'x-request-timeout-ms': String(announcedMs),
        ...(onBehalfOf !== undefined && { 'x-on-behalf-of': encodeURIComponent(onBehalfOf) }),
      };
      const answer = await http({ path, headers, signal, maxBodyBytes }, named);
      if (answer.status === 404) return { json: undefined, bytes: 0 };
      const isGone = answer.status === 410 && readsGone === true;
      if ((answer.status < 200 || answer.status > 299) && !isGone) {
        throw new DownstreamRefused(named, answer.status, retryAfterMs(String(answer.headers['retry-after'] ?? '')));
      }
      return { json: readJson(answer, named), bytes: answer.data.length };
    } catch (error) {
      throw signal.aborted && !(error instanceof DownstreamSpared) ? signal.reason : error;
    } finally {
      clearTimeout(timer);
    }
  };
}
