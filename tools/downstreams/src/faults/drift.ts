import type { Service } from '../service.ts';
import type { FaultOf } from './schema.ts';

type Json = string | number | boolean | null | Json[] | { [field: string]: Json };
type JsonObject = Record<string, Json>;

/** A value that no enumeration has. */
const unknownValue = 'unheard-of';

/**
 * Where a drift's field stands in an item: as it says, or, where it names what only the item's own `items` have (`rating`
 * of a page of reviews), there.
 */
export function driftPath(field: string, { itemFields, nestedItemFields }: Service): string[] {
  const path = field.split('.');
  const first = path[0] ?? '';
  return nestedItemFields.includes(first) && !itemFields.includes(first) ? ['items', ...path] : path;
}

/** Changes the item in place, in every element of every array on the way; where the path leads nowhere, nothing. */
export function applyDrift(item: unknown, path: string[], change: FaultOf<'drift'>['change']): void {
  if (Array.isArray(item)) {
    for (const element of item) applyDrift(element, path, change);
    return;
  }
  const [field, ...rest] = path;
  if (typeof item !== 'object' || item === null || field === undefined) return;
  const fields = item as JsonObject;
  if (rest.length === 0) changeField(fields, field, change);
  else if (Object.hasOwn(fields, field)) applyDrift(fields[field], rest, change);
}

function changeField(fields: JsonObject, field: string, change: FaultOf<'drift'>['change']): void {
  if (change === 'extra') {
    fields[field] = { note: 'new in this version' };
    return;
  }
  const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (value === undefined) return;
  switch (change) {
    case 'retyped':
      fields[field] = retyped(value);
      break;
    case 'enum':
      fields[field] = unknownValue;
      break;
    case 'renamed':
      fields[`${field}Renamed`] = value;
      Reflect.deleteProperty(fields, field);
      break;
    case 'missing':
      Reflect.deleteProperty(fields, field);
  }
}

/** The same value as another type: a text becomes a number, nothing an object, everything else a text. */
function retyped(value: Json): Json {
  if (typeof value === 'string') return value.length;
  if (value === null) return {};
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
