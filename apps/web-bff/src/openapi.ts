import { anyRequest, answerHeaders, otherResponses, requestHeaders, requiredSection } from '@product-bffs/http-service';
import type { z } from 'zod';
import type { ZodOpenApiObject } from 'zod-openapi';
import { offerSchema } from './offer/contract.ts';
import { productDetailSchema, productParams, productQuery } from './product-detail/contract.ts';
import { reviewPageQuery, reviewPageSchema } from './reviews/contract.ts';
import { signInPaths } from './sign-in/openapi.ts';

function reading(operationId: string, summary: string, query: z.ZodObject, schema: z.ZodType) {
  const good = { description: summary, headers: answerHeaders, content: { 'application/json': { schema } } };
  const requestParams = { path: productParams, query, header: requestHeaders };
  const responses = { 200: good, ...otherResponses('not-found', ...anyRequest, ...requiredSection) };
  return { operationId, summary, tags: ['products'], requestParams, responses };
}

const product = reading('getProduct', 'Everything that a product page shows', productQuery, productDetailSchema);
const reviews = reading('getReviews', 'A page of reviews, newest first', reviewPageQuery, reviewPageSchema);
const offer = reading('getOffer', 'What it costs for who signed in', productQuery, offerSchema);
const offerResponses = { ...offer.responses, ...otherResponses('unauthenticated') };

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
      get: { ...offer, responses: offerResponses, security: [{ session: [] }] },
    },
    ...signInPaths,
  },
} satisfies ZodOpenApiObject;

/** Each document by the file it is committed as. */
export const documents = { 'openapi.json': openApi };
