import { answerHeaders, problemResponse, problems, type ProblemCode } from '@product-bffs/http-service';
import { z } from 'zod';

/** The routes of libs/auth's signInRoutes, as the document has them. */

const who = { name: z.string().nullable(), customerGroup: z.string().nullable(), expiresAt: z.iso.datetime() };
const sessionSchema = z.discriminatedUnion('signedIn', [
  z.strictObject({ signedIn: z.literal(false) }),
  z.strictObject({ signedIn: z.literal(true), ...who }),
]);
const logoutSchema = z.strictObject({ logoutUrl: z.url().nullable() });

const headers = answerHeaders.omit({ etag: true });
const redirect = { headers: headers.extend({ location: z.string(), 'set-cookie': z.string() }) };
const json = (schema: z.ZodType) => ({ headers, content: { 'application/json': { schema } } });
const form = { 'application/x-www-form-urlencoded': { schema: z.strictObject({ logout_token: z.string() }) } };
const returnTo = z.string().optional().meta({ description: 'A path of the shop; absent: /' });

function operation(operationId: string, summary: string, good: object, codes: ProblemCode[], more: object = {}) {
  const refusals: ProblemCode[] = ['not-acceptable', 'internal-error', 'service-unavailable', ...codes];
  const refused = refusals.map((code) => [problems[code].status, problemResponse(code)] as const);
  return { operationId, summary, tags: ['session'], ...more, responses: { ...good, ...Object.fromEntries(refused) } };
}

const login = operation(
  'signIn',
  'Sends a browser to the identity provider',
  { 302: { description: 'To the provider', ...redirect } },
  ['invalid-request'],
  { requestParams: { query: z.object({ returnTo }) } },
);
const callback = operation(
  'finishSignIn',
  'Where the provider sends the browser back to',
  { 303: { description: 'To the shop', ...redirect } },
  ['invalid-request', 'unauthenticated'],
);
const session = operation(
  'getSession',
  'Who is signed in, and until when unless the session is used before',
  { 200: { description: 'For this browser alone', ...json(sessionSchema) } },
  [],
);
const logout = operation(
  'signOut',
  'Ends the session',
  { 200: { description: 'It is over here; the provider ends its own at logoutUrl', ...json(logoutSchema) } },
  ['unauthenticated', 'forbidden'],
  { security: [{ session: [] }], requestParams: { header: z.object({ 'x-bff': z.literal('1') }) } },
);
const backChannelLogout = operation(
  'endSessions',
  'For the provider: ends the sessions that a logout token names (OpenID Connect Back-Channel Logout 1.0)',
  { 200: { description: 'They are over', headers } },
  ['invalid-request', 'content-too-large', 'unsupported-media-type'],
  { requestBody: { required: true, content: form } },
);

export const signInPaths = {
  '/auth/login': { get: login },
  '/auth/callback': { get: callback },
  '/auth/session': { get: session },
  '/auth/logout': { post: logout },
  '/auth/backchannel-logout': { post: backChannelLogout },
};
