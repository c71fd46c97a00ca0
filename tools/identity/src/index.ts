export { defaultAudiences, scopesOf, type AudienceName, type Audiences } from './audiences.ts';
export {
  developmentSecretOf,
  mobileRedirectUri,
  webBffClient,
  type DevelopmentClient,
  type WebOrigins,
} from './clients.ts';
export { startIdentity, type Identity, type IdentityOptions } from './start-identity.ts';
export type { IdentityStats } from './stats.ts';
export { clientAssertion, clientToken, type ClientAssertion, type ClientTokenRequest } from './testing/client-token.ts';
export { CookieJar } from './testing/cookie-jar.ts';
export { createDpopKey, dpopProof, type DpopKey, type DpopProof } from './testing/dpop.ts';
export { mobileTokens, refreshMobileTokens, type MobileSignIn } from './testing/mobile-tokens.ts';
export {
  createScriptedKey,
  startScriptedIssuer,
  type JwksAnswer,
  type ScriptedIssuer,
  type ScriptedKey,
  type ScriptedToken,
} from './testing/scripted-issuer.ts';
export { signIn, signOut, type SignIn, type SignOut } from './testing/sign-in.ts';
export { requestToken, TokenRefusal, type TokenRequest, type TokenResponse } from './testing/token-request.ts';
export { developmentPassword, users, type User } from './users.ts';
