import { combineSections, type KnownSection, type Section } from '@product-bffs/composition';
import type { Request, Response } from 'express';
import { LRUCache } from 'lru-cache';
import { cacheHeadersOf, type CacheHeaders } from './cache-control.ts';
import { Representations } from './representations.ts';
import { requestContext, requestStart, type RequestContext } from './request-context.ts';
import { respond } from './respond.ts';
import { serverTiming } from './server-timing.ts';

type NamedSections = Readonly<Record<string, Section<unknown>>>;

/** What answers tell of themselves. */
export interface AnswerEvents {
  /** One for each: made anew, sent as it was made before, or known to the client; `ageMs` since its bytes were made. */
  onAnswer(answer: { kind: 'composed' | 'stored' | 'not-modified'; ageMs: number }): void;
  /** @returns what counts the sections of an answer each time it is sent */
  sectionCounters(sections: NamedSections): () => void;
}

export interface AnswersOptions {
  /** For all that is kept: bytes in every coding, keys and what they are made of; 0 keeps nothing. */
  maxBytes: number;
  telemetry: AnswerEvents;
  /** Milliseconds since the epoch; lifetimes are judged by it. */
  clock?: (() => number) | undefined;
  /** Whether answers carry Server-Timing; never in production. */
  timing?: boolean;
  /** From 0 to 1. Default: Math.random */
  random?: (() => number) | undefined;
}

/** How one answer is made where its bytes are not there. */
export interface Making<C> {
  /** Everything that shapes the answer beside its coding and its subject; absent: it is never kept. */
  key?: readonly (string | number | undefined)[];
  compose: (context: RequestContext) => Promise<C>;
  /** What was composed as named sections, or several sets of them; absent: it is such a set itself. */
  sectionsOf?: (composed: C) => readonly NamedSections[];
  /** The body, by the contract. */
  present: (composed: C) => unknown;
  /** Whether this answer is for its one reader, this once: nobody may keep it, whatever its sections allow. */
  noStore?: boolean;
}

const neverKept: CacheHeaders = { cacheControl: 'private, no-store', headers: [], until: Infinity };

export interface Answers {
  /** Sends the bytes of last time as long as every section they were made of is fresh, else composes. */
  send<C extends object>(req: Request, res: Response, making: Making<C>): Promise<void> | undefined;
  /** Ends every answer that was made of this piece of knowledge, `<downstream>:<id>`; undefined: every answer. */
  readonly evict: (source: string | undefined) => void;
}

interface Stored {
  body: Representations;
  whole: Section<null>;
  madeAt: number;
  sources: readonly string[];
  counters: readonly (() => void)[];
  headers?: CacheHeaders;
  /** From when on the next who asks has it made anew, while it is still sent. */
  refreshAt: number;
}

/** The last part of its life, at a random point of which an answer is made anew: instances that share Redis take turns. */
const REFRESH_SHARE = 0.1;

/** What an entry takes beside its bytes, its key and its sources: objects, maps and buffers, measured roughly. */
const ENTRY_BYTES = 1500;
const SOURCE_BYTES = 120;

