import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  model: string;
  id: string;
  payload: AdapterPayload;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** How many writes until what has expired is swept out. */
const WRITES_PER_SWEEP = 1000;

/**
 * All that the provider remembers (sessions, grants, codes, refresh tokens), in memory. It outlives the provider that
 * wrote it, so that one with other keys can go on from there.
 */
export class MemoryStorage {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;
  #writes = 0;

  /** @param now milliseconds since 1970 */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** What oidc-provider asks for, once a model. */
  adapterOf(model: string): Adapter {
    const keyOf = (id: string) => `${model}:${id}`;
    const where = (test: (payload: AdapterPayload) => boolean) =>
      Promise.resolve(this.#living(model).find(({ payload }) => test(payload))?.payload);
    return {
      upsert: (id, payload, expiresIn = Infinity) => {
        this.#sweepSometimes();
        this.#entries.set(keyOf(id), { model, id, payload, expiresAt: this.#now() + expiresIn * 1000 });
        return Promise.resolve();
      },
      find: (id) => Promise.resolve(this.#get(keyOf(id))?.payload),
      findByUid: (uid) => where((payload) => payload.uid === uid),
      findByUserCode: (userCode) => where((payload) => payload.userCode === userCode),
      consume: (id) => {
        const entry = this.#get(keyOf(id));
        if (entry) entry.payload.consumed = Math.floor(this.#now() / 1000);
        return Promise.resolve();
      },
      destroy: (id) => {
        this.#entries.delete(keyOf(id));
        return Promise.resolve();
      },
      revokeByGrantId: (grantId) => {
        this.#revokeGrant(grantId);
        return Promise.resolve();
      },
    };
  }

  sessionsOf(accountId: string): AdapterPayload[] {
    return this.#living('Session')
      .map(({ payload }) => payload)
      .filter((payload) => payload.accountId === accountId);
  }

  /** Ends an account's sessions, and takes back every grant, code and token of it. */
  forgetAccount(accountId: string): void {
    for (const [key, { payload }] of this.#entries) {
      if (payload.accountId === accountId) this.#entries.delete(key);
    }
  }

  #get(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.expiresAt > this.#now() ? entry : undefined;
  }

  #living(model: string): Entry[] {
    const now = this.#now();
    return [...this.#entries.values()].filter((entry) => entry.model === model && entry.expiresAt > now);
  }

  /** Takes back every code and token that came of it. */
  #revokeGrant(grantId: string): void {
    for (const [key, { payload }] of this.#entries) {
      if (payload.grantId === grantId) this.#entries.delete(key);
    }
  }

  #sweepSometimes(): void {
    this.#writes += 1;
    if (this.#writes % WRITES_PER_SWEEP !== 0) return;
    const now = this.#now();
    for (const [key, { expiresAt }] of this.#entries) {
      if (expiresAt <= now) this.#entries.delete(key);
    }
  }
}
