import {
  anyRequest,
  answerHeaders,
  otherResponses,
  requiredSection,
  tokenHeaders,
  tokenSchemes,
} from '@product-bffs/http-service';
import { z } from 'zod';
import type { ZodOpenApiObject } from 'zod-openapi';
import {
  productListQuery,
  productListSchema,
  productParams,
  productQuery,
  productSchema,
  VERSION,
} from './product-detail/contract.ts';

const header = (id: string, description: string) => z.string().meta({ description, header: { id } });

const policy = header(
  'ratelimit-policy',
  'The quota: q units within w seconds (draft-ietf-httpapi-ratelimit-headers-11). A record costs 1, a list 1 for every 10 ids begun',
);
const limit = header('ratelimit', 'What is left: r units, until t seconds from now');
const retryAfter = header('retry-after', 'Seconds to wait before asking again');

/** Of every answer to a partner whose request was counted; a request that cannot be let in is not. */
const counted = { 'ratelimit-policy': policy, ratelimit: limit };
const mayBeCounted = { 'ratelimit-policy': policy.optional(), ratelimit: limit.optional() };
const quotaHeaders: Record<string, Record<string, z.ZodType>> = {
  304: counted,
  400: mayBeCounted,
  404: counted,
  429: { ...counted, 'retry-after': retryAfter },
  500: mayBeCounted,
  502: counted,
  // Also where an access token cannot be verified now.
  503: mayBeCounted,
  504: counted,
};

type Responses = ReturnType<typeof otherResponses>;

function problemsOf(...codes: Parameters<typeof otherResponses>): Responses {
  const responses = otherResponses('unauthenticated', 'forbidden', 'quota-exceeded', ...codes);
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      { ...response, headers: response.headers.extend(quotaHeaders[status] ?? {}) },
    ]),
  ) as Responses;
}

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
  security: [{ apiKey: ['products:read'] }, { bearer: ['products:read'] }, { dpop: ['products:read'] }],
  components: {
    securitySchemes: {
      apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'A key of the form pk_live_…' },
      ...tokenSchemes,
    },
  },
  tags: [{ name: 'products', description: 'Records of products' }],
  paths: {
    [`/${VERSION}/products/{productId}`]: {
      get: {
        operationId: 'getProduct',
        summary: 'One record',
        tags: ['products'],
        requestParams: { path: productParams, query: productQuery, header: tokenHeaders },
        responses: {
          200: {
            description: 'The record; it is complete or there is none',
            headers: answerHeaders.extend(counted),
            content: { 'application/json': { schema: productSchema } },
          },
          ...problemsOf('not-found', ...anyRequest, ...requiredSection),
        },
      },
    },
    [`/${VERSION}/products`]: {
      get: {
        operationId: 'getProducts',
        summary: 'Up to 100 records',
        tags: ['products'],
        requestParams: { query: productListQuery, header: tokenHeaders },
        responses: {
          200: {
            description: 'Found and not found side by side, each id in exactly one of the two lists',
            headers: answerHeaders.extend(counted),
            content: { 'application/json': { schema: productListSchema } },
          },
          ...problemsOf(...anyRequest, ...requiredSection),
        },
      },
    },
  },
} satisfies ZodOpenApiObject;

/** Each document by the file it is committed as. */
export const documents = { 'openapi-2026-10.json': openApi };
