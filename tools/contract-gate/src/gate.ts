import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { appContracts, releasedFolder, type Contract } from './app-contracts.ts';
import { breaking, type Change } from './change.ts';
import { judgeDocuments } from './judge-documents.ts';
import { isAllowed } from './policy.ts';

export interface Verdict extends Pick<Contract, 'name' | 'policy'> {
  isReleased: boolean;
  changes: Change[];
  /** Those of the changes that the policy does not allow. */
  forbidden: Change[];
}

/** Judges every contract of an app, by its folder, against what was released. */
export async function judgeApp(folder: string): Promise<Verdict[]> {
  return Promise.all(appContracts(folder).map(judgeContract));
}

/**
 * Records the committed document as released. Throws where the policy forbids what changed since the last release; the
 * released document stays then as it is.
 * @param name file name of the document
 */
export async function release(folder: string, name: string): Promise<Verdict> {
  const contract = appContracts(folder).find((each) => each.name === name);
  if (!contract?.current) throw new Error(`There is no ${name} in ${folder}`);
  const verdict = await judgeContract(contract);
  if (verdict.forbidden.length > 0) {
    const reasons = new Set(verdict.forbidden.map(({ what }) => what));
    throw new Error(`${name} is ${contract.policy}: ${[...reasons].join('; ')}`);
  }
  mkdirSync(releasedFolder(folder), { recursive: true });
  copyFileSync(join(folder, name), join(releasedFolder(folder), name));
  return verdict;
}

async function judgeContract({ name, policy, current, released }: Contract): Promise<Verdict> {
  const changes = await changesBetween(released, current);
  const forbidden = changes.filter((change) => !isAllowed(policy, change));
  return { name, policy, isReleased: released !== undefined, changes, forbidden };
}

async function changesBetween(released: Contract['released'], current: Contract['current']): Promise<Change[]> {
  if (!released) return [];
  return current ? judgeDocuments(released, current) : [breaking('', 'the document is gone', 'old clients rely on it')];
}
