import { createCacheStore } from '@product-bffs/redis';
import { KnowledgeCache } from './cache/knowledge-cache.ts';
import type { DownstreamOptions } from './downstream.ts';
import { followChanges } from './follow-changes.ts';
import type { Authorization } from './http/http-client.ts';
import type { DownstreamEvents } from './operation.ts';

/** Where the downstreams stand and how long one attempt may take, as the environment names it. */
type Addresses<Name extends string> = Record<`${Uppercase<Name>}_URL`, string> &
  Record<`${Uppercase<Name>}_TIMEOUT_MS`, number>;

interface ConnectOptions<Name extends string> {
  /** Who calls; what it leaves in Redis is its own. */
  service: string;
  settings: Addresses<Name> & {
    CACHE_MB: number;
    REDIS_URL?: string | undefined;
    REDIS_TIMEOUT_MS: number;
    FOLLOW_CHANGES: 'on' | 'off';
  };
  events: DownstreamEvents & { onRedis?: (seen: { state: 'up' | 'down'; detail?: string }) => void };
  /** Who calls, as the services can check it; absent: calls carry nothing of the kind. */
  authorization?: Authorization | undefined;
  /** Is told `<downstream>:<id>` of everything that changed; undefined where changes may have been missed. */
  onChange: (source: string | undefined) => void;
  /** Milliseconds since the epoch. */
  clock: () => number;
}

/** The services that announce what changes. */
const withFeed = new Set(['catalog', 'pricing', 'inventory']);

/** What all clients of one service share: what it remembers, in process and in Redis, and the feeds that end it. */
export function connectDownstreams<Name extends string>(options: ConnectOptions<Name>) {
  const { service, settings, events, authorization, onChange, clock } = options;
  const { CACHE_MB, REDIS_URL, REDIS_TIMEOUT_MS, FOLLOW_CHANGES } = settings;
  const onRedis: typeof events.onRedis = (seen) => {
    if (seen.state === 'up') knowledge.remark();
    events.onRedis?.(seen);
  };
  const store = REDIS_URL ? createCacheStore({ url: REDIS_URL, timeoutMs: REDIS_TIMEOUT_MS, onRedis }) : undefined;
  const knowledge = new KnowledgeCache({ maxBytes: (CACHE_MB * 2 ** 20) / 2, store, prefix: service, clock });
  knowledge.onForget(onChange);
  const addresses: Readonly<Record<string, unknown>> = settings;
  const unfollow: (() => void)[] = [];
  return {
    /** @returns what the client of one downstream is made with */
    to(name: Name): DownstreamOptions {
      const { [`${name.toUpperCase()}_URL`]: url, [`${name.toUpperCase()}_TIMEOUT_MS`]: timeoutMs } = addresses;
      const address = { url: String(url), timeoutMs: Number(timeoutMs), userAgent: service, authorization };
      if (FOLLOW_CHANGES === 'on' && withFeed.has(name)) {
        const onChange = (source: string | undefined) => knowledge.forget(source);
        unfollow.push(followChanges({ ...address, downstream: name, onChange, onFeed: events.onFeed }));
      }
      return { ...address, ...events, knowledge };
    },
    close: async () => {
      for (const end of unfollow) end();
      await store?.close();
    },
  };
}
