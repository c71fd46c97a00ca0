import { anyRequest, requiredSection, tokenHeaders } from '@product-bffs/http-service';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { versionedHeaders, versionedProblems } from '../openapi-parts.ts';
import type { PartnerVersion } from '../versions/registry.ts';
import { comparableVersions, digestOf, digestQuery } from './contract.ts';

/** What a version's document says of comparing copies. */
export function digestPaths(version: PartnerVersion): ZodOpenApiPathsObject {
  if (!comparableVersions.includes(version)) return {};
  return {
    [`/${version.name}/digest`]: {
      get: {
        operationId: 'getDigest',
        summary: 'Digests to compare a copy by',
        description: 'Of each part of a range of ids, or of the few records that are there.',
        tags: ['products'],
        requestParams: { query: digestQuery, header: tokenHeaders },
        responses: {
          200: {
            description: 'Digests of the services side by side, or the versions of all records of the range',
            headers: versionedHeaders,
            content: { 'application/json': { schema: digestOf(version.productSchema) } },
          },
          ...versionedProblems('not-found', ...anyRequest, ...requiredSection),
        },
      },
    },
  };
}
