import {
  anyRequest,
  answerHeaders,
  otherResponses,
  problemResponse,
  requiredSection,
  tokenHeaders,
  tokenSchemes,
} from '@product-bffs/http-service';
import * as z from 'zod';
import type { ZodOpenApiObject } from 'zod-openapi';
import { appVersionPattern, platforms } from './app-versions/app-version.ts';
import {
  productListQuery,
  productListSchema,
  productParams,
  productQuery,
  productSchema,
} from './product-detail/contract.ts';

/** Guests are answered as everyone; a token has to be valid. */
const guestOrUser = [{}, { bearer: [] }, { dpop: [] }];

const requestHeaders = tokenHeaders.extend({
  'app-version': z
    .string()
    .regex(appVersionPattern)
    .optional()
    .meta({
      description: 'Version of the app that asks; absent: the oldest that is answered',
      examples: ['2.1.0', '2.1.0+4711'],
    }),
  'app-platform': z
    .enum(platforms)
    .optional()
    .meta({ description: 'What it runs on; a version without it is validated, and counts as absent' }),
});

const header = (id: string, description: string) => z.string().meta({ description, header: { id } });
const hint = header(
  'app-version-recommended',
  'To an app that is older: the version to get, and from when on (RFC 9651), as "2.0.0";since=@1788220800',
).optional();
const unsupported = problemResponse('app-version-unsupported');

/** What any answer of a product may be: to an app that is older than recommended it says so. */
function responsesToApps<R extends { headers: z.ZodObject }>(responses: Record<string, R>) {
  const hinted = Object.entries(responses).map(([status, response]) => {
    return [status, { ...response, headers: response.headers.extend({ 'app-version-recommended': hint }) }] as const;
  });
  return {
    ...Object.fromEntries(hinted),
    426: {
      ...unsupported,
      headers: unsupported.headers.extend({
        upgrade: header('upgrade', 'What is answered, as mobile-app/2.0.0 (RFC 9110 §15.5.22); never over HTTP/2'),
        link: header('link', 'Where users get it: the store, with rel="help" (RFC 8288)'),
      }),
    },
  };
}

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
        requestParams: { path: productParams, query: productQuery, header: requestHeaders },
        responses: responsesToApps({
          200: {
            description: 'The product; degraded lists the sections that are not fresh',
            headers: answerHeaders,
            content: { 'application/json': { schema: productSchema } },
          },
          ...otherResponses('not-found', 'unauthenticated', ...anyRequest, ...requiredSection),
        }),
      },
    },
    '/products': {
      get: {
        operationId: 'getProducts',
        summary: 'Up to 100 products',
        tags: ['products'],
        requestParams: { query: productListQuery, header: requestHeaders },
        responses: responsesToApps({
          200: {
            description: 'Found and not found side by side',
            headers: answerHeaders,
            content: { 'application/json': { schema: productListSchema } },
          },
          ...otherResponses('unauthenticated', ...anyRequest, ...requiredSection),
        }),
      },
    },
  },
} satisfies ZodOpenApiObject;

/** Each document by the file it is committed as. */
export const documents = { 'openapi.json': openApi };
