import type { KnownSection } from '@product-bffs/composition';
import type { CacheStore } from '@product-bffs/redis';
import { LRUCache } from 'lru-cache';
import { lifetimes } from '../lifetimes.ts';

/** What is remembered of one question. */
export interface Remembered {
  readonly section: KnownSection<unknown>;
  /** From when on the next who asks has it fetched anew while using it: before its soft lifetime ends, at random. */
  readonly refreshAt: number;
}

export interface KnowledgeCacheOptions {
  /** Memory in process, in bytes; 0 keeps nothing. */
  maxBytes: number;
  /** The second level, shared by all instances; absent: none. */
  store?: CacheStore | undefined;
  /** Begins every key in the store: who may share what is there. */
  prefix: string;
  /** Milliseconds since the epoch. Default: Date.now */
  clock?: (() => number) | undefined;
  /** From 0 to 1. Default: Math.random */
  random?: (() => number) | undefined;
}

type ReadStored = (value: unknown, asOf: number) => KnownSection<unknown> | undefined;

/** By so much the clocks of two instances may differ. */
const MAX_SKEW_MS = 2000;
/** Of the format of what is stored; another number is another key. */
const FORMAT = 1;
/** What an object takes beside the text it was read from: names, pointers, the entry itself. */
const OVERHEAD_BYTES = 500;
const OBJECT_PER_TEXT = 2;
/** The last part of a soft lifetime, at a random point of which it is refreshed ahead. */
const REFRESH_SHARE = 0.1;
/** How long the others leave it to one instance to ask. */
const TURN_MS = 300;
const CHANGES_KEPT = 20_000;
const LONGEST_LIFETIME_MS = Math.max(...Object.values(lifetimes).map(({ hardMs }) => hardMs));

