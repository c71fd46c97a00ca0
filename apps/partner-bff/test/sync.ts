import type { Answer } from '@product-bffs/contract-testing';
import { bodyOf } from './partner.ts';

export const V = '/2026-10';
export const ndjson = { accept: 'application/x-ndjson' };

export interface SyncRecord {
  id: string;
  sync: { version: string };
}

export interface Page {
  items: SyncRecord[];
  problems: { id: string; status: number; type: string }[];
  nextCursor: string | null;
}

export type ChangeItem = { op: 'upsert'; record: SyncRecord } | { op: 'delete'; id: string; at: string };

export interface Changes {
  items: ChangeItem[];
  nextCursor: string;
  hasMore: boolean;
}

export interface Line {
  type?: 'page' | 'error' | 'end';
  id?: string;
  status?: number;
  cursor?: string;
  count?: number;
  digest?: string;
  next?: string;
  retryAfterS?: number;
}

export function pageOf(answer: Answer): Page {
  return bodyOf(expect200(answer)) as unknown as Page;
}

export function changesOf(answer: Answer): Changes {
  return bodyOf(expect200(answer)) as unknown as Changes;
}

/** Decoded already, where it was compressed. */
export const textOf = ({ bytes }: Answer) => bytes.toString('utf8');

export function linesOf(answer: Answer): Line[] {
  return textOf(expect200(answer))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

export const recordsOf = (lines: Line[]) => lines.filter(({ type }) => type === undefined) as unknown as SyncRecord[];

export const idsOf = (items: { id?: string }[]) => items.map(({ id }) => id);

function expect200(answer: Answer): Answer {
  if (answer.status !== 200) throw new Error(`${answer.path}: ${answer.status} ${answer.bytes.toString()}`);
  return answer;
}
