import { setTimeout as delay } from 'node:timers/promises';
import { SectionFailure, type KnownSection } from '@product-bffs/composition';
import type { AskService, Question } from './ask-service.ts';
import type { KnowledgeCache } from './cache/knowledge-cache.ts';
import { DownstreamTimeout } from './errors.ts';
import { Flight, Flights, landed } from './flights.ts';
import type { CallContext, DownstreamEvents, Query } from './operation.ts';
import { known, readItem } from './read-batch.ts';

type Known<T> = KnownSection<T | null>;

interface Found<T> {
  section: Known<T>;
  level: 'redis' | 'service';
}

/** How often an instance looks in Redis for what another is asking for. */
const LOOK_AGAIN_MS = 25;
const LONGEST_PAUSE_MS = 400;

export interface ReadThroughOptions extends DownstreamEvents {
  downstream: string;
  knowledge: KnowledgeCache;
  askService: AskService;
}

/**
 * Knowledge of ids, from where it costs least: what this process remembers → a flight that is under way for it → what
 * Redis remembers → the service. Past its soft lifetime, what may be is sent stale while one refresh runs; the rest is
 * fetched, and its old value is sent only where that fails or takes too long.
 * @returns for each id, by its place, what is known or why it is not
 * @throws why the request ended, or a bug
 */
export function createReadThrough({ downstream, knowledge, askService, onLookup }: ReadThroughOptions) {
  const flights = new Flights();
  knowledge.onForget((source) => flights.forget(source));
  const { clock } = knowledge;
  const stale = <T>(section: Known<T>): Known<T> => ({ ...section, state: 'stale' });

  /** @param newerThan what is stored has to last longer than this, milliseconds since the epoch */
  function fetch<T, Q extends Query>(
    question: Question<T, Q>,
    [id, key]: readonly [string, string],
    newerThan: number,
    flight: Flight<Found<T>>,
  ): void {
    const ask = () =>
      askService(question, id, flight, (outcome) => {
        if ('failure' in outcome) flight.land(outcome);
        else {
          const { section, bytes } = outcome.value;
          knowledge.keep(key, section, bytes);
          flight.land({ value: { section, level: 'service' } });
        }
      });
    if (!knowledge.isShared) {
      ask();
      return;
    }
    const { resource, query } = question;
    const look = async () => {
      const stored = await knowledge.fetch(key, (value, asOf) => {
        const item = value === null ? { value } : readItem(resource, value, id, query);
        return 'fault' in item ? undefined : known(resource, item.value, asOf);
      });
      const section = stored?.section as Known<T> | undefined;
      return section !== undefined && section.softUntil > newerThan ? section : undefined;
    };
    const fromOthers = async () => {
      const lookedAt = performance.now();
      let section = await look();
      let pauseMs = LOOK_AGAIN_MS;
      // Who waits, waits for one answer of a Redis that is slow.
      if (newerThan <= clock() && performance.now() - lookedAt > 2 * LOOK_AGAIN_MS) return section;
      // Of several instances whose knowledge ends, one asks, and the others find what it leaves: ahead of its time, when
      // nobody waits for it, as soon as it is there, and else after one look.
      for (let mayLook = newerThan > -Infinity; mayLook && section === undefined; mayLook = newerThan > clock()) {
        if (await knowledge.isTurn(key)) break;
        await delay(pauseMs);
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
        section = await look();
      }
      return section;
    };
    void fromOthers().then((section) => {
      if (section === undefined) ask();
      else if (section.softUntil > clock()) flight.land({ value: { section, level: 'redis' } });
      else if (section.staleWhileRevalidate) flight.land({ value: { section: stale(section), level: 'redis' } });
      else ask();
    });
  }

  /** For one request alone, past all that is known or on its way: what set out earlier may have seen the world of before. */
  function fly<T, Q extends Query>(question: Question<T, Q>, id: string, context: CallContext): Flight<Found<T>> {
    const flight = new Flight<Found<T>>(context);
    askService(question, id, flight, (outcome) =>
      flight.land('failure' in outcome ? outcome : { value: { section: outcome.value.section, level: 'service' } }),
    );
    return flight;
  }

  return async function read<T, Q extends Query>(
    question: Question<T, Q>,
    ids: readonly string[],
    context: CallContext,
  ): Promise<(Known<T> | Error)[]> {
    const { deadline, freshUntil = -Infinity, anew = false, sources, timings } = context;
    deadline.signal.throwIfAborted();
    // Each by the place of its id; with holes where there is none.
    const answers = new Array<Known<T> | Error | undefined>(ids.length);
    const underWay: Flight<Found<T>>[] = [];
    const old: (Known<T> | undefined)[] = [];
    const keyOf = (id: string) => `${downstream}:${id}:${question.group}`;
    const recall = (key: string) => (anew ? undefined : knowledge.recall(key));
    const join = (id: string, key: string, newerThan: number) =>
      anew
        ? fly(question, id, context)
        : flights.join<Found<T>>(key, context, (flight) => fetch(question, [id, key], newerThan, flight));

    for (const [place, id] of ids.entries()) {
      sources?.add(`${downstream}:${id}`);
      const key = keyOf(id);
      const held = recall(key);
      const section = held?.section as Known<T> | undefined;
      const softUntil = section?.softUntil ?? -Infinity;
      const isFresh = softUntil > Math.max(clock(), freshUntil);
      if (section && (isFresh || (section.staleWhileRevalidate && softUntil > freshUntil))) {
        // Nobody waits for a refresh, and nobody can cancel it.
        if (clock() >= (held?.refreshAt ?? Infinity)) join(id, key, softUntil).keepFlying();
        answers[place] = isFresh ? section : stale(section);
        onLookup?.({ downstream, level: 'memory' });
      } else {
        if (section) old[place] = section;
        underWay[place] = join(id, key, Math.max(freshUntil, softUntil));
      }
    }
    if (underWay.length === 0) return answers as Known<T>[];

    const startedAt = performance.now();
    let level: Found<T>['level'] | undefined;
    const arrived = landed(underWay, context, (place, outcome) => {
      if ('failure' in outcome) {
        answers[place] = outcome.failure as Error;
        return;
      }
      const { section } = outcome.value;
      ({ level } = outcome.value);
      answers[place] = section;
      onLookup?.({ downstream, level });
      const id = ids[place] as string;
      if (section.state === 'stale') join(id, keyOf(id), section.softUntil).keepFlying();
    });
    const hadOld = old.length > 0;
    const inTime = hadOld ? deadline.withinStaleLimit(arrived) : arrived;
    await inTime.catch((reason: unknown) => {
      if (!hadOld || !(reason instanceof SectionFailure)) throw reason;
    });
    const ms = performance.now() - startedAt;
    timings?.push({ name: `${downstream}.${question.operation}`, ms, ...(level && { detail: level }) });

    return Array.from(answers, (found, place) => {
      const answer = found ?? new DownstreamTimeout({ downstream, operation: question.operation }, 'not in time');
      if (!(answer instanceof SectionFailure)) return answer;
      // Redis may have had an old value where this process had none.
      const before = old[place] ?? (recall(keyOf(ids[place] as string))?.section as Known<T> | undefined);
      if (before === undefined || before.hardUntil <= clock()) return answer;
      onLookup?.({ downstream, level: 'stale' });
      return stale(before);
    });
  };
}
