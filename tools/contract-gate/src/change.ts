/**
 * What a change asks of clients that were written for the document before it, least first:
 * - `neutral`: means the same; texts, examples, order
 * - `additive`: more is offered or promised than before, and nobody meets it without asking for it
 * - `noticeable`: old clients meet it, and the rules of HTTP tell them what to do
 * - `breaking`: an old client may stop working
 */
export const levels = ['neutral', 'additive', 'noticeable', 'breaking'] as const;
export type Level = (typeof levels)[number];

export interface Change {
  level: Level;
  /** JSON pointer into the document with its references written out. */
  where: string;
  what: string;
  why: string;
}

/** Who writes what a schema describes: clients a request, the service a response. */
export type Direction = 'request' | 'response';

/** Whether fewer values are valid than before, more, or nobody can tell. */
export type Effect = 'narrower' | 'wider' | 'unclear';

const judgements: Record<Direction, Record<Effect, Pick<Change, 'level' | 'why'>>> = {
  request: {
    narrower: { level: 'breaking', why: 'refuses what old clients send' },
    wider: { level: 'additive', why: 'takes more than before' },
    unclear: { level: 'breaking', why: 'nobody can tell whether all that old clients send is still taken' },
  },
  response: {
    narrower: { level: 'additive', why: 'promises more than before' },
    wider: { level: 'breaking', why: 'sends what old readers were told not to expect' },
    unclear: { level: 'breaking', why: 'nobody can tell whether old readers understand all that is sent' },
  },
};

/** The change of what is valid at a place: a request may only take more, a response may only promise more. */
export function validityChange(where: string, direction: Direction, effect: Effect, what: string): Change {
  return { where, what, ...judgements[direction][effect] };
}

export function breaking(where: string, what: string, why: string): Change {
  return { level: 'breaking', where, what, why };
}

export function additive(where: string, what: string, why: string): Change {
  return { level: 'additive', where, what, why };
}
