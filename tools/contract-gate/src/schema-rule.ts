import type { Change, Direction } from './change.ts';
import type { JsonObject } from './json.ts';

type CompareSchemas = (base: JsonObject, revision: JsonObject, place: SchemaPlace) => Change[];

export interface SchemaPlace {
  where: string;
  direction: Direction;
  /** Compares schemas inside, with all rules. */
  compare: CompareSchemas;
}

/** One idea about schemas: which keywords it judges, and how. */
export interface SchemaRule {
  keywords: string[];
  compare: CompareSchemas;
}
