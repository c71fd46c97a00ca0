import type { Change } from './change.ts';
import type { Verdict } from './gate.ts';

/** A verdict for people: one line of summary, then one row for each change, the same change in many places once. */
export function verdictTable(app: string, { name, policy, isReleased, changes, forbidden }: Verdict): string {
  const title = `${app}/${name} (${policy})`;
  if (!isReleased) return `${title}: nothing released yet\n`;
  if (changes.length === 0) return `${title}: as released\n`;
  const rows = groups(changes).map((group) => {
    const [change] = group;
    const places = group.length > 1 ? `${change.where} and ${group.length - 1} other places` : change.where;
    const mark = forbidden.includes(change) ? 'no ' : 'yes';
    return `  ${mark}  ${change.level.padEnd(10)}  ${change.what.padEnd(44)}  ${change.why.padEnd(52)}  ${places}\n`;
  });
  const head = `  ok?  ${'judgement'.padEnd(10)}  ${'change'.padEnd(44)}  ${'why'.padEnd(52)}  where\n`;
  return `${title}: ${changes.length} ${changes.length === 1 ? 'change' : 'changes'}, ${forbidden.length} forbidden\n${head}${rows.join('')}`;
}

function groups(changes: Change[]): [Change, ...Change[]][] {
  const found = new Map<string, [Change, ...Change[]]>();
  for (const change of changes) {
    const key = [change.level, change.what, change.why, change.where.split('/').at(-1)].join('\n');
    const group = found.get(key);
    if (group) group.push(change);
    else found.set(key, [change]);
  }
  return [...found.values()];
}
