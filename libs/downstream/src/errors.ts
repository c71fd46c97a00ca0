import { SectionFailure } from '@product-bffs/composition';

export interface FailedCall {
  downstream: string;
  operation: string;
}

/**
 * A call to a downstream failed. Holds which call and why in words of ours; never headers, tokens, bodies or the
 * request of the HTTP library.
 */
export abstract class DownstreamError extends SectionFailure {
  readonly downstream: string;
  readonly operation: string;

  constructor({ downstream, operation }: FailedCall, detail: string, retryAfterMs?: number) {
    super(`${downstream}.${operation}: ${detail}`, retryAfterMs);
    this.downstream = downstream;
    this.operation = operation;
  }
}

/** No answer, or only a part of one: refused, reset, cut off, name not found, certificate not trusted. */
export class DownstreamUnreachable extends DownstreamError {
  override readonly name = 'DownstreamUnreachable';
  readonly reason = 'unavailable';
  /** Whether nothing at all was answered, so that asking again may find a service that is there. */
  readonly unanswered: boolean;

  constructor(call: FailedCall, detail: string, unanswered: boolean) {
    super(call, detail);
    this.unanswered = unanswered;
  }
}

/** It was not called: its breaker is open, it asked to be left alone, or too many calls of it are under way. */
export class DownstreamSpared extends DownstreamError {
  override readonly name = 'DownstreamSpared';
  readonly reason = 'unavailable';
}

/** The attempt's timeout was up before the last byte. */
export class DownstreamTimeout extends DownstreamError {
  override readonly name = 'DownstreamTimeout';
  readonly reason = 'timeout';
}

/** It answered with a status that is not a success. */
export class DownstreamRefused extends DownstreamError {
  override readonly name = 'DownstreamRefused';
  readonly reason = 'unavailable';
  readonly status: number;

  constructor(call: FailedCall, status: number, retryAfterMs?: number) {
    super(call, `status ${status}`, retryAfterMs);
    this.status = status;
  }
}

/** It answered 200 with something else than its wire schema says: no JSON, other fields, too much. */
export class DownstreamInvalid extends DownstreamError {
  override readonly name = 'DownstreamInvalid';
  readonly reason = 'invalid';
}
