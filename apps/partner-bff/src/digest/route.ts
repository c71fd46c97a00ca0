import { defaultLocale, inputReader, newRouter, Problem, type Answers } from '@product-bffs/http-service';
import type { Router } from 'express';
import pLimit from 'p-limit';
import * as z from 'zod';
import type { Authentication } from '../authentication.ts';
import type { Downstreams } from '../dependencies.ts';
import { cataloguePartOf } from '../product-detail/catalogue-part.ts';
import { composeDigest } from './compose-digest.ts';
import { comparableVersions, digestQuery } from './contract.ts';
import { presentDigest } from './present-digest.ts';

export interface DigestRoute {
  downstreams: Downstreams;
  answers: Answers;
  authentication: Authentication;
}

/** Units of a comparison, and products of the range for one more: the services look at every one. */
const UNITS = 10;
const PRODUCTS_A_UNIT = 1000;
/** Each has the services look at whole ranges: more at once would keep them from whoever asks for a page. */
const COMPARISONS_AT_ONCE = 2;
/** What a URL has room for. */
const MAX_FILTER_LENGTH = 6000;

const readDigest = inputReader({ params: z.strictObject({}), query: digestQuery });

/** GET /{version}/digest: what a partner compares its copy by. */
export function digestRoute({ downstreams, answers, authentication }: DigestRoute): Router {
  const router = newRouter();
  const { scope, costs, charge, partnerOf } = authentication;
  const inTurn = pLimit(COMPARISONS_AT_ONCE);
  for (const version of comparableVersions) {
    router.get(
      `/${version.name}/digest`,
      scope('products:read'),
      costs(() => UNITS),
      (req, res) => {
        const { from = null, to = null, parts, currency } = readDigest(req).query;
        const part = cataloguePartOf(partnerOf(req));
        if (Object.values(part.filter).join().length > MAX_FILTER_LENGTH) {
          const detail = 'Too many single products are in your part of the catalogue for a comparison: export it anew.';
          throw new Problem('not-found', { detail });
        }
        // No text is told.
        const query = { locale: defaultLocale, currency, part };
        const chargeFor = (products: number) => charge(req, res, Math.floor(products / PRODUCTS_A_UNIT));
        return answers.send(req, res, {
          compose: (context) =>
            // Who waited too long has gone by its turn: its calls end as they begin.
            context.deadline.within(
              inTurn(() => composeDigest(downstreams, { from, to, parts, charge: chargeFor }, query, context)),
            ),
          sectionsOf: (composed) =>
            'list' in composed ? [...composed.list.values()].map((sections) => ({ ...sections })) : [],
          present: (composed) => presentDigest(composed, { from, to }, { version, currency }),
          noStore: true,
        });
      },
    );
  }
  return router;
}
