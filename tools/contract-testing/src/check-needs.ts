import type { ZodOpenApiObject } from 'zod-openapi';

/** A route and what its first handler says that it needs, as `needsOf` of libs/auth lists them. */
export interface RouteWithNeed {
  method: string;
  path: string;
  need: { name: string; security: readonly Readonly<Record<string, readonly string[]>>[] } | undefined;
}

/** The routes of a document itself: where it is served, and the page that shows it. @param folder of its path, without a slash at the end */
export const routesOfDocument = (folder = '') =>
  ['openapi.json', 'redoc.standalone.js', 'reference'].map((name) => `GET ${folder}/${name}`);

/**
 * Holds what each route needs against `security` of its operation, and writes the table route x need.
 * @param routes `needsOf(app)`
 * @param undocumented routes that the document does not describe. Default: the document's own
 * @returns the differences; none where document and routes agree
 */
export function checkNeeds(
  routes: readonly RouteWithNeed[],
  { paths = {}, security: ofAll = [], components }: ZodOpenApiObject,
  undocumented: readonly string[] = routesOfDocument(),
): string[] {
  const documented = new Map<string, readonly object[]>(
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations as Record<string, { security?: object[] }>).map(
        ([method, { security = ofAll }]) => [`${method.toUpperCase()} ${path}`, security] as const,
      ),
    ),
  );
  const named = routes.map(({ method, path, need }) => ({
    route: `${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
    need,
  }));
  process.stdout.write(named.map(({ route, need }) => `${route} | ${need?.name ?? 'NOTHING'}\n`).join(''));
  return named.flatMap(({ route, need }) => {
    if (need === undefined) return [`${route}: says nothing`];
    const unknown = need.security
      .flatMap((way) => Object.keys(way))
      .filter((scheme) => components?.securitySchemes?.[scheme] === undefined)
      .map((scheme) => `${route}: the document knows no security scheme ${scheme}`);
    const written = documented.get(route);
    if (written === undefined) return undocumented.includes(route) ? unknown : [`${route}: is not documented`];
    const isSame = textOf(written) === textOf(need.security);
    return isSame
      ? unknown
      : [`${route}: needs ${textOf(need.security)}, documented is ${textOf(written)}`, ...unknown];
  });
}

/** Nobody's, said as an empty list or as {}, is the same; so are the ways in another order. */
function textOf(security: readonly object[]): string {
  const ways = (security.length === 0 ? [{}] : security).map((way) => JSON.stringify(way));
  return ways.toSorted().join(' or ');
}