/** Two levels of knowledge: this process, and Redis. Nothing past its hard lifetime, and nothing from before a change. */
export class KnowledgeCache {
  readonly clock: () => number;
  readonly #random: () => number;
  readonly #memory: LRUCache<string, Remembered> | undefined;
  readonly #store: CacheStore | undefined;
  readonly #prefix: string;
  /** Keys in memory by source, and when each source was last said to have changed. */
  readonly #keys = new Map<string, Set<string>>();
  readonly #changedAt = new LRUCache<string, number>({
    max: CHANGES_KEPT,
    // Of a change that is forgotten, everything of before may be: in doubt it is not used.
    dispose: (at, _source, why) => {
      if (why === 'evict') this.#allChangedAt = Math.max(this.#allChangedAt, at);
    },
  });
  readonly #onForget: ((source: string | undefined) => void)[] = [];
  #allChangedAt = -Infinity;

  constructor({ maxBytes, store, prefix, clock = Date.now, random = Math.random }: KnowledgeCacheOptions) {
    this.clock = clock;
    this.#random = random;
    this.#store = store;
    this.isShared = store !== undefined;
    this.#prefix = `${prefix}:${FORMAT}:`;
    if (maxBytes > 0) this.#memory = new LRUCache({ maxSize: maxBytes, dispose: (_, key) => this.#unlist(key) });
  }

  /** Whether there is a second level. */
  readonly isShared: boolean;

  /** What this process remembers, within its hard lifetime. */
  recall(key: string): Remembered | undefined {
    const held = this.#memory?.get(key);
    if (held === undefined || held.section.hardUntil > this.clock()) return held;
    this.#memory?.delete(key);
    return undefined;
  }

  /**
   * What another instance left in Redis, within its hard lifetime and newer than what this process has; kept here as well.
   * @param read makes knowledge of a value and its age; undefined where it is none that this build understands
   */
  async fetch(key: string, read: ReadStored): Promise<Remembered | undefined> {
    if (this.#store === undefined) return undefined;
    const [bytes, changed] = await this.#store.getMany([this.#prefix + key, this.#changedKey(sourceOf(key))]);
    const section = bytes && this.#sectionFrom(key, bytes, read);
    const changedAt = changed === undefined ? -Infinity : Number(changed.toString());
    const isNews = section !== undefined && section.asOf > (this.recall(key)?.section.asOf ?? -Infinity);
    // A mark that is no number says nothing, and in doubt it has changed.
    if (!isNews || !(section.asOf > changedAt)) return undefined;
    return this.#remember(key, section, bytes?.length ?? 0);
  }

  /** Whether this instance is the one to ask for what ends in several; where Redis cannot say, it is. */
  async isTurn(key: string): Promise<boolean> {
    return (await this.#store?.tryLock(`${this.#prefix}asking:${key}`, TURN_MS)) ?? true;
  }

  /** @param bytes how large it was on the wire */
  keep(key: string, section: KnownSection<unknown>, bytes: number): void {
    if (this.#memory === undefined && this.#store === undefined) return;
    if (this.#remember(key, section, bytes) === undefined || this.#store === undefined) return;
    const { value, asOf, hardUntil } = section;
    this.#store.set(this.#prefix + key, JSON.stringify({ key, value, asOf }), Math.ceil(hardUntil - this.clock()));
  }

  /**
   * A change was announced: what was asked before is of no use any more, here and in Redis.
   * @param source undefined: changes may have been missed, and nothing of before is of use to this process
   */
  forget(source: string | undefined): void {
    const now = this.clock();
    if (source === undefined) {
      this.#allChangedAt = now;
      this.#memory?.clear();
    } else {
      this.#changedAt.set(source, now);
      this.#mark(source, now);
      for (const key of this.#keys.get(source) ?? []) this.#memory?.delete(key);
    }
    for (const listener of this.#onForget) listener(source);
  }

  /** Redis is back: what changed while it was away is told to the other instances now. */
  remark(): void {
    for (const [source, at] of this.#changedAt.entries()) this.#mark(source, at);
  }

  /** @param listener is told the source of each change; undefined = all of them */
  onForget(listener: (source: string | undefined) => void): void {
    this.#onForget.push(listener);
  }

  #remember(key: string, section: KnownSection<unknown>, bytes: number): Remembered | undefined {
    const source = sourceOf(key);
    const { asOf, softUntil, hardUntil } = section;
    if (hardUntil <= this.clock() || asOf <= Math.max(this.#allChangedAt, this.#changedAt.get(source) ?? -Infinity)) {
      return undefined;
    }
    const refreshAt = softUntil - this.#random() * REFRESH_SHARE * (softUntil - asOf);
    const remembered = { section: { ...section, state: 'fresh' as const }, refreshAt };
    if (this.#memory !== undefined) {
      this.#memory.set(key, remembered, { size: Math.ceil(OVERHEAD_BYTES + OBJECT_PER_TEXT * bytes) });
      if (this.#memory.has(key)) this.#keys.set(source, (this.#keys.get(source) ?? new Set()).add(key));
    }
    return remembered;
  }

  #sectionFrom(key: string, bytes: Buffer, read: ReadStored): KnownSection<unknown> | undefined {
    try {
      const { key: storedAs, value, asOf } = JSON.parse(bytes.toString()) as Record<string, unknown>;
      const isSound = storedAs === key && typeof asOf === 'number' && asOf <= this.clock() + MAX_SKEW_MS;
      return isSound ? read(value, asOf) : undefined;
    } catch {
      return undefined;
    }
  }

  #unlist(key: string): void {
    const source = sourceOf(key);
    const keys = this.#keys.get(source);
    keys?.delete(key);
    if (keys?.size === 0) this.#keys.delete(source);
  }

  #mark(source: string, at: number): void {
    this.#store?.set(this.#changedKey(source), String(at), LONGEST_LIFETIME_MS);
  }

  #changedKey(source: string): string {
    return `${this.#prefix}changed:${source}`;
  }
}

/** A key begins with its source, `<downstream>:<id>`. */
function sourceOf(key: string): string {
  return key.slice(0, key.indexOf(':', key.indexOf(':') + 1));
}
