import openApi2026_04 from '../../openapi-2026-04.json' with { type: 'json' };
import openApi2026_10 from '../../openapi-2026-10.json' with { type: 'json' };
import openApi2027_01 from '../../openapi-2027-01.json' with { type: 'json' };
import type { VersionName } from './registry.ts';

/** The committed document of each version. */
export const documentOf: Readonly<Record<VersionName, object>> = {
  '2027-01': openApi2027_01,
  '2026-10': openApi2026_10,
  '2026-04': openApi2026_04,
};
