import { createScripts } from '@product-bffs/redis';

/** How many days back it is known what a partner called, today among them. */
export const DAYS_OF_USAGE = 14;

const DAY_MS = 86_400_000;
const FLUSH_MS = 1000;

const addScript = `
redis.call('HINCRBY', KEYS[1], ARGV[1], ARGV[2])
return redis.call('EXPIRE', KEYS[1], ARGV[3])`;
const readScript = `
local days = {}
for n, key in ipairs(KEYS) do days[n] = redis.call('HGETALL', key) end
return days`;

export interface UsageOptions {
  /** Where all instances count together; absent: each by itself, in memory. */
  redis?: Parameters<typeof createScripts>[0] | undefined;
  /** Milliseconds since the epoch. */
  clock: () => number;
}

/** What a partner called of one version: how often, and the last day (milliseconds since the epoch, UTC). */
export interface VersionUsage {
  calls: number;
  lastDay: number;
}

export type Usage = ReturnType<typeof createUsage>;

/**
 * Counts what each partner calls of each version, by the day. Nobody waits for it: counts are kept in memory and written
 * to Redis every second; while Redis is away they stay, at most one number for each day, partner and version.
 */
export function createUsage({ redis, clock }: UsageOptions) {
  const scripts = redis && createScripts(redis);
  const unwritten = new Map<string, number>();
  const today = () => Math.floor(clock() / DAY_MS);
  const keyOf = (partner: string, day: number) => `partner-bff:usage:${day}:${partner}`;
  const add = (entry: string, calls: number) => unwritten.set(entry, (unwritten.get(entry) ?? 0) + calls);
  let writing: Promise<void> | undefined;

  async function write(): Promise<void> {
    for (const [entry, calls] of unwritten) {
      const { partner, version, day } = entryOf(entry);
      if (day <= today() - DAYS_OF_USAGE) unwritten.delete(entry);
      else if (scripts !== undefined) {
        unwritten.delete(entry);
        const values = [version, String(calls), String((DAYS_OF_USAGE * DAY_MS) / 1000)];
        try {
          await scripts.eval(addScript, { keys: [keyOf(partner, day)], arguments: values });
        } catch {
          add(entry, calls);
          return;
        }
      }
    }
  }
  const flush = () => (writing ??= write().finally(() => (writing = undefined)));
  const timer = setInterval(() => void flush(), FLUSH_MS).unref();

  return {
    count(partner: string, version: string): void {
      add(`${partner} ${version} ${today()}`, 1);
    },
    /** Of the last 14 days, by version; what this instance alone knows where Redis is away. */
    async of(partner: string): Promise<ReadonlyMap<string, VersionUsage>> {
      const used = new Map<string, VersionUsage>();
      const see = (version: string, day: number, calls: number) => {
        const { calls: before, lastDay } = used.get(version) ?? { calls: 0, lastDay: 0 };
        used.set(version, { calls: before + calls, lastDay: Math.max(lastDay, day * DAY_MS) });
      };
      const days = Array.from({ length: DAYS_OF_USAGE }, (_, ago) => today() - ago);
      const keys = days.map((day) => keyOf(partner, day));
      await writing;
      const written = scripts?.eval(readScript, { keys, arguments: [] }) as Promise<string[][]> | undefined;
      const shared = (await written?.catch(() => undefined)) ?? [];
      shared.forEach((counts, n) => {
        for (let at = 0; at < counts.length; at += 2) see(counts[at] ?? '', days[n] ?? 0, Number(counts[at + 1]));
      });
      for (const [entry, calls] of unwritten) {
        const { partner: whose, version, day } = entryOf(entry);
        if (whose === partner && days.includes(day)) see(version, day, calls);
      }
      return used;
    },
    async close(): Promise<void> {
      clearInterval(timer);
      await flush();
      await scripts?.close();
    },
  };
}

/** Ids and versions have no blanks. */
function entryOf(entry: string) {
  const [partner = '', version = '', day] = entry.split(' ');
  return { partner, version, day: Number(day) };
}
