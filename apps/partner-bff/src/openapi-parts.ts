import { answerHeaders, otherResponses } from '@product-bffs/http-service';
import * as z from 'zod';

/** What the operations of all versions have in common. */

const header = (id: string, description: string) => z.string().meta({ description, header: { id } });

const policy = header(
  'ratelimit-policy',
  'The quota: q units within w seconds (draft-ietf-httpapi-ratelimit-headers-11). A record costs 1, a list 1 for every 10 ids begun',
);
const limit = header('ratelimit', 'What is left: r units, until t seconds from now');
const retryAfter = header('retry-after', 'Seconds to wait before asking again');

/** Of every answer of a version; what a version's end adds is there once the end is announced. */
const lifecycle = {
  link: header(
    'link',
    'Document of this version (service-desc), and what there is to know of its end (RFC 8288)',
  ).optional(),
  deprecation: header('deprecation', 'Since when, or from when on, the version is deprecated (RFC 9745)').optional(),
  sunset: header('sunset', 'When the version is gone (RFC 8594)').optional(),
};

/** Of every answer to a partner whose request was counted; a request that cannot be let in is not. */
const counted = { 'ratelimit-policy': policy, ratelimit: limit };
const mayBeCounted = { 'ratelimit-policy': policy.optional(), ratelimit: limit.optional() };
const quotaHeaders: Record<string, Record<string, z.ZodType>> = {
  304: counted,
  400: mayBeCounted,
  404: counted,
  410: mayBeCounted,
  429: { ...counted, 'retry-after': retryAfter },
  500: mayBeCounted,
  502: counted,
  // Also where an access token cannot be verified now.
  503: mayBeCounted,
  504: counted,
};

type Responses = ReturnType<typeof otherResponses>;

/** The 304 and the problems of an operation that costs units, and may have been refused for who asks. */
export function countedProblems(...codes: Parameters<typeof otherResponses>): Responses {
  return withHeaders(otherResponses('unauthenticated', 'forbidden', 'quota-exceeded', ...codes), (status) => ({
    ...quotaHeaders[status],
  }));
}

/** The same of an operation of a version, which may have ended or be in a brown-out. */
export function versionedProblems(...codes: Parameters<typeof otherResponses>): Responses {
  const responses = withHeaders(countedProblems('version-gone', ...codes), () => lifecycle);
  const { 503: unavailable } = responses as Record<number, { description: string }>;
  if (unavailable) unavailable.description += '; or the version is not answered for a while (version-brownout)';
  return responses;
}

/** The headers of a 200 that was counted. */
export const countedHeaders = answerHeaders.extend(counted);

/** The same of an operation of a version. */
export const versionedHeaders = countedHeaders.extend(lifecycle);

/** Of refusals that no operation describes: whatever is below a version tells of its end. */
export const headersOfRefusals = lifecycle;

function withHeaders(responses: Responses, more: (status: string) => Record<string, z.ZodType>): Responses {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      { ...response, headers: response.headers.extend(more(status)) },
    ]),
  ) as Responses;
}
