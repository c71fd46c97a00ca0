import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import type { Deadline } from '@product-bffs/composition';
import { MAX_IDS, type CallContext } from '@product-bffs/downstream';
import {
  inputReader,
  negotiateLocale,
  newRouter,
  pageContext,
  Problem,
  requestContext,
  type Answers,
  type Currency,
  type Locale,
} from '@product-bffs/http-service';
import type { ErrorRequestHandler, Request, RequestHandler, Response, Router } from 'express';
import type { Logger } from 'pino';
import * as z from 'zod';
import type { Authentication } from '../authentication.ts';
import type { Downstreams } from '../dependencies.ts';
import { cataloguePartOf } from '../product-detail/catalogue-part.ts';
import { presentRecordList } from '../product-detail/present-record.ts';
import type { PartnerVersion } from '../versions/registry.ts';
import { composeChanges, composePage, takePositions, type ComposedPage } from './compose-sync.ts';
import { changesQuery, pageQuery } from './contract.ts';
import { cursorExpired, exportLink, type CursorScope, type Cursors, type Place } from './cursor.ts';
import { exportLines } from './export-lines.ts';
import { presentChanges } from './present-changes.ts';

export interface SyncRoutes {
  versions: readonly PartnerVersion[];
  downstreams: Downstreams;
  answers: Answers;
  authentication: Authentication;
  cursors: Cursors;
  problemBaseUrl: string;
  logger: Logger;
}

const NDJSON = 'application/x-ndjson';
/** Each holds a page in memory, and asks for the next as fast as its reader takes them. */
const EXPORTS_AT_ONCE = 50;

const readPage = inputReader({ params: z.strictObject({}), query: pageQuery });
const readChanges = inputReader({ params: z.strictObject({}), query: changesQuery });

/** GET /{version}/products without ids, as pages or as a stream of everything, and GET /{version}/changes, in every version. */
export function syncRoutes(needs: SyncRoutes): Router {
  const router = newRouter();
  const exports = { underWay: 0 };
  for (const version of needs.versions) addRoutes(router, version, needs, exports);
  router.use(linkToExport);
  return router;
}

