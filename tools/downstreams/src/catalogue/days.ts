/** Midnight UTC, whole days after the given moment's day, as RFC 3339. */
export function midnightAfter(moment: Date, days: number): string {
  return new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate() + days)).toISOString();
}
