import { Refusal } from '@product-bffs/composition';
import type { NextFunction, Request, Response } from 'express';
import type { Identity } from './identity.ts';
import { guard, type Guard } from './need.ts';

export interface GuardsOptions<I extends Identity> {
  /**
   * Who asks, by what the request carries; undefined where it carries nothing.
   * @throws Refusal where what it carries is not valid
   */
  authenticate: (req: Request, res: Response) => Promise<I | undefined> | I | undefined;
  /** Names, as OpenAPI knows them, of the ways in which one may say who asks. */
  schemes: readonly string[];
  /** Challenges of a 401 (RFC 9110 §11.6.1). */
  challenge: string;
  /** Told before the route runs, so that what it asks for is asked for this subject. */
  onSubject: (req: Request, subject: string) => void;
  /** Told for every request whose answer depends on this header. */
  onVary: (req: Request, header: string) => void;
}

const identity = Symbol('identity');

/** Guards over one way of knowing who asks. */
export function createGuards<I extends Identity>({
  authenticate,
  schemes,
  challenge,
  onSubject,
  onVary,
}: GuardsOptions<I>) {
  type Identified = { [identity]?: I };
  const securityWith = (scopes: readonly string[]) => schemes.map((scheme) => ({ [scheme]: scopes }));

  function letIn(req: Request, next: NextFunction, who: I | undefined, needed?: string): void {
    if (who === undefined) {
      if (needed !== undefined)
        throw new Refusal('unauthenticated', 'This needs authentication.', { 'www-authenticate': challenge });
    } else {
      if (needed !== undefined && !who.scopes.has(needed)) throw insufficientScope(req, needed);
      (req as Identified)[identity] = who;
      onSubject(req, who.subject);
    }
    next();
  }

  function guarding(req: Request, res: Response, next: NextFunction, needed?: string): Promise<void> | undefined {
    onVary(req, 'Authorization');
    const who = authenticate(req, res);
    if (who instanceof Promise) return who.then((found) => letIn(req, next, found, needed));
    letIn(req, next, who, needed);
    return undefined;
  }

  return {
    /** Who asked, as its guard found; undefined: a guest. */
    identityOf: (req: Request): I | undefined => (req as Identified)[identity],
    /** Guests are answered as everyone; who says who they are has to prove it. */
    guestOrUser: (): Guard =>
      guard({ name: 'guest or user', security: [{}, ...securityWith([])] }, (req, res, next) =>
        guarding(req, res, next),
      ),
    /** Someone known, who may do this. */
    scope: (name: string): Guard =>
      guard({ name: `scope ${name}`, security: securityWith([name]) }, (req, res, next) =>
        guarding(req, res, next, name),
      ),
  };
}

/** In the scheme that was used. */
function insufficientScope({ headers: { authorization } }: Request, scope: string): Refusal {
  const token = /^dpop /i.test(authorization ?? '') ? 'DPoP' : 'Bearer';
  return new Refusal('forbidden', `This needs the scope ${scope}.`, {
    'www-authenticate': `${authorization ? token : 'ApiKey header="X-API-Key",'} error="insufficient_scope", scope="${scope}"`,
  });
}
