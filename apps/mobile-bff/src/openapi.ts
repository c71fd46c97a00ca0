import {
  anyRequest,
  answerHeaders,
  otherResponses,
  requiredSection,
  tokenHeaders,
  tokenSchemes,
} from '@product-bffs/http-service';
import type { ZodOpenApiObject } from 'zod-openapi';
import {
  productListQuery,
  productListSchema,
  productParams,
  productQuery,
  productSchema,
} from './product-detail/contract.ts';

/** Guests are answered as everyone; a token has to be valid. */
const guestOrUser = [{}, { bearer: [] }, { dpop: [] }];

/** mobile-bff's contract; the committed document is generated from it. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'mobile-bff',
    version: '1.0.0',
    description: 'Compact product detail for the apps. Fields are only ever added; ignore the ones you do not know.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  security: guestOrUser,
  components: { securitySchemes: tokenSchemes },
  tags: [{ name: 'products', description: 'What an app shows of a product' }],
  paths: {
    '/products/{productId}': {
      get: {
        operationId: 'getProduct',
        summary: 'One product, below one kilobyte',
        tags: ['products'],
        requestParams: { path: productParams, query: productQuery, header: tokenHeaders },
        responses: {
          200: {
            description: 'The product; degraded lists the sections that are not fresh',
            headers: answerHeaders,
            content: { 'application/json': { schema: productSchema } },
          },
          ...otherResponses('not-found', 'unauthenticated', ...anyRequest, ...requiredSection),
        },
      },
    },
    '/products': {
      get: {
        operationId: 'getProducts',
        summary: 'Up to 100 products',
        tags: ['products'],
        requestParams: { query: productListQuery, header: tokenHeaders },
        responses: {
          200: {
            description: 'Found and not found side by side',
            headers: answerHeaders,
            content: { 'application/json': { schema: productListSchema } },
          },
          ...otherResponses('unauthenticated', ...anyRequest, ...requiredSection),
        },
      },
    },
  },
} satisfies ZodOpenApiObject;

/** Each document by the file it is committed as. */
export const documents = { 'openapi.json': openApi };
