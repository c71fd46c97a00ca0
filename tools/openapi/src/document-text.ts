import { createDocument, type ZodOpenApiObject } from 'zod-openapi';

/**
 * The document as it is committed. Contracts are strict for whoever writes answers; a reader is told to expect more
 * fields (no `additionalProperties: false` in answers).
 */
export function documentText(description: ZodOpenApiObject): string {
  const document = createDocument(description, {
    override: ({ jsonSchema, io }) => {
      if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return `${JSON.stringify(document, null, 2)}\n`;
}
