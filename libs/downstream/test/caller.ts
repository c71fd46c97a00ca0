/** Who calls in these tests, over the adapter that the run is about. */
export const caller = {
  userAgent: 'test',
  adapter: (globalThis as { adapter?: 'undici' | 'http' }).adapter,
};
