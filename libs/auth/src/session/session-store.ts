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
  /** Hashes of what it can be ended by as well. */
  names: string[];
}

declare module 'express-session' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- theirs is to have what ours has
  interface SessionData extends Partial<StoredSession> {}
}

export interface SessionStoreOptions {
  store: Store;
  /** Without a request for so long, a session ends. */
  idleMs: number;
  /** Whatever is done with it, it ends then. */
  lifetimeMs: number;
  clock: () => number;
}

export type Done<T = void> = (error?: unknown, result?: T) => void;

// Sessions of one name, such as a user's; past that, the oldest end.
const MAX_NAMED = 20;
// The last steps of a sign-in take less.
const SIGN_IN_MS = 60_000;

/** What a store's key, or anything in one, is made of: nothing that could be shown as an id. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

const sessionKey = (id: string) => `session:${hashOf(id)}`;
const seenKey = (id: string) => `seen:${hashOf(id)}`;
// Members sort by age.
const memberOf = (id: string, startedAt: number) => `${startedAt}.${hashOf(id)}`;
const keysOf = (member: string) => ['session', 'seen'].map((kind) => `${kind}:${member.split('.')[1] ?? ''}`);

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

  /**
   * @param names under which it can be ended as well
   * @param since what was ended from then on, by one of its names, does not begin
   * @returns whether it began
   */
  async start(id: string, user: SessionUser, names: readonly string[], since: number): Promise<boolean> {
    const { clock, lifetimeMs } = this.#options;
    const stored: StoredSession = { user, startedAt: clock(), names: names.map(hashOf) };
    const hasBegun = await this.ask(async (store) => {
      // It is none until it was seen; by then it can be ended by each of its names, or was.
      await store.add(sessionKey(id), JSON.stringify(stored), this.#lifeMs(stored.startedAt));
      for (const name of stored.names) {
        await store.addMember(`named:${name}`, memberOf(id, stored.startedAt), lifetimeMs);
        await this.#endMembers(name, (await store.members(`named:${name}`)).sort().slice(0, -MAX_NAMED));
        if (Number(await store.get(`ended:${name}`)) >= since) return false;
      }
      await this.#see(id);
      return true;
    });
    if (!hasBegun) await this.end(id);
    return hasBegun;
  }

  /** @returns whether it was still there */
  replace(id: string, stored: StoredSession): Promise<boolean> {
    return this.ask((store) => store.replace(sessionKey(id), JSON.stringify(stored), this.#lifeMs(stored.startedAt)));
  }

  end(id: string): Promise<void> {
    return this.ask(async (store) => {
      const { names, startedAt } = JSON.parse((await store.get(sessionKey(id))) ?? '{"names":[]}') as StoredSession;
      await store.remove(sessionKey(id), seenKey(id));
      for (const name of names) await store.removeMember(`named:${name}`, memberOf(id, startedAt));
    });
  }

  endNamed(text: string): Promise<void> {
    const name = hashOf(text);
    return this.ask(async (store) => {
      // Whoever signs in right now either sees this or is seen.
      await store.set(`ended:${name}`, String(this.#options.clock()), SIGN_IN_MS);
      await this.#endMembers(name, await store.members(`named:${name}`));
    });
  }

  async ask<T>(question: (store: Store) => Promise<T>): Promise<T> {
    try {
      return await question(this.#options.store);
    } catch {
      throw new Refusal('service-unavailable', 'Sessions cannot be had at the moment.', { 'retry-after': '1' });
    }
  }

  async #endMembers(name: string, members: readonly string[]): Promise<void> {
    await this.#options.store.remove(...members.flatMap(keysOf));
    await this.#options.store.removeMember(`named:${name}`, ...members);
  }

  #see(id: string): Promise<void> {
    const { store, clock, idleMs } = this.#options;
    return store.set(seenKey(id), String(clock()), idleMs);
  }

  #lifeMs(startedAt: number): number {
    const { clock, idleMs, lifetimeMs } = this.#options;
    return Math.max(1, Math.min(idleMs, startedAt + lifetimeMs - clock()));
  }

  // What express-session calls. It starts sessions with nothing in them; ours are put in by `start`.

  override get(id: string, done: Done<SessionData | null>): void {
    const found = this.read(id).then((stored) => stored && { ...stored, cookie: { originalMaxAge: null } });
    found.then((stored) => done(null, stored), done);
  }

  override touch(id: string, { startedAt = 0 }: SessionData, done: Done): void {
    const finish = () => done();
    const kept = this.#options.store.expire(sessionKey(id), this.#lifeMs(startedAt));
    Promise.all([this.#see(id), kept]).then(finish, finish);
  }

  override set(_id: string, _session: SessionData, done: Done = () => undefined): void {
    done();
  }

  override destroy(id: string, done: Done = () => undefined): void {
    this.end(id).then(() => done(), done);
  }
}
