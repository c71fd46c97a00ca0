import type { MissingReason } from './section.ts';

/** A section could not be had, through no fault of ours. `optional` turns it into data; `required` lets it through. */
export abstract class SectionFailure extends Error {
  abstract readonly reason: MissingReason;
  /** How long the downstream asked us to wait, in milliseconds, where it did. */
  readonly retryAfterMs: number | undefined;

  constructor(message?: string, retryAfterMs?: number) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The request's time was up before a required section was there. */
export class DeadlineExceeded extends SectionFailure {
  override readonly name = 'DeadlineExceeded';
  readonly reason = 'timeout';
}

/** An optional section was given up so that the answer can go out without it. */
export class SectionLimitExceeded extends SectionFailure {
  override readonly name = 'SectionLimitExceeded';
  readonly reason = 'timeout';
}

/** A required section's service says that there is no such thing. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** Who asks may not, or not now: the answer is a problem of this code, with what the protocol wants beside it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: 'invalid-request' | 'unauthenticated' | 'forbidden' | 'quota-exceeded' | 'service-unavailable';
  /** WWW-Authenticate, Retry-After and the like. */
  readonly headers: Readonly<Record<string, string>>;

  /** @param detail for the reader, without anything that was sent */
  constructor(code: Refusal['code'], detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.code = code;
    this.headers = headers;
  }
}

/** The client hung up; nobody waits for the answer any more. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}
