import { anyRequest, answerHeaders, otherResponses, requestHeaders, requiredSection } from '@product-bffs/http-service';
import type { ZodOpenApiObject } from 'zod-openapi';
import { productDetailSchema, productParams, productQuery } from './product-detail/contract.ts';
import { reviewPageQuery, reviewPageSchema } from './reviews/contract.ts';

/** web-bff's contract; the committed document is generated from it. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'web-bff',
    version: '1.0.0',
    description:
      'Product detail for the web shop. Deploys with its frontend. Fields may be added; do not fail on ones you do not know.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  security: [],
  tags: [{ name: 'products', description: 'What a product page shows' }],
  paths: {
    '/products/{productId}': {
      get: {
        operationId: 'getProduct',
        summary: 'Everything that a product page shows',
        tags: ['products'],
        requestParams: { path: productParams, query: productQuery, header: requestHeaders },
        responses: {
          200: {
            description: 'The product; meta.sections says which of its sections are fresh, stale or missing',
            headers: answerHeaders,
            content: { 'application/json': { schema: productDetailSchema } },
          },
          ...otherResponses('not-found', ...anyRequest, ...requiredSection),
        },
      },
    },
    '/products/{productId}/reviews': {
      get: {
        operationId: 'getReviews',
        summary: 'A page of reviews, newest first',
        tags: ['products'],
        requestParams: { path: productParams, query: reviewPageQuery, header: requestHeaders },
        responses: {
          200: {
            description: 'The summary of all reviews, and one page of them',
            headers: answerHeaders,
            content: { 'application/json': { schema: reviewPageSchema } },
          },
          ...otherResponses('not-found', ...anyRequest, ...requiredSection),
        },
      },
    },
  },
} satisfies ZodOpenApiObject;

/** Each document by the file it is committed as. */
export const documents = { 'openapi.json': openApi };