/** Whole answers, kept as the bytes they were sent as. */
export function createAnswers(options: AnswersOptions): Answers {
  const { maxBytes, telemetry, clock = Date.now, timing = false, random = Math.random } = options;
  const keysOf = new Map<string, Set<string>>();
  /** Of the answers that are being made, those of which nothing changed since they were begun. */
  const current = new Set<RequestContext>();
  const answers = new LRUCache<string, Stored>({
    maxSize: Math.max(1, maxBytes),
    sizeCalculation: ({ body, sources }, key) =>
      ENTRY_BYTES + body.size + 2 * key.length + sources.length * SOURCE_BYTES,
    noDisposeOnSet: true,
    dispose: ({ sources }, key) => {
      for (const source of sources) {
        const keys = keysOf.get(source);
        keys?.delete(key);
        if (keys?.size === 0) keysOf.delete(source);
      }
    },
  });

  function stored(key: string | undefined, now: number): Stored | undefined {
    const answer = key === undefined ? undefined : answers.get(key);
    return answer !== undefined && isFreshAt(answer.whole, now) ? answer : undefined;
  }

  function write(req: Request, res: Response, answer: Stored, now: number, isStored: boolean): void {
    const { body, whole, madeAt, counters } = answer;
    const isPrivate = requestStart(req)?.subject !== undefined;
    if (answer.headers === undefined || now > answer.headers.until || now < madeAt) {
      answer.headers = cacheHeadersOf(whole, { madeAt, now, isPrivate });
    }
    const { cacheControl, headers } = answer.headers;
    const told = timing ? [...headers, 'server-timing', serverTiming(req, isStored)] : headers;
    const isKnown = respond(req, res, { body, cacheControl, headers: told });
    const kind = isKnown ? 'not-modified' : isStored ? 'stored' : 'composed';
    telemetry.onAnswer({ kind, ageMs: Math.max(0, now - madeAt) });
    for (const count of counters) count();
  }

  function writeStored(req: Request, res: Response, key: string, answer: Stored, now: number): void {
    const { size } = answer.body;
    write(req, res, answer, now, true);
    // A coding was made for the first time: the same answer, weighed anew.
    if (answer.body.size !== size) answers.set(key, { ...answer });
  }

  function made<C extends object>(making: Making<C>, composed: C, context: RequestContext): Stored {
    const madeAt = clock();
    const sets = making.sectionsOf?.(composed) ?? [composed as NamedSections];
    const whole = combineSections(sets.flatMap((sections) => Object.values(sections)));
    const counters = sets.map((sections) => telemetry.sectionCounters(sections));
    const body = new Representations(making.present(composed));
    const lifeMs = whole.state === 'missing' ? 0 : whole.softUntil - madeAt;
    const refreshAt = madeAt + lifeMs * (1 - random() * REFRESH_SHARE);
    const headers = making.noStore ? { headers: neverKept } : {};
    return { body, whole, madeAt, sources: [...context.sources], counters, refreshAt, ...headers };
  }

  /** Unless what it was made of changed meanwhile, and may be its old value. */
  function keep(key: string, answer: Stored, context: RequestContext): void {
    if (!current.has(context) || !isFreshAt(answer.whole, answer.madeAt)) return;
    answers.delete(key);
    answers.set(key, answer);
    if (!answers.has(key)) return; // Larger than all that may be kept.
    for (const source of answer.sources) keysOf.set(source, (keysOf.get(source) ?? new Set()).add(key));
  }

  async function compose<C extends object>(req: Request, res: Response, making: Making<C>, key: string | undefined) {
    const context = requestContext(req);
    current.add(context);
    try {
      const composed = await making.compose(context);
      const now = clock();
      const neighbour = stored(key, now);
      if (key !== undefined && neighbour !== undefined) {
        writeStored(req, res, key, neighbour, now);
        return;
      }
      const answer = made(making, composed, context);
      write(req, res, answer, answer.madeAt, false);
      if (key !== undefined) keep(key, answer, context);
    } finally {
      current.delete(context);
    }
  }

  /** Nobody waits for it; where it fails, all stays as it is. */
  async function refresh<C extends object>(req: Request, making: Making<C>, key: string, answer: Stored) {
    answer.refreshAt = Infinity;
    const context = requestStart(req)?.background(answer.whole.state === 'missing' ? 0 : answer.whole.softUntil);
    if (context === undefined) return;
    current.add(context);
    try {
      keep(key, made(making, await making.compose(context), context), context);
    } finally {
      current.delete(context);
      context.deadline.answered();
    }
  }

  return {
    send(req, res, making) {
      const key = making.key === undefined || making.noStore || maxBytes === 0 ? undefined : keyFor(req, making.key);
      const now = clock();
      const answer = stored(key, now);
      if (key === undefined || answer === undefined) return compose(req, res, making, key);
      writeStored(req, res, key, answer, now);
      if (now >= answer.refreshAt) refresh(req, making, key, answers.peek(key) ?? answer).catch(() => undefined);
      return undefined;
    },
    evict(source) {
      for (const context of current) {
        if (source === undefined || context.sources.has(source)) current.delete(context);
      }
      if (source === undefined) answers.clear();
      else for (const key of keysOf.get(source) ?? []) answers.delete(key);
    },
  };
}

/** No subject's key is another's, nor that of what is public: those begin with a bracket. */
function keyFor(req: Request, key: NonNullable<Making<unknown>['key']>): string {
  const subject = requestStart(req)?.subject;
  return subject === undefined ? JSON.stringify(key) : JSON.stringify(subject) + JSON.stringify(key);
}

/** Stale knowledge is sent, but never kept: the next request looks for better. */
function isFreshAt(whole: Section<null>, now: number): whole is KnownSection<null> {
  return whole.state === 'fresh' && now < whole.softUntil && whole.hardUntil !== Infinity;
}
