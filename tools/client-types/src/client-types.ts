import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { Document } from './document.ts';
import { kotlinOf } from './kotlin.ts';
import { modelsOf } from './models.ts';
import { swiftOf } from './swift.ts';

/**
 * All that is generated: text by path in this tool's folder `generated`.
 *
 * @param apps the folder of the apps, whose committed documents are read: web, mobile, and every one that partner-bff has
 */
export async function clientTypes(apps: string): Promise<Map<string, string>> {
  const partner = join(apps, 'partner-bff');
  const versions = readdirSync(partner).flatMap((file) => /^openapi-(.+)\.json$/.exec(file)?.[1] ?? []);
  const mobile = JSON.parse(readFileSync(join(apps, 'mobile-bff/openapi.json'), 'utf8')) as Document;
  const models = modelsOf(mobile);
  return new Map([
    ['web.d.ts', await typeScriptOf(join(apps, 'web-bff/openapi.json'))],
    ...(await Promise.all(
      versions.map(
        async (version) =>
          [`partner/${version}.d.ts`, await typeScriptOf(join(partner, `openapi-${version}.json`))] as const,
      ),
    )),
    ['mobile/ProductBffs.kt', kotlinOf(models, mobile.info.title)],
    ['mobile/ProductBffs.swift', swiftOf(models, mobile.info.title)],
  ]);
}

async function typeScriptOf(path: string): Promise<string> {
  const document = JSON.parse(readFileSync(path, 'utf8')) as OpenAPI3;
  const types = astToString(await openapiTS(document, { silent: true }));
  return `// Generated from the OpenAPI document of ${document.info.title}: do not edit.\n\n${types}`;
}
