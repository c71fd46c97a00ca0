import { ClientGone, DeadlineExceeded, SectionLimitExceeded, type SectionFailure } from './failures.ts';

/** Kept back from a short budget so that an answer without its optional sections still goes out in time. */
const ANSWERING_MS = 20;

export interface DeadlineOptions {
  /** Milliseconds for the whole request. */
  budgetMs: number;
  /** Milliseconds after which optional sections are given up; absent = at the deadline. */
  sectionLimitMs?: number | undefined;
}

/** One request's time: relative, shrinking, and the one signal that ends everything done for it. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #endsAt: number;
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #sectionLimit: Promise<never>;
  readonly #deadline: Promise<never>;

  constructor({ budgetMs, sectionLimitMs = budgetMs }: DeadlineOptions) {
    this.#endsAt = performance.now() + budgetMs;
    this.#deadline = this.#rejectAfter(budgetMs, () => {
      const failure = new DeadlineExceeded(`No answer within ${budgetMs} ms`);
      this.#controller.abort(failure);
      return failure;
    });
    const limitMs = Math.max(0, Math.min(sectionLimitMs, budgetMs - ANSWERING_MS));
    this.#sectionLimit = this.#rejectAfter(limitMs, () => new SectionLimitExceeded(`Given up after ${limitMs} ms`));
  }

  /** Aborts when the time is up, the client is gone or the answer is out. */
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

  /** Ends everything still under way: the answer is out, or the client is gone. */
  end(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#controller.abort(new ClientGone('Nobody waits for this any more'));
  }

  #rejectAfter(ms: number, failure: () => SectionFailure): Promise<never> {
    const promise = new Promise<never>((_, reject) => {
      this.#timers.push(setTimeout(() => reject(failure()), ms));
    });
    promise.catch(() => undefined);
    return promise;
  }
}
