import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../src/json.ts';
import { partsOf, type Mutation } from './mutations.ts';

const text = readFileSync(join(import.meta.dirname, 'base-openapi.json'), 'utf8');

/** A copy of the base document: partner-bff's, with a body, closed objects, alternatives and security besides. */
export function baseDocument(): JsonObject {
  return JSON.parse(text) as JsonObject;
}

/** A copy of the base document after some mutations. */
export function mutated(...mutations: Pick<Mutation, 'mutate'>[]): JsonObject {
  const document = JSON.parse(text) as Parameters<typeof partsOf>[0];
  for (const { mutate } of mutations) mutate(partsOf(document));
  return document as unknown as JsonObject;
}
