import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from './json.ts';
import { isPolicy, policies, type Policy } from './policy.ts';

export interface Contract {
  /** File name of the document. */
  name: string;
  policy: Policy;
  /** The committed document; undefined where it is gone. */
  current: JsonObject | undefined;
  /** As it was released; undefined where nothing was. */
  released: JsonObject | undefined;
}

/**
 * The contracts of an app, by its folder: `openapi*.json` in it, `contracts/released/` (copies as released) and
 * `contracts/policies.json` (how each may change). Throws where there is no such
 * folder, a document has no policy, or a policy no document.
 */
export function appContracts(folder: string): Contract[] {
  const policyFile = join(folder, 'contracts/policies.json');
  const policyOf = (readJson(policyFile) ?? {}) as Record<string, string>;
  const committed = documentsIn(folder);
  const released = existsSync(releasedFolder(folder)) ? documentsIn(releasedFolder(folder)) : [];
  for (const name of Object.keys(policyOf)) {
    if (!committed.includes(name) && !released.includes(name)) throw new Error(`${policyFile}: there is no ${name}`);
  }
  return [...new Set([...committed, ...released])].toSorted().map((name) => {
    const policy = policyOf[name] ?? 'none';
    if (!isPolicy(policy)) {
      throw new Error(`${policyFile}: ${name} needs a policy (${policies.join(', ')}), not ${policy}`);
    }
    return {
      name,
      policy,
      current: readJson(join(folder, name)),
      released: readJson(join(releasedFolder(folder), name)),
    };
  });
}

export function releasedFolder(folder: string): string {
  return join(folder, 'contracts/released');
}

function documentsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => /^openapi.*\.json$/.test(name));
}

function readJson(file: string): JsonObject | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JsonObject) : undefined;
}
