import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkedApi, type Answer, type CheckedApi } from '@product-bffs/contract-testing';
import type { CatalogueEntry, FaultInput, ServiceName } from '@product-bffs/downstreams';
import type { Platform } from '../src/app-versions/app-version.ts';
import { contractLevels } from '../src/app-versions/contract-levels.ts';
import { openApi } from '../src/openapi.ts';
import { startMobile, unhurried } from './start-mobile.ts';

/** What an app of one contract level asks, while the services are as `faults` says. */
export interface RecordedRequest {
  path: string;
  headers?: Record<string, string>;
  faults?: Partial<Record<ServiceName, FaultInput>>;
}

/** The answer it got when its level was released: these bytes, for as long as it lives. */
export interface RecordedAnswer {
  status: number;
  contentType: string;
  etag: string | null;
  body: string;
}

export type Recording = RecordedRequest & { answer: RecordedAnswer };

/** Where the world that answers were recorded in, and the answers of each level, are kept. */
export const recordedFolder = join(import.meta.dirname, '../contracts/recorded');
const now = Date.UTC(2026, 9, 1, 12);

export interface RecordedWorld {
  ask(request: RecordedRequest, app: Record<string, string>): Promise<RecordedAnswer>;
  stop(): Promise<void>;
}

/** Today's mobile-bff over the catalogue, at the time and under the policy that all answers are recorded with. */
export async function startRecordedWorld(): Promise<RecordedWorld> {
  const { app, services, stop } = await startMobile({
    catalogue: JSON.parse(readFileSync(join(recordedFolder, 'catalogue.json'), 'utf8')) as CatalogueEntry[],
    variables: {
      ...unhurried,
      TRUSTED_PROXIES: 'loopback',
      APP_VERSIONS_FILE: join(recordedFolder, 'app-versions.json'),
    },
    clock: () => now,
    now: () => new Date(now),
  });
  const api: CheckedApi = checkedApi(app, openApi);
  return {
    async ask({ path, headers = {}, faults = {} }, appHeaders) {
      const faulty = Object.entries(faults).map(
        ([name, fault]) => [services.service(name as ServiceName), fault] as const,
      );
      for (const [service, fault] of faulty) await service.setFaults(fault);
      const answer = await api.get(path, { 'x-request-id': 'recorded', ...headers, ...appHeaders });
      for (const [service] of faulty) service.clearFaults();
      return {
        status: answer.status,
        contentType: answer.headers['content-type'] ?? 'none',
        etag: answer.headers['etag'] ?? null,
        body: promisedBody(answer),
      };
    },
    stop,
  };
}

/** What the first app of a level says of itself. */
export function firstAppOf(level: number, platform: Platform): Record<string, string> {
  const version = contractLevels[level - 1]?.since[platform];
  if (version === undefined)
    throw new Error(`There is no contract level ${level}; ${contractLevels.length} is the newest`);
  return { 'app-version': version, 'app-platform': platform };
}

/** Makes the folder of a level. @throws where it is there: what is released is not recorded again */
export function newFolderOf(level: number): string {
  const folder = join(recordedFolder, String(level));
  mkdirSync(folder);
  return folder;
}

/** Every byte of an answer; of a problem, all but its words, which are for people and may become better ones. */
function promisedBody({ status, bytes }: Answer): string {
  const text = bytes.toString('utf8');
  const isForPeople = (key: string) => ['title', 'detail'].includes(key);
  const promised = (key: string, value: unknown) => (isForPeople(key) ? undefined : value);
  return status < 400 ? text : JSON.stringify(JSON.parse(text), promised);
}
