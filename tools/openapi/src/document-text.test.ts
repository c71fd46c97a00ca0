import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import type { ZodOpenApiObject } from 'zod-openapi';
import { documentText } from './document-text.ts';

const money = z.strictObject({ currency: z.string(), minor: z.int() }).meta({ id: 'Money' });
const product = z.strictObject({
  id: z.string(),
  price: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('known'), money }),
    z.strictObject({ state: z.literal('none') }),
  ]),
  variants: z.array(z.strictObject({ sku: z.string(), old: money.nullable() })),
});
const order = z.strictObject({ sku: z.string(), budget: money });

const description: ZodOpenApiObject = {
  openapi: '3.1.0',
  info: { title: 'shop', version: '1' },
  paths: {
    '/products': {
      get: {
        requestParams: { query: z.strictObject({ ids: z.string() }) },
        responses: { 200: { description: 'Products', content: { 'application/json': { schema: z.array(product) } } } },
      },
      post: {
        requestBody: { content: { 'application/json': { schema: order } } },
        responses: { 201: { description: 'The order', content: { 'application/json': { schema: order } } } },
      },
    },
  },
};

/** Every place in a document where it says that there are no more fields. */
function closedObjects(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const here = 'additionalProperties' in node && node.additionalProperties === false ? [path] : [];
  return [...here, ...Object.entries(node).flatMap(([name, child]) => closedObjects(child, `${path}/${name}`))];
}

const document = JSON.parse(documentText(description)) as Record<string, unknown>;

describe('the document', () => {
  it('tells readers of answers to expect more fields, however deep, and writers of requests not to send any', () => {
    const closed = closedObjects(document);
    expect(closed.filter((path) => path.includes('responses'))).toEqual([]);
    expect(closed.filter((path) => path.includes('requestBody'))).not.toEqual([]);
  });

  it('has a component for what is read and another for what is written, where the two differ', () => {
    expect(document).toMatchObject({
      components: {
        schemas: {
          Money: { additionalProperties: false, required: ['currency', 'minor'] },
          MoneyOutput: { required: ['currency', 'minor'] },
        },
      },
    });
    expect(document).not.toHaveProperty(['components', 'schemas', 'MoneyOutput', 'additionalProperties']);
  });

  it('still says which fields an answer always has', () => {
    expect(document).toHaveProperty(
      ['paths', '/products', 'get', 'responses', '200', 'content', 'application/json', 'schema', 'items', 'required'],
      ['id', 'price', 'variants'],
    );
  });

  it('is the same text each time, and ends its last line', () => {
    expect(documentText(description)).toBe(documentText(description));
    expect(documentText(description)).toMatch(/[^\n]\n$/);
  });
});
