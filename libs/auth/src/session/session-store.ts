import { createHash } from 'node:crypto';
import { Refusal } from '@product-bffs/composition';
import type { Store } from '@product-bffs/redis';
import session, { type SessionData } from 'express-session';

/** Who signed in, and what a session knows of them. */
export interface SessionUser {
  /** Opaque; see Identity. */
  subject: string;
  /** Absent: the public one. */
  priceList?: string | undefined;
  /** Access, refresh and ID token, sealed for this session. */
  tokens: string;
  /** From when on claims and tokens are to be had anew, in milliseconds since the epoch. */
  refreshAt: number;
}

export interface StoredSession {
  user: SessionUser;
  /** Milliseconds since the epoch; the absolute lifetime begins here. */
  startedAt: number;
}

declare module 'express-session' {
  interface SessionData {
    user?: SessionUser;
    startedAt?: number;
  }
}

export interface SessionStoreOptions {
  store: Store;
  /** Without a request for so long, a session ends. */
  idleMs: number;
  /** Whatever is done with it, it ends then. */
  lifetimeMs: number;
  clock: () => number;
}

type Done<T = void> = (error?: unknown, result?: T) => void;

/** What a store's key, or anything in one, is made of: nothing that could be shown as an id. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

const sessionKey = (id: string) => `session:${hashOf(id)}`;
const seenKey = (id: string) => `seen:${hashOf(id)}`;

/**
 * Sessions under a hash of their id. When one was last seen is kept beside it: what two requests do at once can neither
 * undo a refresh nor bring back a session that was ended. Everything rejects with a Refusal where the store is away.
 */
export class SessionStore extends session.Store {
  readonly #options: SessionStoreOptions;

  constructor(options: SessionStoreOptions) {
    super();
    this.#options = options;
  }

  async read(id: string): Promise<StoredSession | undefined> {
    const { clock, idleMs, lifetimeMs } = this.#options;
    const [text, seen] = await this.ask((store) => Promise.all([store.get(sessionKey(id)), store.get(seenKey(id))]));
    if (text === undefined || seen === undefined) return undefined;
    const stored = JSON.parse(text) as StoredSession;
    const now = clock();
    return now < Number(seen) + idleMs && now < stored.startedAt + lifetimeMs ? stored : undefined;
  }

  /** @param names under which it can be ended as well */
  async start(id: string, user: SessionUser, names: readonly string[]): Promise<void> {
    const { clock, lifetimeMs } = this.#options;
    const text = JSON.stringify({ user, startedAt: clock() });
    await this.ask(async (store) => {
      for (const name of names) await store.addMember(`named:${hashOf(name)}`, hashOf(id), lifetimeMs);
      await this.#see(id);
      await store.add(sessionKey(id), text, lifetimeMs);
    });
  }

  /** @returns whether it was still there */
  replace(id: string, stored: StoredSession): Promise<boolean> {
    const { clock, lifetimeMs } = this.#options;
    const leftMs = Math.max(1, stored.startedAt + lifetimeMs - clock());
    return this.ask((store) => store.replace(sessionKey(id), JSON.stringify(stored), leftMs));
  }

  end(id: string): Promise<void> {
    return this.ask((store) => store.remove(sessionKey(id), seenKey(id)));
  }

  async endNamed(name: string): Promise<void> {
    const key = `named:${hashOf(name)}`;
    await this.ask(async (store) => {
      const hashes = await store.members(key);
      await store.remove(key, ...hashes.flatMap((hash) => [`session:${hash}`, `seen:${hash}`]));
    });
  }

  async ask<T>(question: (store: Store) => Promise<T>): Promise<T> {
    try {
      return await question(this.#options.store);
    } catch {
      throw new Refusal('service-unavailable', 'Sessions cannot be had at the moment.', { 'retry-after': '1' });
    }
  }

  #see(id: string): Promise<void> {
    const { store, clock, idleMs } = this.#options;
    return store.set(seenKey(id), String(clock()), idleMs);
  }

  // What express-session calls. It starts sessions with nothing in them; ours are put in by `start`.

  override get(id: string, done: Done<SessionData | null>): void {
    const found = this.read(id).then((stored) => stored && { ...stored, cookie: { originalMaxAge: null } });
    found.then((stored) => done(null, stored), done);
  }

  override touch(id: string, _session: SessionData, done: Done): void {
    const finish = () => done();
    this.#see(id).then(finish, finish);
  }

  override set(_id: string, _session: SessionData, done: Done = () => undefined): void {
    done();
  }

  override destroy(id: string, done: Done = () => undefined): void {
    this.end(id).then(() => done(), done);
  }
}