function addRoutes(router: Router, version: PartnerVersion, needs: SyncRoutes, exports: { underWay: number }): void {
  const { downstreams, answers, authentication, cursors, problemBaseUrl, logger } = needs;
  const { scope, costs, charge, partnerOf } = authentication;

  /** All that both routes know of who asks, and for what. */
  function asked(req: Request, query: { locale?: Locale | undefined; currency: Currency }) {
    const partner = partnerOf(req);
    const part = cataloguePartOf(partner);
    const { currency } = query;
    const locale = negotiateLocale(req, query.locale);
    const scopeOf = (kind: CursorScope['kind']) => {
      return { kind, version: version.name, partnerId: partner.id, locale, currency };
    };
    return {
      query: { locale, currency, part },
      settings: { version, currency, problemBaseUrl },
      write: (kind: CursorScope['kind'], place: Place) => cursors.write(scopeOf(kind), part.revision, place),
      read: (kind: CursorScope['kind'], name: 'cursor' | 'since', text: string) =>
        cursors.read(text, name, scopeOf(kind), part.revision),
    };
  }

  const readsProducts = scope('products:read');
  /** A list of ids has the same path, and a route of its own. */
  const readsAll: RequestHandler & Pick<typeof readsProducts, 'need'> = Object.assign(
    ((req, res, next) => {
      if (!('ids' in req.query)) return readsProducts(req, res, next);
      if (req.accepts('application/json') !== false) {
        next('route');
        return undefined;
      }
      throw new Problem('not-acceptable', { detail: 'A list of ids is answered as application/json only.' });
    }) satisfies RequestHandler,
    { need: readsProducts.need },
  );

  router.get(`/${version.name}/products`, readsAll, costs(costOfPage), async (req, res) => {
    res.vary('Accept');
    if (isStream(req)) await sendExport(req, res);
    else await sendPage(req, res);
  });

  router.get(
    `/${version.name}/changes`,
    scope('changes:read'),
    costs(() => 1),
    async (req, res) => {
      const { query } = readChanges(req);
      const { since, limit } = query;
      const by = asked(req, query);
      const { positions } = by.read('changes', 'since', since);
      await answers.send(req, res, {
        compose: async (context) => {
          const options = {
            positions: positions ?? [0, 0, 0],
            limit,
            // The first ten are paid for.
            charge: (products: number) => charge(req, res, Math.max(0, Math.ceil(products / 10) - 1)),
          } as const;
          const composed = await composeChanges(downstreams, options, by.query, context);
          if (composed === undefined)
            throw cursorExpired(version.name, 'The cursor is older than what is kept of changes.');
          return composed;
        },
        sectionsOf: ({ list }) => [...list.values()].map((sections) => ({ ...sections })),
        present: (composed) => ({
          items: presentChanges(composed, by.settings),
          nextCursor: by.write('changes', { after: null, positions: composed.positions }),
          hasMore: composed.hasMore,
        }),
        noStore: true,
      });
    },
  );

  async function sendPage(req: Request, res: Response): Promise<void> {
    const { query } = readPage(req);
    const by = asked(req, query);
    const { after } = query.cursor === undefined ? { after: null } : by.read('page', 'cursor', query.cursor);
    await answers.send(req, res, {
      compose: (context) => composePage(downstreams, { cursor: after, limit: query.limit }, by.query, context),
      sectionsOf: ({ list }) => [...list.values()].map((sections) => ({ ...sections })),
      present: ({ list, nextCursor }) => {
        const { items, problems } = presentRecordList(list, by.settings);
        return {
          items,
          // What is not there was not asked for either.
          problems: problems.filter(({ status }) => status !== 404),
          nextCursor: nextCursor === null ? null : by.write('page', { after: nextCursor, positions: null }),
        };
      },
      noStore: true,
    });
  }

  async function sendExport(req: Request, res: Response): Promise<void> {
    const { query } = readPage(req);
    const { limit } = query;
    const by = asked(req, query);
    const resumed = query.cursor === undefined ? undefined : by.read('export', 'cursor', query.cursor);
    if (exports.underWay >= EXPORTS_AT_ONCE) {
      const headers = { 'retry-after': '10' };
      throw new Problem('service-unavailable', { detail: 'Too many exports are under way. Try again later.', headers });
    }
    requestContext(req); // Is let in as bulk, until it has begun.
    exports.underWay += 1;
    let deadline: Deadline | undefined;
    res.once('close', () => {
      exports.underWay -= 1;
      deadline?.end();
    });
    /** Each page has a time of its own, which ends with the reader. */
    const inTime = async <T>(work: (context: CallContext) => Promise<T>): Promise<T> => {
      const context = { ...pageContext(req), anew: true };
      ({ deadline } = context);
      if (res.destroyed) deadline.end();
      return work(context).finally(() => context.deadline.answered());
    };
    const read = (cursor: string | null): Promise<ComposedPage> =>
      inTime((context) => composePage(downstreams, { cursor, limit }, by.query, context));

    const positions = resumed?.positions ?? (await inTime((context) => takePositions(downstreams, context)));
    const first = await read(resumed?.after ?? null);
    const settings = {
      ...by.settings,
      read: async (after: string) => {
        await charge(req, res, costOfPage(req));
        return read(after);
      },
      resumeAt: (after: string | null) => by.write('export', { after, positions }),
      next: by.write('changes', { after: null, positions }),
      onBug: (error: unknown) => logger.error({ err: error }, 'an export has failed'),
    };
    const isGzipped = req.acceptsEncodings('gzip', 'identity') === 'gzip';
    res.vary('Accept-Encoding');
    res.setHeader('content-type', NDJSON);
    res.setHeader('cache-control', 'private, no-store');
    if (isGzipped) res.setHeader('content-encoding', 'gzip');
    if (req.method === 'HEAD') {
      res.end();
      return;
    }
    const lines = Readable.from(exportLines(first, settings), { objectMode: false, highWaterMark: 1 });
    // What was written is on its way, so that a reader has every page that was read.
    const parts = isGzipped ? [lines, createGzip({ flush: constants.Z_SYNC_FLUSH }), res] : [lines, res];
    await pipeline(parts).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') settings.onBug(error);
    });
  }
}

/** Who has a cursor that ended is told where everything is. */
const linkToExport: ErrorRequestHandler = (error: unknown, req, res, next) => {
  const [, version = ''] = req.path.split('/');
  if (error instanceof Problem && error.code === 'cursor-expired') res.append('link', exportLink(version));
  next(error);
};

function isStream(req: Request): boolean {
  return req.accepts('application/json', NDJSON) === NDJSON;
}

/** One unit for every ten products begun that are looked at; a stream costs as much for each of its pages. */
function costOfPage({ query }: Request): number {
  const limit = Number(query['limit'] ?? MAX_IDS);
  return limit >= 1 && limit <= MAX_IDS ? Math.ceil(limit / 10) : 1;
}
