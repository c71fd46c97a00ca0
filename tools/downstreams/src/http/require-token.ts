import type { RequestHandler } from 'express';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import * as z from 'zod';
import type { Service } from '../service.ts';
import { Problem } from './problem.ts';

/** Whose access tokens calls need, and for whom they have to be. */
export interface RequireAuth {
  /** The provider's URL. */
  issuer: string;
  audience: string;
}

const scope = 'services:read';
const metadataSchema = z.object({ issuer: z.string(), jwks_uri: z.url() });

/**
 * Refuses calls without a valid access token (RFC 9068) as RFC 6750 has it, and what belongs to one price list where
 * nobody is named on whose behalf it is asked for. The provider is asked for its keys with the first token.
 */
export function requireToken({ issuer, audience }: RequireAuth, service: Service): RequestHandler {
  let keySet: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined;

  async function findKeys() {
    const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    const metadata = metadataSchema.parse(await answer.json());
    if (metadata.issuer !== issuer) throw new Error('it calls itself by another name');
    return createRemoteJWKSet(new URL(metadata.jwks_uri), { cooldownDuration: 1000 });
  }

  async function verified(token: string): Promise<JWTPayload> {
    keySet ??= findKeys();
    try {
      const algorithms = ['ES256', 'PS256', 'RS256'];
      return (await jwtVerify(token, await keySet, { issuer, audience, algorithms, typ: 'at+jwt' })).payload;
    } catch (error) {
      if (isAboutToken(error)) throw unauthorized('The access token is not valid.', ' error="invalid_token"');
      keySet = undefined;
      throw new Problem(503, 'The keys of the identity provider cannot be had.');
    }
  }

  return async (request, _response, next) => {
    if (request.path.startsWith('/media/')) {
      next();
      return;
    }
    const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(request.get('authorization') ?? '')?.[1];
    if (token === undefined) throw unauthorized('This needs an access token.', '');
    const { scope: granted } = await verified(token);
    if (!String(granted).split(' ').includes(scope)) {
      const challenge = `Bearer error="insufficient_scope", scope="${scope}"`;
      throw new Problem(403, `This needs the scope ${scope}.`, {}, { 'www-authenticate': challenge });
    }
    const query = new URL(request.originalUrl, 'http://service').searchParams;
    if (service.isPersonal?.(query) === true && !request.get('x-on-behalf-of')) {
      throw new Problem(403, 'This is told only on behalf of somebody: x-on-behalf-of is missing.');
    }
    next();
  };
}

function unauthorized(detail: string, error: string): Problem {
  return new Problem(401, detail, {}, { 'www-authenticate': `Bearer${error}` });
}

/** Or about keys that cannot be fetched. */
function isAboutToken(error: unknown): boolean {
  return error instanceof errors.JOSEError && !['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT'].includes(error.code);
}
