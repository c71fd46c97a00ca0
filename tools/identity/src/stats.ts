export interface IdentityStats {
  /** Requests to the token endpoint by grant type, refused ones too; '' where none was named. */
  tokenRequests: Record<string, number>;
  /** Those that were refused. */
  tokenRefusals: Record<string, number>;
  jwksRequests: number;
  discoveryRequests: number;
  /** Logout tokens that a client took, and those that it did not. */
  backChannelLogouts: { delivered: number; failed: number };
}

/** Counts what arrives, so that a test can say how often somebody asked. */
export class Stats {
  #counts = none();

  report(): IdentityStats {
    return structuredClone(this.#counts);
  }

  clear(): void {
    this.#counts = none();
  }

  countToken(grantType: string, { refused }: { refused: boolean }): void {
    const { tokenRequests, tokenRefusals } = this.#counts;
    tokenRequests[grantType] = (tokenRequests[grantType] ?? 0) + 1;
    if (refused) tokenRefusals[grantType] = (tokenRefusals[grantType] ?? 0) + 1;
  }

  countJwks(): void {
    this.#counts.jwksRequests += 1;
  }

  countDiscovery(): void {
    this.#counts.discoveryRequests += 1;
  }

  countLogout({ delivered }: { delivered: boolean }): void {
    this.#counts.backChannelLogouts[delivered ? 'delivered' : 'failed'] += 1;
  }
}

function none(): IdentityStats {
  return {
    tokenRequests: {},
    tokenRefusals: {},
    jwksRequests: 0,
    discoveryRequests: 0,
    backChannelLogouts: { delivered: 0, failed: 0 },
  };
}
