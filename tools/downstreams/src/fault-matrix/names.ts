import dns from 'node:dns';

/** A name that the services are known by where a row is about names. */
export const SERVICE_NAME = 'service.test';

/** Longer than a label may be (RFC 1035 §2.3.4), so that no name server has to be asked. */
const nobody = `${'x'.repeat(64)}.invalid`;
const SLOW_MS = 3000;

export interface Names {
  /** What becomes of lookups of the one name from now on. */
  become: (how: 'well' | 'unknown' | 'slow') => void;
  restore: () => void;
}

type Lookup = (host: string, ...rest: unknown[]) => void;

/** Takes the place of this process's name lookup, for one name. */
export function takeNames(): Names {
  const real = dns.lookup;
  const lookup = real as unknown as Lookup;
  let state: Parameters<Names['become']>[0] = 'well';
  const stateful: Lookup = (host, ...rest) => {
    if (host !== SERVICE_NAME) lookup(host, ...rest);
    else if (state === 'unknown') lookup(nobody, ...rest);
    else if (state === 'slow') setTimeout(lookup, SLOW_MS, '127.0.0.1', ...rest).unref();
    else lookup('127.0.0.1', ...rest);
  };
  dns.lookup = stateful as unknown as typeof dns.lookup;
  return {
    become: (how) => (state = how),
    restore: () => (dns.lookup = real),
  };
}
