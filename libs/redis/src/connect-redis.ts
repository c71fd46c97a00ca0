import { Redis } from 'ioredis';

export interface RedisOptions {
  /** redis:// or rediss://, with user, password and database where there are any. Never logged, never reported. */
  url: string;
  /** How long one command may take, in milliseconds. */
  timeoutMs: number;
  /** Told of each change. The detail is a code (ECONNREFUSED, WRONGPASS, timeout …), never an address. */
  onRedis?: ((seen: { state: 'up' | 'down'; detail?: string }) => void) | undefined;
}

const away = new Error('Redis is away');
const reconnectMs = 500;
// A primary that became a replica is left for whoever is the primary now, but not at every write.
const leaveReplicaMs = 10_000;

// A connection whose users never wait for a Redis that is away: after a command without an answer in time, or a lost
// connection, all that are under way and all that follow fail at once, until a new connection answers a PING in time.
export function connectRedis({ url, timeoutMs, onRedis }: RedisOptions) {
  let state: 'up' | 'down' | undefined;
  let fault: string | undefined;
  let leftReplicaAt = -Infinity;

  const redis = new Redis(url, {
    // Ends a silent handshake. Commands have a timeout of our own, which lets a busy event loop read what has come.
    socketTimeout: 4 * timeoutMs,
    connectTimeout: reconnectMs,
    disconnectTimeout: timeoutMs,
    retryStrategy: () => reconnectMs,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    enableAutoPipelining: true,
    reconnectOnError({ message }) {
      if (!message.startsWith('READONLY') || performance.now() - leftReplicaAt < leaveReplicaMs) return false;
      leftReplicaAt = performance.now();
      fault = 'READONLY';
      return true;
    },
  });
  redis.on('error', (error: Error) => (fault ??= codeOf(error)));
  redis.on('close', () => enter('down', fault ?? 'closed'));
  redis.on('ready', () => {
    fault = undefined;
    // ioredis would go on with the first database where there is none of this number.
    const probe = () => (redis.options.db ? redis.select(redis.options.db) : redis.ping());
    within<unknown>(probe).then(() => redis.status === 'ready' && enter('up'), lose);
  });

  function enter(next: 'up' | 'down', detail?: string): void {
    if (state === next) return;
    state = next;
    onRedis?.({ state, ...(detail && { detail }) });
  }

  // Ends the connection, and with it every command that waits on it.
  function lose(error: Error): void {
    fault ??= codeOf(error);
    enter('down', fault);
    redis.stream.destroy();
  }

  function within<T>(send: (redis: Redis) => Promise<T>): Promise<T> {
    let answered = false;
    // An answer that came while the event loop was busy is read before Redis is called silent.
    const judge = () => setImmediate(() => answered || lose(new DOMException('', 'timeout')));
    const timer = setTimeout(judge, timeoutMs);
    return send(redis).finally(() => {
      answered = true;
      clearTimeout(timer);
    });
  }

  return {
    // What a command answers. Rejects when Redis refuses it, after one timeout when Redis is silent, and else at once.
    ask<T>(send: (redis: Redis) => Promise<T>): Promise<T> {
      return state === 'up' ? within(send) : Promise.reject(away);
    },
    async close(): Promise<void> {
      const quits = state === 'up';
      state = 'down';
      if (quits) await within(() => redis.quit()).catch(() => undefined);
      redis.disconnect();
    },
  };
}

// What failed, but neither where nor with which credentials.
function codeOf({ name, message, code }: Error & { code?: unknown }): string {
  return typeof code === 'string' ? code : (/^[A-Z]{3,}(?= )/.exec(message)?.[0] ?? name);
}
