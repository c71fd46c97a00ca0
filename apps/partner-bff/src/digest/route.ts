import { defaultLocale, inputReader, newRouter, type Answers } from '@product-bffs/http-service';
import type { Router } from 'express';
import { z } from 'zod';
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

/** The services look at every record of the range. */
const UNITS = 10;

const readDigest = inputReader({ params: z.strictObject({}), query: digestQuery });

/** GET /{version}/digest: what a partner compares its copy by. */
export function digestRoute({ downstreams, answers, authentication }: DigestRoute): Router {
  const router = newRouter();
  const { scope, costs, partnerOf } = authentication;
  for (const { name } of comparableVersions) {
    router.get(
      `/${name}/digest`,
      scope('products:read'),
      costs(() => UNITS),
      (req, res) => {
        const { from = null, to = null, parts, currency } = readDigest(req).query;
        const part = cataloguePartOf(partnerOf(req));
        // No text is told.
        const query = { locale: defaultLocale, currency, part };
        return answers.send(req, res, {
          compose: (context) => composeDigest(downstreams, { from, to, parts }, query, context),
          sectionsOf: (composed) =>
            'list' in composed ? [...composed.list.values()].map((sections) => ({ ...sections })) : [],
          present: (composed) => presentDigest(composed, { from, to }, currency),
          noStore: true,
        });
      },
    );
  }
  return router;
}
