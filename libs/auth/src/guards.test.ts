import { expect, it } from '@jest/globals';
import type { Request, Response } from 'express';
import { createGuards } from './guards.ts';

it.each([
  ['a bearer token', 'bearer abc', 'Bearer'],
  ['a token with a proof', 'DPoP abc', 'DPoP'],
  ['an API key', undefined, 'ApiKey header="X-API-Key",'],
])('tells who lacks the scope so in the scheme that was used: %s', (_what, authorization, scheme) => {
  const guards = createGuards({
    authenticate: () => ({ subject: 'partner:acme', scopes: new Set(['changes:read']) }),
    schemes: [],
    challenge: 'Bearer',
    onSubject: () => undefined,
    onVary: () => undefined,
  });
  const ask = () =>
    guards.scope('products:read')(
      { headers: { authorization } } as unknown as Request,
      {} as unknown as Response,
      () => undefined,
    );
  expect(ask).toThrow(
    expect.objectContaining({
      code: 'forbidden',
      headers: { 'www-authenticate': `${scheme} error="insufficient_scope", scope="products:read"` },
    }),
  );
});
