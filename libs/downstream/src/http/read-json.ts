import { DownstreamInvalid, type FailedCall } from '../errors.ts';
import type { HttpAnswer } from './http-client.ts';

const jsonType = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

/**
 * @returns the body as JSON; bytes that are no UTF-8 become U+FFFD
 * @throws DownstreamInvalid when it is not declared as JSON, or is none
 */
export function readJson({ headers, data }: Pick<HttpAnswer, 'headers' | 'data'>, named: FailedCall): unknown {
  const type = String(headers['content-type'] ?? '');
  if (!jsonType.test(type)) throw new DownstreamInvalid(named, 'the answer is not declared as JSON');
  try {
    return JSON.parse(data.toString('utf8'));
  } catch {
    throw new DownstreamInvalid(named, 'the answer is not JSON');
  }
}
