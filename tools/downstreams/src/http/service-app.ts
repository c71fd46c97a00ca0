import type { Express, NextFunction, Request, Response } from 'express';
import express from 'express';
import type { FaultScript } from '../faults/fault-script.ts';
import { scriptingRoutes } from '../faults/scripting-routes.ts';
import { sendAnswer, sendWithFaults } from '../faults/send.ts';
import type { Operation, Service } from '../service.ts';
import type { Stats } from '../stats.ts';
import type { Answer } from './answer.ts';
import { jsonAnswer } from './answer.ts';
import { distinctIds } from './parameters.ts';
import { Problem, problemAnswer } from './problem.ts';
import { readJson } from './read-json.ts';
import { requireToken, type RequireAuth } from './require-token.ts';

interface ServiceApp {
  service: Service;
  stats: Stats;
  /** undefined = nothing can be scripted, and `/__*` is not there. */
  faults: FaultScript | undefined;
  /** undefined = whoever calls is answered. */
  requireAuth: RequireAuth | undefined;
}

export function createServiceApp({ service, stats, faults, requireAuth }: ServiceApp): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.get('/livez', (_request, response) => sendAnswer(response, jsonAnswer({ status: 'ok' })));
  if (faults) app.use(scriptingRoutes(faults, stats));
  if (requireAuth) app.use(requireToken(requireAuth, service));
  for (const operation of service.operations) {
    app[operation.method](operation.path, answerOperation(operation, { service, stats, faults }));
  }
  for (const [path, methods] of methodsByPath(service.operations)) {
    app.all(path, ({ method }) => {
      throw new Problem(405, `${path} does not take ${method}.`, {}, { allow: methods.join(', ') });
    });
  }
  app.use(({ path }) => {
    throw new Problem(404, `${service.name} has nothing at ${path}.`);
  });
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) next(error);
    else sendAnswer(response, errorAnswer(error));
  });
  return app;
}

function answerOperation(operation: Operation, { service, stats, faults }: Omit<ServiceApp, 'requireAuth'>) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const query = new URL(request.originalUrl, 'http://service').searchParams;
    if (operation.onlyWithQuery !== undefined && !query.has(operation.onlyWithQuery)) {
      next('route');
      return;
    }
    const id = String(request.params['id'] ?? '');
    const counted = stats.begin(operation.name, id === '' ? distinctIds(query).length : 1);
    response.once('close', () => counted.end(response.writableFinished));
    const matching = faults?.take(operation) ?? [];
    const answer = await produceAnswer(operation, { id, query, request });
    await sendWithFaults(matching, { service, operation, answer, response, counted });
  };
}

/** What the operation says without any fault; errors are answers too. */
async function produceAnswer(
  operation: Operation,
  { id, query, request }: { id: string; query: URLSearchParams; request: Request },
): Promise<Answer> {
  try {
    const body = operation.method === 'put' ? await readJson(request) : undefined;
    return await operation.answer({ id, query, body });
  } catch (error) {
    return errorAnswer(error);
  }
}

function errorAnswer(error: unknown): Answer {
  if (error instanceof Problem) return problemAnswer(error);
  // what express throws for a parameter that it cannot decode
  if (error instanceof URIError) return problemAnswer(new Problem(400, 'The path is not well-formed.'));
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return problemAnswer(new Problem(500, 'The service has failed.'));
}

function methodsByPath(operations: readonly Operation[]): Map<string, string[]> {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of operations) {
    const known = methods.get(path) ?? new Set<string>();
    known.add(method.toUpperCase());
    if (method === 'get') known.add('HEAD');
    methods.set(path, known);
  }
  return new Map([...methods].map(([path, names]) => [path, [...names]]));
}
