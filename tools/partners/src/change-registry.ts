import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readPartners, type Partner } from '@product-bffs/auth';
import { Refused } from './change-keys.ts';

/**
 * Changes a registry in one step: whoever reads it meets the version before or the new one. Of several that change it at
 * once, one does.
 * @param change of the partners themselves
 * @throws PartnersFileFault where the registry is not valid; Refused where another changes it; what `change` throws
 */
export function changeRegistry<T>(file: string, change: (partners: Partner[]) => T): T {
  readPartners(file); // Says what is wrong with it, before anything is written.
  const target = realpathSync(file);
  const next = `${target}.next`;
  const opened = open(next, statSync(target).mode);
  try {
    const partners = readPartners(target);
    const result = change(partners);
    writeFileSync(opened, `${JSON.stringify({ partners }, null, 2)}\n`);
    fsyncSync(opened);
    readPartners(next);
    renameSync(next, target);
    return result;
  } catch (error) {
    // Not where it was renamed: what has its name then is another command's.
    rmSync(next, { force: true });
    throw error;
  } finally {
    closeSync(opened);
  }
}

function open(next: string, mode: number): number {
  try {
    return openSync(next, 'wx', mode & 0o777);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Refused(`Another command is changing the registry. If none is, remove ${next}.`);
    throw new Refused(`The registry cannot be written (${String(code)}).`);
  }
}
