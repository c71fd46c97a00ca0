import { ClientGone, DeadlineExceeded, SectionLimitExceeded, type SectionFailure } from './failures.ts';

/**
 * Kept back from a short budget so that an answer without its optional sections still goes out in time, and from the
 * section limit so that an old value still comes before it.
 */
const ANSWERING_MS = 20;

interface DeadlineOptions {
  /** Milliseconds for the whole request. */
  budgetMs: number;
  /** Milliseconds after which optional sections are given up; absent = at the deadline. */
  sectionLimitMs?: number | undefined;
  /** When the request began, by `performance.now()`; absent = now. */
  startedAt?: number;
}

/** One request's time: relative, shrinking, and the one signal that ends everything done for it. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #endsAt: number;
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #sectionLimit: Promise<never>;
  readonly #staleLimit: Promise<never>;
  readonly #deadline: Promise<never>;

  constructor({ budgetMs, sectionLimitMs = budgetMs, startedAt = performance.now() }: DeadlineOptions) {
    this.#endsAt = startedAt + budgetMs;
    const rejectAfter = (ms: number, failure: () => SectionFailure) => {
      const promise = new Promise<never>((_, reject) => {
        const leftMs = Math.max(0, startedAt + ms - performance.now());
        this.#timers.push(setTimeout(() => reject(failure()), leftMs));
      });
      promise.catch(() => undefined);
      return promise;
    };
    this.#deadline = rejectAfter(budgetMs, () => {
      const failure = new DeadlineExceeded(`No answer within ${budgetMs} ms`);
      this.#controller.abort(failure);
      return failure;
    });
    const limitMs = Math.max(0, Math.min(sectionLimitMs, budgetMs - ANSWERING_MS));
    const limit = (ms: number) => rejectAfter(ms, () => new SectionLimitExceeded(`Given up after ${ms} ms`));
    this.#staleLimit = limit(Math.max(0, limitMs - ANSWERING_MS));
    this.#sectionLimit = limit(limitMs);
  }

  /** Aborts when the time is up or the client is gone. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Milliseconds left, never negative. */
  remainingMs(): number {
    return Math.max(0, this.#endsAt - performance.now());
  }

  /** @throws DeadlineExceeded when the time is up first */
  within<T>(promise: Promise<T>): Promise<T> {
    return Promise.race([promise, this.#deadline]);
  }

  /** @throws SectionLimitExceeded when the section limit comes first */
  withinSectionLimit<T>(promise: Promise<T>): Promise<T> {
    return Promise.race([promise, this.#sectionLimit]);
  }

  /** @throws SectionLimitExceeded in time for an old value to be sent within the section limit */
  withinStaleLimit<T>(promise: Promise<T>): Promise<T> {
    return Promise.race([promise, this.#staleLimit]);
  }

  /** The answer is out: the time is over, and what was given up may still end by itself, for the next to use. */
  answered(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** Ends everything still under way: the client is gone. */
  end(): void {
    this.answered();
    this.#controller.abort(new ClientGone('Nobody waits for this any more'));
  }
}
