import { isDeepStrictEqual } from 'node:util';

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json;
}

export function isObject(node: Json | undefined): node is JsonObject {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

/** The object under a name; an empty one where there is none. */
export function objectAt(node: JsonObject, name: string): JsonObject {
  const child = node[name];
  return isObject(child) ? child : {};
}

/** The list under a name; an empty one where there is none. */
export function listAt(node: JsonObject, name: string): Json[] {
  const child = node[name];
  return Array.isArray(child) ? child : [];
}

/** A copy without some names. */
export function without(node: JsonObject, ...names: string[]): JsonObject {
  return Object.fromEntries(Object.entries(node).filter(([name]) => !names.includes(name)));
}

/** Whether two values are the same JSON, whatever the order of their names. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return isDeepStrictEqual(one, other);
}
