import {
  anyRequest,
  answerHeaders,
  otherResponses,
  requestHeaders,
  requiredSection,
  tokenHeaders,
  tokenSchemes,
} from '@product-bffs/http-service';
import type { ZodOpenApiObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { accountSchema } from './account/contract.ts';
import { countedHeaders, countedProblems, versionedHeaders, versionedProblems } from './openapi-parts.ts';
import { digestPaths } from './digest/openapi.ts';
import { productParams, productQuery } from './product-detail/contract.ts';
import { syncPaths } from './sync/openapi.ts';
import { versions, type PartnerVersion } from './versions/registry.ts';
import { versionsSchema } from './versions/versions-contract.ts';

const frame = {
  openapi: '3.1.0',
  servers: [{ url: '/' }],
  security: [{ apiKey: ['products:read'] }, { bearer: ['products:read'] }, { dpop: ['products:read'] }],
  components: {
    securitySchemes: {
      apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'A key of the form pk_live_…' },
      ...tokenSchemes,
    },
  },
  tags: [{ name: 'products', description: 'Records of products' }],
} satisfies Partial<ZodOpenApiObject>;

/** The contract in one version; its committed document is generated from it. */
function contractOf(version: PartnerVersion) {
  const { name, releasedAt, end } = version;
  const paths = Object.entries({ ...productPaths(version), ...syncPaths(version), ...digestPaths(version) });
  const fate = end
    ? ` Gone on ${end.sunsetAt}.`
    : releasedAt === null
      ? ' Release candidate: it may still change.'
      : '';
  return {
    ...frame,
    info: {
      title: 'partner-bff',
      version: name,
      description: `Product records for partners: codes and minor units, no text for display. A version is a month and is never changed.${fate}`,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths: Object.fromEntries(
      paths.map(([path, { get }]) => [path, { get: { ...get, ...(end && { deprecated: true }) } }]),
    ) as ZodOpenApiPathsObject,
  } satisfies ZodOpenApiObject;
}

function productPaths({ name, productSchema }: PartnerVersion): ZodOpenApiPathsObject {
  return {
    [`/${name}/products/{productId}`]: {
      get: {
        operationId: 'getProduct',
        summary: 'One record',
        tags: ['products'],
        requestParams: { path: productParams, query: productQuery, header: tokenHeaders },
        responses: {
          200: {
            description: 'The record; it is complete or there is none',
            headers: versionedHeaders,
            content: { 'application/json': { schema: productSchema } },
          },
          ...versionedProblems('not-found', ...anyRequest, ...requiredSection),
        },
      },
    },
  };
}

/** What is beside the versions and older than none of them: it only grows. */
const besideVersions = {
  ...frame,
  info: {
    title: 'partner-bff',
    version: '1',
    description: 'Which versions of the contract there are, and what a partner uses. Fields are only ever added.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  tags: [{ name: 'versions', description: 'Versions and their use' }],
  paths: {
    '/versions': {
      get: {
        operationId: 'getVersions',
        summary: 'Every version, its dates and what it changed',
        tags: ['versions'],
        security: [{}],
        requestParams: { header: requestHeaders },
        responses: {
          200: {
            description: 'All versions that there are or were',
            headers: answerHeaders,
            content: { 'application/json': { schema: versionsSchema } },
          },
          ...otherResponses(...anyRequest),
        },
      },
    },
    '/account': {
      get: {
        operationId: 'getAccount',
        summary: 'Versions in use, quota and keys of the partner that asks',
        tags: ['versions'],
        requestParams: { header: tokenHeaders },
        responses: {
          200: {
            description: 'The account',
            headers: countedHeaders,
            content: { 'application/json': { schema: accountSchema } },
          },
          ...countedProblems(...anyRequest, 'service-unavailable'),
        },
      },
    },
  },
} satisfies ZodOpenApiObject;

/** Each document by the file it is committed as. */
export const documents: Record<string, ZodOpenApiObject> = {
  ...Object.fromEntries(versions.map((version) => [`openapi-${version.name}.json`, contractOf(version)])),
  'openapi-versions.json': besideVersions,
};
