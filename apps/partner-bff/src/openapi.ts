import { anyRequest, answerHeaders, otherResponses, requestHeaders, requiredSection } from '@product-bffs/http-service';
import type { ZodOpenApiObject } from 'zod-openapi';
import {
  productListQuery,
  productListSchema,
  productParams,
  productQuery,
  productSchema,
  VERSION,
} from './product-detail/contract.ts';

/** partner-bff's contract in version 2026-10; the committed document is generated from it. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'partner-bff',
    version: VERSION,
    description:
      'Product records for partners: codes and minor units, no text for display. A version is a month and is never changed.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  security: [],
  tags: [{ name: 'products', description: 'Records of products' }],
  paths: {
    [`/${VERSION}/products/{productId}`]: {
      get: {
        operationId: 'getProduct',
        summary: 'One record',
        tags: ['products'],
        requestParams: { path: productParams, query: productQuery, header: requestHeaders },
        responses: {
          200: {
            description: 'The record; it is complete or there is none',
            headers: answerHeaders,
            content: { 'application/json': { schema: productSchema } },
          },
          ...otherResponses('not-found', ...anyRequest, ...requiredSection),
        },
      },
    },
    [`/${VERSION}/products`]: {
      get: {
        operationId: 'getProducts',
        summary: 'Up to 100 records',
        tags: ['products'],
        requestParams: { query: productListQuery, header: requestHeaders },
        responses: {
          200: {
            description: 'Found and not found side by side, each id in exactly one of the two lists',
            headers: answerHeaders,
            content: { 'application/json': { schema: productListSchema } },
          },
          ...otherResponses(...anyRequest, ...requiredSection),
        },
      },
    },
  },
} satisfies ZodOpenApiObject;

/** Each document by the file it is committed as. */
export const documents = { 'openapi-2026-10.json': openApi };
