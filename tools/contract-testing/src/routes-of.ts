import type { Express } from 'express';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}

/** Every route that an app has, as "GET /products/{productId}", sorted. */
export function routesOf(app: Express): string[] {
  const of = (layers: Layer[]): string[] =>
    layers.flatMap(({ route, handle }) =>
      route === undefined
        ? of(handle.stack ?? [])
        : Object.keys(route.methods).map(
            (method) => `${method.toUpperCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`,
          ),
    );
  return of(app.router.stack as unknown as Layer[]).sort();
}
