import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';

/** What is wrong with what the browser brought back, rather than with the provider. */
const broughtBack = /^OAUTH_(INVALID_RESPONSE|JWT_(CLAIM_COMPARISON|TIMESTAMP_CHECK)_FAILED)$/;

/** What became of a call of the provider: `refused` by it, `invalid` by what it was asked with, or it is `away`. */
export function outcomeOf(error: unknown): 'refused' | 'invalid' | 'away' {
  if (error instanceof AuthorizationResponseError) return 'refused';
  if (error instanceof ResponseBodyError) return error.error === 'invalid_grant' ? 'invalid' : 'away';
  return broughtBack.test(faultCode(error)) ? 'invalid' : 'away';
}

/** What failed, but neither where nor with what. */
export function faultCode(error: unknown): string {
  const { name, code, cause } = error as Error & { code?: unknown };
  if (typeof cause === 'object' && cause !== null && 'name' in cause) return faultCode(cause);
  return typeof code === 'string' ? code : name;
}
