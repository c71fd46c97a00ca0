import type { ZodOpenApiObject } from 'zod-openapi';
import { documents } from '../src/openapi.ts';

/** All documents as one: the paths of each begin with its version. */
export const contract: ZodOpenApiObject = {
  ...documents['openapi-2026-10.json']!,
  paths: Object.assign({}, ...Object.values(documents).map(({ paths }) => paths)) as NonNullable<
    ZodOpenApiObject['paths']
  >,
};
