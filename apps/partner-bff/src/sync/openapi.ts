import { anyRequest, requiredSection, tokenHeaders } from '@product-bffs/http-service';
import * as z from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { versionedHeaders, versionedProblems } from '../openapi-parts.ts';
import { productListOf } from '../product-detail/contract.ts';
import type { PartnerVersion } from '../versions/registry.ts';
import { changesOf, changesQuery, exportLineOf, pageOf, productsQuery } from './contract.ts';

/** What a version's document says of lists, pages, the export and changes. */
export function syncPaths({ name, productSchema }: PartnerVersion) {
  return {
    [`/${name}/products`]: {
      get: {
        operationId: 'getProducts',
        summary: 'Up to 100 records by their ids, a page of all records, or all of them as a stream',
        tags: ['products'],
        requestParams: { query: productsQuery, header: tokenHeaders.extend({ accept: acceptHeader }) },
        responses: {
          200: {
            description:
              'With ids: found and not found side by side, each id in exactly one of the two lists. Without: a page, or with Accept: application/x-ndjson a stream of lines whose last one has the type "end"',
            headers: versionedHeaders.extend({ etag: versionedHeaders.shape.etag.optional() }),
            content: {
              'application/json': { schema: z.union([productListOf(productSchema), pageOf(productSchema)]) },
              'application/x-ndjson': { schema: exportLineOf(productSchema) },
            },
          },
          ...versionedProblems(...anyRequest, ...requiredSection),
        },
      },
    },
    [`/${name}/changes`]: {
      get: {
        operationId: 'getChanges',
        summary: 'What became of products since a cursor was given out',
        tags: ['products'],
        security: ['apiKey', 'bearer', 'dpop'].map((scheme) => ({ [scheme]: ['changes:read'] })),
        requestParams: { query: changesQuery, header: tokenHeaders },
        responses: {
          200: {
            description: 'Each product that changed, once: its record as it is now, or that it is gone',
            headers: versionedHeaders,
            content: { 'application/json': { schema: changesOf(productSchema) } },
          },
          ...versionedProblems(...anyRequest, ...requiredSection),
        },
      },
    },
  } satisfies ZodOpenApiPathsObject;
}

const acceptHeader = z.enum(['application/json', 'application/x-ndjson']).optional().meta({
  description: 'application/x-ndjson: all records as a stream, a line each',
});
