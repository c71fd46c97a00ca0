import { createServer, type Server } from 'node:http';
import type { Telemetry } from './telemetry.ts';

/** Where a process is in its life. */
export interface Readiness {
  /** Both ports are open. */
  listening: boolean;
  /** What a first request would have had to wait for has been done once. */
  warmed: boolean;
  /** SIGTERM came; no new work. */
  draining: boolean;
}

export interface AdminOptions {
  name: string;
  version: string;
  commit: string;
  readiness: Readiness;
  telemetry: Telemetry;
}

/**
 * The admin port: /livez, the loop turns; /readyz, listening, warmed and not draining (never a service or Redis: a shared fault
 * would take every instance out); /status, always 200; /metrics for Prometheus.
 */
export function createAdminServer({ name, version, commit, readiness, telemetry }: AdminOptions): Server {
  const startedAt = new Date().toISOString();
  const json = (status: number, body: object) => ({ status, type: 'application/json', body: JSON.stringify(body) });
  const isReady = () => readiness.listening && readiness.warmed && !readiness.draining;

  const pages: Record<string, () => Promise<{ status: number; type: string; body: string }>> = {
    '/livez': () => Promise.resolve(json(200, { status: 'live' })),
    '/readyz': () => Promise.resolve(isReady() ? json(200, { status: 'ready' }) : json(503, { status: 'not ready' })),
    '/status': () =>
      Promise.resolve(json(200, { name, version, commit, startedAt, ...readiness, ...telemetry.seen() })),
    '/metrics': async () => ({ status: 200, type: 'text/plain; version=0.0.4', body: await telemetry.metrics() }),
  };
  const noSuchPage = () => Promise.resolve(json(404, { status: 'not found' }));

  return createServer((req, res) => {
    const [path = ''] = (req.url ?? '').split('?', 1);
    void (pages[path] ?? noSuchPage)().then(({ status, type, body }) => {
      res.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    });
  });
}
