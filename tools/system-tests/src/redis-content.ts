import type { RedisForTests } from '@product-bffs/redis-for-tests';

/** How to read the whole value of each type of key. */
const readers: Record<string, (key: string) => string[]> = {
  string: (key) => ['GET', key],
  set: (key) => ['SMEMBERS', key],
  hash: (key) => ['HGETALL', key],
};

/** Every key and what is under it, as text; what ends meanwhile is left out. @throws Error for a type of key that no BFF uses */
export async function redisContent({ ask }: Pick<RedisForTests, 'ask'>): Promise<Map<string, string>> {
  const content = new Map<string, string>();
  for (const key of (await ask('KEYS', '*')) as string[]) {
    const type = String(await ask('TYPE', key));
    if (type === 'none') continue;
    const read = readers[type];
    if (!read) throw new Error(`${key} is a ${type}`);
    content.set(key, JSON.stringify(await ask(...read(key))));
  }
  return content;
}
