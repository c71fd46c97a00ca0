import type { Express } from 'express';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  /** The path below which a router hangs. */
  rawPath: unknown;
  handle: { stack?: Layer[] };
}

/** Every route that an app has, as "GET /products/{productId}", sorted. */
export function routesOf(app: Express): string[] {
  return routesBelow('', app.router.stack as unknown as Layer[]).sort();
}

function routesBelow(base: string, layers: Layer[]): string[] {
  return layers.flatMap(({ route, rawPath, handle }) => {
    if (route === undefined) return routesBelow(joined(base, String(rawPath)), handle.stack ?? []);
    const path = joined(base, route.path).replace(/:(\w+)/g, '{$1}') || '/';
    return Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${path}`);
  });
}

function joined(base: string, path: string): string {
  return path === '/' ? base : base + path;
}
