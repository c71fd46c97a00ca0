import { anyRequest, answerHeaders, otherResponses, requestHeaders, requiredSection } from '@product-bffs/http-service';
import type { z } from 'zod';
import type { ZodOpenApiObject } from 'zod-openapi';
import { offerSchema } from './offer/contract.ts';
import { productDetailSchema, productParams, productQuery } from './product-detail/contract.ts';
import { reviewPageQuery, reviewPageSchema } from './reviews/contract.ts';
import { signInPaths } from './sign-in/openapi.ts';

function reading(operationId: string, summary: string, description: string, query: z.ZodObject, schema: z.ZodType) {
  return {
    ...{ operationId, summary, tags: ['products'] },
    requestParams: { path: productParams, query, header: requestHeaders },
    responses: {
      200: { description, headers: answerHeaders, content: { 'application/json': { schema } } },
      ...otherResponses('not-found', ...anyRequest, ...requiredSection),
    },
  };
}

const product = reading(
  'getProduct',
  'Everything that a product page shows',
  'The product; meta.sections says which of its sections are fresh, stale or missing',
  productQuery,
  productDetailSchema,
);
const reviews = reading(
  'getReviews',
  'A page of reviews, newest first',
  'The summary of all reviews, and one page of them',
  reviewPageQuery,
  reviewPageSchema,
);
const offer = reading(
  'getOffer',
  'What it costs for who signed in',
  'For this user alone: nobody may keep it',
  productQuery,
  offerSchema,
);

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
  components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-sid' } } },
  tags: [
    { name: 'products', description: 'What a product page shows' },
    { name: 'session', description: 'Signing in and out' },
  ],
  paths: {
    '/products/{productId}': { get: product },
    '/products/{productId}/reviews': { get: reviews },
    '/products/{productId}/offer': {
      get: {
        ...offer,
        security: [{ session: [] }],
        responses: { ...offer.responses, ...otherResponses('unauthenticated') },
      },
    },
    ...signInPaths,
  },
} satisfies ZodOpenApiObject;

/** Each document by the file it is committed as. */
export const documents = { 'openapi.json': openApi };
