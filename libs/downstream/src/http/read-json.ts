import { DownstreamInvalid, type FailedCall } from '../errors.ts';
import type { HttpAnswer } from './http-client.ts';

const jsonType = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

/**
 * @returns the body as JSON; bytes that are no UTF-8 become U+FFFD
 * @throws DownstreamInvalid when it is not declared as JSON, or is none
 */
export function readJson({ contentType, body }: HttpAnswer, named: FailedCall): unknown {
  if (!jsonType.test(contentType)) throw new DownstreamInvalid(named, 'the answer is not declared as JSON');
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new DownstreamInvalid(named, 'the answer is not JSON');
  }
}
