import type { z } from 'zod';
import { productSchema as product2026_04 } from './2026-04/contract.ts';
import { productSchema as product2026_10 } from './2026-10/contract.ts';
import * as since2026_04 from './2026-10/since-2026-04.ts';
import { productSchema as product2027_01, type Product2027_01 } from './2027-01/contract.ts';
import * as since2026_10 from './2027-01/since-2026-10.ts';

/** The newest model: what a record is made as, before it goes down to the version that was asked for. */
export type PartnerRecord = Product2027_01;

/** One thing that a version changed: where it was in the version before, and where it is now; null: nowhere. */
export interface Change {
  readonly was: string | null;
  readonly is: string | null;
  readonly text: string;
}

/** The end of a version. Times are RFC 3339, UTC. */
export interface VersionEnd {
  /** From when on its answers tell of it; at least 180 days before it is gone. */
  readonly announcedAt: string;
  readonly deprecatedAt: string;
  /** From when on it is gone; at least 12 months after its release. */
  readonly sunsetAt: string;
  /** Rehearsals of it: windows in which the version is not answered. */
  readonly brownouts: readonly { readonly from: string; readonly until: string }[];
}

/** One version of the contract. Its paths begin with its name. */
export interface PartnerVersion {
  /** The month of its release. */
  readonly name: VersionName;
  /** null: a release candidate, which may still change. */
  readonly releasedAt: string | null;
  readonly end?: VersionEnd;
  /** Against the version before. */
  readonly changes: readonly Change[];
  readonly productSchema: z.ZodType;
  /** A record as this version's readers know it; the record stays as it is. */
  readonly present: (record: PartnerRecord) => unknown;
}

interface Line extends Omit<PartnerVersion, 'name' | 'present'> {
  name: string;
  /** To the version before; what it takes and gives is what the two contracts say (held by a test). */
  down?: (record: never) => unknown;
}

/** Newest first. To add a version: its folder, and its line here. */
const lines = [
  { name: '2027-01', releasedAt: null, productSchema: product2027_01, ...since2026_10 },
  { name: '2026-10', releasedAt: '2026-10-01T00:00:00Z', productSchema: product2026_10, ...since2026_04 },
  {
    name: '2026-04',
    releasedAt: '2026-04-01T00:00:00Z',
    end: {
      announcedAt: '2026-09-01T00:00:00Z',
      deprecatedAt: '2026-10-01T00:00:00Z',
      sunsetAt: '2027-06-30T00:00:00Z',
      brownouts: [
        { from: '2027-06-01T09:00:00Z', until: '2027-06-01T10:00:00Z' },
        { from: '2027-06-15T09:00:00Z', until: '2027-06-15T13:00:00Z' },
        { from: '2027-06-23T00:00:00Z', until: '2027-06-24T00:00:00Z' },
      ],
    },
    productSchema: product2026_04,
    changes: [],
  },
] as const satisfies Line[];

export type VersionName = (typeof lines)[number]['name'];

/** Every version that there is or was, newest first. */
export const versions: readonly PartnerVersion[] = chain(lines);

/** This version and all newer ones: those that have what came with it. */
export function versionsSince(name: VersionName): readonly PartnerVersion[] {
  return versions.slice(0, versions.findIndex((version) => version.name === name) + 1);
}

function chain(all: readonly (Line & { name: VersionName })[]): PartnerVersion[] {
  let present = (record: PartnerRecord): unknown => record;
  return all.map(({ down, ...line }) => {
    const version = { ...line, present };
    present = (record) => down?.(version.present(record) as never);
    return version;
  });
}
