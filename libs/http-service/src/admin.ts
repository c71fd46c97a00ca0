import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Telemetry } from './telemetry.ts';

/** Where a process is in its life. */
export interface Readiness {
  /** Both ports are open. */
  listening: boolean;
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
 * The admin port: /livez, the loop turns; /readyz, listening (schemas are prepared before that) and not draining (never a service or Redis: a shared fault
 * would take every instance out); /status, always 200; /metrics for Prometheus.
 */
export function createAdminServer({ name, version, commit, readiness, telemetry }: AdminOptions): Server {
  const startedAt = new Date().toISOString();
  const json = (status: number, body: object) => ({ status, type: 'application/json', body: JSON.stringify(body) });
  const isReady = () => readiness.listening && !readiness.draining;

  const pages: Record<string, () => { status: number; type: string; body: string | Promise<string> }> = {
    '/livez': () => json(200, { status: 'live' }),
    '/readyz': () => (isReady() ? json(200, { status: 'ready' }) : json(503, { status: 'not ready' })),
    '/status': () => json(200, { name, version, commit, startedAt, ...readiness, ...telemetry.seen() }),
    '/metrics': () => ({ status: 200, type: 'text/plain; version=0.0.4', body: telemetry.metrics() }),
  };
  const noSuchPage = () => json(404, { status: 'not found' });

  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    const [path = ''] = (req.url ?? '').split('?', 1);
    const { status, type, body } = (pages[path] ?? noSuchPage)();
    res.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(await body);
  };
  return createServer((req, res) => void answer(req, res));
}
