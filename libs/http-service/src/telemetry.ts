import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Section } from '@product-bffs/composition';
import type { Logger } from 'pino';
import type { RequestObservation } from './access-log.ts';

/** How one call of a downstream ended. */
export interface CallSeen {
  requestId: string;
  downstream: string;
  operation: string;
  outcome: string;
  durationMs: number;
  detail?: string;
}

/** A downstream as it was last seen. */
export interface LastSeen {
  outcome: string;
  /** RFC 3339 */
  at: string;
}

export interface Telemetry {
  readonly onRequest: (request: RequestObservation) => void;
  readonly onCall: (call: CallSeen) => void;
  readonly onSections: (sections: Record<string, Section<unknown>>) => void;
  /** Each downstream that was named at the start, and null as long as it was not called. */
  lastSeen(): Record<string, LastSeen | null>;
  /** The metrics in Prometheus's text format. */
  readonly metrics: () => Promise<string>;
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3];

export interface TelemetryOptions {
  /** Every service that this one calls. */
  downstreams: string[];
  /** Calls that failed are logged, a line each. */
  logger: Logger;
  /** False leaves the metrics empty. */
  measure: boolean;
}

/** Counts what happens, and remembers how each downstream was last seen. */
export function createTelemetry({ downstreams, logger, measure }: TelemetryOptions): Telemetry {
  const registry = new Registry();
  const seen = new Map<string, LastSeen | null>(downstreams.map((name) => [name, null]));
  const registers = [registry];
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Requests by route, method and status',
    labelNames: ['route', 'method', 'status'],
    buckets: seconds,
    registers,
  });
  const calls = new Histogram({
    name: 'downstream_call_duration_seconds',
    help: 'Calls of services by operation and outcome',
    labelNames: ['downstream', 'operation', 'outcome'],
    buckets: seconds,
    registers,
  });
  const violations = new Counter({
    name: 'downstream_contract_violations_total',
    help: 'Answers, or items of a batch, that did not fit their wire schema',
    labelNames: ['downstream', 'operation'],
    registers,
  });
  const sectionStates = new Counter({
    name: 'sections_total',
    help: 'Sections sent, by state',
    labelNames: ['section', 'state'],
    registers,
  });
  if (measure) collectDefaultMetrics({ register: registry });

  return {
    onRequest({ route, method, status, durationMs }) {
      if (measure) requests.observe({ route, method, status }, durationMs / 1000);
    },
    onCall({ requestId, downstream, operation, outcome, durationMs, detail }) {
      if (detail !== undefined) logger.warn({ requestId, downstream, operation, outcome, detail }, 'downstream call');
      if (outcome !== 'cancelled') seen.set(downstream, { outcome, at: new Date().toISOString() });
      if (!measure) return;
      calls.observe({ downstream, operation, outcome }, durationMs / 1000);
      if (outcome === 'invalid' || (outcome === 'ok' && detail !== undefined))
        violations.inc({ downstream, operation });
    },
    onSections(sections) {
      if (!measure) return;
      for (const [section, { state }] of Object.entries(sections)) sectionStates.inc({ section, state });
    },
    lastSeen: () => Object.fromEntries(seen),
    metrics: () => registry.metrics(),
  };
}
