import * as z from 'zod';
import { problemSchema, problems, type ProblemCode } from './problem.ts';

/** What the OpenAPI documents of all services have in common, as zod-openapi takes it. */

const header = (name: string, description: string, schema: z.ZodType = z.string()) =>
  schema.meta({ description, header: { id: name } });

const headersOfAll = {
  'x-request-id': header('x-request-id', 'Names this request in our logs'),
  'content-language': header('content-language', 'Language of the texts'),
  'cache-control': header('cache-control', 'How long the answer may be kept (RFC 9111, RFC 5861)'),
  'content-security-policy': header('content-security-policy', 'Nothing in the answer may be rendered'),
  'cross-origin-resource-policy': header('cross-origin-resource-policy', 'Not to be embedded by other origins'),
  'referrer-policy': header('referrer-policy', 'No referrer is sent on'),
  'strict-transport-security': header('strict-transport-security', 'Only over TLS from now on'),
  'x-content-type-options': header('x-content-type-options', 'The content type is what it says'),
};

const vary = header('vary', 'Request headers that had a say in the answer').optional();

/** Headers of a 200 and of a 304. */
export const answerHeaders = z.object({
  ...headersOfAll,
  // Of an answer that others may keep; an incomplete one, or one for a single reader, has neither.
  'cdn-cache-control': header('cdn-cache-control', 'cache-control for caches that subtract age (RFC 9213)').optional(),
  age: header('age', 'Whole seconds since these bytes were made').optional(),
  etag: header('etag', 'Strong validator of these bytes, for If-None-Match (RFC 9110 §8.8.3)'),
  'content-encoding': header('content-encoding', 'br or gzip, where the client takes it and it pays').optional(),
  'server-timing': header('server-timing', 'What the answer waited for; never in production').optional(),
  vary,
});

const asked = (description: string) => z.string().optional().meta({ description });

/** What a client may send beside path and query. */
export const requestHeaders = z.object({
  'accept-language': asked('Chooses the language where the query names none (RFC 9110 §12.5.4)'),
  'accept-encoding': asked('Codings that the client takes, br and gzip among them (RFC 9110 §12.5.3)'),
  'if-none-match': asked('ETag of the answer that the client has'),
});

/** What the client of an API that takes access tokens may send beside them. */
export const tokenHeaders = requestHeaders.extend({
  dpop: asked('Proof that the sender holds the key that its access token is bound to (RFC 9449 §4)'),
});

/** How an access token may be sent; components.securitySchemes of such an API. */
export const tokenSchemes = {
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'An access token (RFC 9068, RFC 6750)' },
  dpop: { type: 'http', scheme: 'dpop', description: 'An access token that is bound to a key (RFC 9449)' },
} as const;

const challenge = header('www-authenticate', 'How to say who asks, and what was wrong with it (RFC 9110 §11.6.1)');
/** Always there with a 401; with the others where it was the credentials that were refused. */
const challengeOf: Partial<Record<ProblemCode, z.ZodType>> = {
  unauthenticated: challenge,
  'invalid-request': challenge.optional(),
  forbidden: challenge.optional(),
};

const retryAfter = { 'retry-after': header('retry-after', 'Seconds to wait before asking again') };

/** The 304 and the problems of an operation, by status. */
export function otherResponses(...codes: ProblemCode[]) {
  return {
    304: { description: 'The client has these bytes already', headers: answerHeaders },
    ...Object.fromEntries(codes.map((code) => [problems[code].status, problemResponse(code)])),
  };
}

/** One problem as a response of an operation. */
export function problemResponse(code: ProblemCode) {
  const asks = challengeOf[code];
  return {
    description: `${problems[code].title} (${code})`,
    headers: z.object({
      ...headersOfAll,
      ...(asks && { 'www-authenticate': asks }),
      ...(code === 'service-unavailable' && retryAfter),
      vary,
    }),
    content: { 'application/problem+json': { schema: problemSchema } },
  };
}

/** What any request may come to. */
export const anyRequest = [
  'invalid-request',
  'not-acceptable',
  'content-too-large',
  'unsupported-media-type',
  'internal-error',
] as const satisfies ProblemCode[];

/** What a required section's failure may come to. */
export const requiredSection: ProblemCode[] = ['invalid-downstream-answer', 'service-unavailable', 'deadline-exceeded'];
