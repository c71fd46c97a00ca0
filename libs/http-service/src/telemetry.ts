import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Section } from '@product-bffs/composition';
import type { Logger } from 'pino';
import type { RequestObservation } from './access-log.ts';
import { createMetric } from './telemetry-series.ts';

type Operation = Record<'downstream' | 'operation', string>;
type BreakerState = 'closed' | 'open' | 'half-open';
type Sections = Record<string, Section<unknown>>;

/** How one call of a downstream ended. */
export interface CallSeen extends Operation {
  requestId: string;
  outcome: string;
  durationMs: number;
  detail?: string;
}

/** All that a service stands on as it was last seen (`at`: RFC 3339); null: not yet, or there is none. */
export interface Seen {
  downstreams: Record<string, { outcome: string; at: string } | null>;
  /** By `<downstream>.<operation>`; without an entry a breaker was never anything but closed. */
  breakers: Record<string, { state: BreakerState; at: string }>;
  redis: { state: 'up' | 'down'; at: string; detail?: string } | null;
  /** Of each downstream whose changes are followed: whether they are heard. */
  feeds: Record<string, { state: 'up' | 'down'; at: string }>;
}

/** Where each event is told; none of it depends on being called as a method. */
export type Telemetry = ReturnType<typeof createTelemetry>;

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3];
const agesInSeconds = [1, 5, 15, 30, 60, 300, 900, 3600, 21_600, 86_400];
const breakerStates: readonly BreakerState[] = ['closed', 'open', 'half-open'];

export interface TelemetryOptions {
  /** Every service that this one calls. */
  downstreams: readonly string[];
  logger: Logger;
  /** False leaves the metrics empty, and counting costs nothing. */
  measure: boolean;
}

/** Counts what happens, and remembers how all that a service stands on was last seen. */
export function createTelemetry({ downstreams, logger, measure }: TelemetryOptions) {
  const registry = new Registry();
  if (measure) collectDefaultMetrics({ register: registry });
  const metric = (name: string, help: string, labels?: string, bounds?: number[]) =>
    createMetric(measure ? registry : new Registry(), name, help, labels, bounds);
  const requests = metric('http_request_duration_seconds', 'Requests', 'route method status', seconds);
  const answers = metric('http_answers_total', 'Answers by how they were made', 'kind');
  const ages = metric('http_answer_age_seconds', 'Age of the answers sent', '', agesInSeconds);
  const sectionStates = metric('sections_total', 'Sections sent, by state', 'section state');
  const inFlight = metric('http_requests_in_flight', 'Requests under way');
  const limit = metric('http_requests_limit', 'Requests that may be under way at once, just now');
  const shed = metric('http_requests_shed_total', 'Requests refused for overload', 'priority');
  const cut = metric('http_connections_cut_total', 'Connections refused or cut off, by why', 'why');
  const calls = metric('downstream_call_duration_seconds', 'Calls', 'downstream operation outcome', seconds);
  const broken = metric('downstream_contract_violations_total', 'Breaches of schemas', 'downstream operation');
  const retries = metric('downstream_retries_total', 'Calls made again for having failed', 'downstream operation');
  const hedges = metric('downstream_hedges_total', 'Calls made again for being slow', 'downstream operation');
  const breakers = metric('downstream_breaker_state', '1 for the state it is in', 'downstream operation state');
  const lookups = metric('knowledge_lookups_total', 'Where knowledge came from', 'downstream level');
  const redisUp = metric('redis_up', '1 where Redis answered last, 0 where it did not');
  const feedsUp = metric('change_feed_up', '1 where the last look at the feed of changes succeeded', 'downstream');

  const unseen = Object.fromEntries(downstreams.map((name) => [name, null]));
  const seen: Seen = { downstreams: unseen, breakers: {}, redis: null, feeds: {} };
  let load = { inFlight: 0, limit: 0 };
  const measured = <E>(count: (event: E) => void) => (measure ? count : () => undefined);

  /** What an answer made of these sections counts each time it is sent, found once. */
  const sectionCounters = (sections: Sections): (() => void) => {
    if (!measure) return () => undefined;
    const counted = Object.entries(sections).map(([section, { state }]) => sectionStates(section, state));
    return () => counted.forEach((series) => series.add());
  };

  return {
    onRequest: measured(({ route, method, status, durationMs }: RequestObservation) =>
      requests(route, method, String(status)).add(durationMs / 1000),
    ),
    sectionCounters,
    onAnswer: measured(({ kind, ageMs }: { kind: string; ageMs: number }) => {
      answers(kind).add();
      ages().add(ageMs / 1000);
    }),
    onShed: measured((priority: string) => shed(priority).add()),
    onCut: measured((why: string) => cut(why).add()),
    onCall: ({ requestId, downstream, operation, outcome, durationMs, detail }: CallSeen): void => {
      if (detail !== undefined) logger.warn({ requestId, downstream, operation, outcome, detail }, 'downstream call');
      if (outcome !== 'cancelled') seen.downstreams[downstream] = { outcome, at: new Date().toISOString() };
      if (!measure) return;
      calls(downstream, operation, outcome).add(durationMs / 1000);
      if (outcome === 'invalid' || (outcome === 'ok' && detail !== undefined)) broken(downstream, operation).add();
    },
    onRetry: measured(({ downstream, operation }: Operation) => retries(downstream, operation).add()),
    onHedge: measured(({ downstream, operation }: Operation) => hedges(downstream, operation).add()),
    onBreaker: ({ downstream, operation, state }: Operation & { state: BreakerState }): void => {
      seen.breakers[`${downstream}.${operation}`] = { state, at: new Date().toISOString() };
      for (const one of breakerStates) breakers(downstream, operation, one).total = one === state ? 1 : 0;
    },
    onLookup: measured((to: { downstream: string; level: string }) => lookups(to.downstream, to.level).add()),
    onRedis: (redis: { state: 'up' | 'down'; detail?: string }): void => {
      seen.redis = { ...redis, at: new Date().toISOString() };
      redisUp().total = redis.state === 'up' ? 1 : 0;
      logger[redis.state === 'up' ? 'info' : 'warn'](redis, 'Redis');
    },
    onFeed: ({ downstream, state }: { downstream: string; state: 'up' | 'down' }): void => {
      seen.feeds[downstream] = { state, at: new Date().toISOString() };
      feedsUp(downstream).total = state === 'up' ? 1 : 0;
      logger.info({ downstream, state }, 'feed of changes');
    },
    /** Makes a metric of the app's own: a name, what it counts, the names of its labels. */
    metric,
    /** Whose requests under way the metrics show. */
    watch: (watched: typeof load): void => void (load = watched),
    seen: (): Readonly<Seen> => seen,
    /** @returns the metrics in Prometheus's text format */
    metrics: (): Promise<string> => {
      inFlight().total = load.inFlight;
      limit().total = load.limit;
      return registry.metrics();
    },
  };
}
