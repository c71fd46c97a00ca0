import { levels, type Change, type Level } from './change.ts';

/** The most that a released document may change by. */
const limits = {
  /** Nothing but texts, examples and order. */
  frozen: 'neutral',
  /** Only what no client of any released version can notice. */
  additive: 'additive',
  /** Whatever does not break clients that keep to HTTP. */
  compatible: 'noticeable',
  /** Everything; changes are only told. */
  report: 'breaking',
} satisfies Record<string, Level>;

export type Policy = keyof typeof limits;

export const policies = Object.keys(limits);

export function isPolicy(name: string): name is Policy {
  return Object.hasOwn(limits, name);
}

export function isAllowed(policy: Policy, { level }: Pick<Change, 'level'>): boolean {
  return levels.indexOf(level) <= levels.indexOf(limits[policy]);
}
