import type { DatabaseSync } from 'node:sqlite';
import type { CatalogueEntry } from './catalogue/entry.ts';
import type { Answer } from './http/answer.ts';

export const serviceNames = ['catalog', 'pricing', 'inventory', 'reviews', 'recommendations'] as const;

export type ServiceName = (typeof serviceNames)[number];

/** One service as data: what it answers, and what scripted faults need to know about it. It knows no socket. */
export interface Service {
  name: ServiceName;
  operations: readonly Operation[];
  /** Whether what a query asks for is told only on behalf of somebody, where callers have to say who they are; absent = never. */
  isPersonal?: (query: URLSearchParams) => boolean;
  /** First segments that a `drift` fault's field may have: every field an item of this service can have. */
  itemFields: readonly string[];
  /** Fields of what stands in an item's own `items` (reviews of a page, related products); none where items are flat. */
  nestedItemFields: readonly string[];
}

export interface Operation {
  /** As `GET /__stats` lists it and faults name it. */
  name: string;
  method: 'get' | 'put' | 'delete';
  /** Express path; the only parameter is `:id`. */
  path: string;
  /** A query parameter without which the call is another operation's, where two share a path. */
  onlyWithQuery?: string;
  /** Where a 200 holds its items: it is one, it has them in `items`, it is a page of the change feed; absent = none. */
  holds?: 'item' | 'items' | 'changes';
  /** Throws a Problem for every answer that is an error. */
  answer(call: OperationCall): Answer | Promise<Answer>;
}

export interface OperationCall {
  /** The `:id` of the path, not yet checked; empty where the path has none. */
  id: string;
  query: URLSearchParams;
  /** Parsed JSON of a PUT, otherwise undefined. */
  body: unknown;
}

export interface ServiceOptions {
  database: DatabaseSync;
  /** Read only where the database does not hold this service's part yet. */
  catalogue: () => Iterable<CatalogueEntry>;
  now: () => Date;
  /** How many changes the feed keeps. */
  keptChanges: number;
}
