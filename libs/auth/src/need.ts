import type { Express, RequestHandler, Router } from 'express';

/** What a route needs of who asks, as OpenAPI says it: one of these ways, each with its scopes; {} is nobody's. */
export interface Need {
  /** In words, as the table of routes shows it. */
  readonly name: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
}

/** A route's first handler: lets in whoever has what the route needs, and refuses the rest. */
export type Guard = RequestHandler & { readonly need: Need };

/** One route and what it needs; undefined where it says nothing. */
export interface RouteNeed {
  method: string;
  path: string;
  need: Need | undefined;
}

/** Layers of Express's router, as far as this looks into them. */
interface Layer {
  route?: { path: string; stack: { method: string; handle: RequestHandler & { need?: Need } }[] };
  handle: RequestHandler & Partial<Pick<Router, 'stack'>>;
}

export function guard(need: Need, handler: RequestHandler): Guard {
  return Object.assign(handler, { need });
}

/** Whoever asks is answered, and all get the same. */
export function anonymous(): Guard {
  return guard({ name: 'anonymous', security: [{}] }, (_req, _res, next) => next());
}

/** Every route of an app and what its first handler says that it needs. */
export function needsOf(app: Express): RouteNeed[] {
  return routesIn(app.router.stack);
}

/**
 * Deny by default: called when an app is complete, so that a service with a route that is open by mistake never starts.
 * @throws naming every route that says nothing
 */
export function requireNeeds(app: Express): void {
  const silent = needsOf(app).filter(({ need }) => need === undefined);
  if (silent.length === 0) return;
  const routes = silent.map(({ method, path }) => `${method} ${path}`).join(', ');
  throw new Error(`Every route says what it needs, as its first handler; these say nothing: ${routes}`);
}

function routesIn(layers: readonly Layer[]): RouteNeed[] {
  return layers.flatMap(({ route, handle }): RouteNeed[] => {
    if (route === undefined) return routesIn(handle.stack ?? []);
    const methods = Map.groupBy(route.stack, ({ method }) => method.toUpperCase());
    return [...methods].map(([method, [first]]) => ({ method, path: route.path, need: first?.handle.need }));
  });
}
