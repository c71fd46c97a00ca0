import { anyRequest, requiredSection, tokenHeaders, tokenSchemes } from '@product-bffs/http-service';
import type { ZodOpenApiObject } from 'zod-openapi';
import { versionedHeaders, versionedProblems } from './openapi-parts.ts';
import { productListOf, productListQuery, productParams, productQuery } from './product-detail/contract.ts';
import { versions, type PartnerVersion } from './versions/registry.ts';

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
  return {
    ...frame,
    info: {
      title: 'partner-bff',
      version: version.name,
      description:
        'Product records for partners: codes and minor units, no text for display. A version is a month and is never changed.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths: productPaths(version),
  } satisfies ZodOpenApiObject;
}

function productPaths({ name, productSchema }: PartnerVersion): NonNullable<ZodOpenApiObject['paths']> {
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
    [`/${name}/products`]: {
      get: {
        operationId: 'getProducts',
        summary: 'Up to 100 records',
        tags: ['products'],
        requestParams: { query: productListQuery, header: tokenHeaders },
        responses: {
          200: {
            description: 'Found and not found side by side, each id in exactly one of the two lists',
            headers: versionedHeaders,
            content: { 'application/json': { schema: productListOf(productSchema) } },
          },
          ...versionedProblems(...anyRequest, ...requiredSection),
        },
      },
    },
  };
}

/** Each document by the file it is committed as. */
export const documents: Record<string, ZodOpenApiObject> = Object.fromEntries(
  versions.map((version) => [`openapi-${version.name}.json`, contractOf(version)]),
);
