/** A Redis that tests were given; without it they get one of their own. */
export function givenRedisUrl(): string | undefined {
  return process.env['REDIS_URL'];
}
