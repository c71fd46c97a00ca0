import { describe, expect, it } from '@jest/globals';
import type { ZodOpenApiObject } from 'zod-openapi';
import { checkNeeds, type RouteWithNeed } from './check-needs.ts';

const anonymous = { name: 'anonymous', security: [{}] };
const reader = { name: 'scope products:read', security: [{ bearer: ['products:read'] }] };
const routes = (need: RouteWithNeed['need']): RouteWithNeed[] => [
  { method: 'GET', path: '/products/:productId', need },
  { method: 'GET', path: '/openapi.json', need: anonymous },
];

function document(security?: Record<string, string[]>[]): ZodOpenApiObject {
  return {
    openapi: '3.1.0',
    info: { title: 'shop', version: '1' },
    security: [],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    paths: { '/products/{productId}': { get: { responses: {}, ...(security && { security }) } } },
  };
}

describe('checkNeeds', () => {
  it.each([
    ['anonymous routes, said by the document as a whole', anonymous, undefined],
    ['anonymous routes, said by the operation', anonymous, [{}]],
    ['a scope', reader, [{ bearer: ['products:read'] }]],
    ['ways in another order', { name: 'guest or user', security: [{}, { bearer: [] }] }, [{ bearer: [] }, {}]],
  ])('finds nothing where both say the same: %s', (_, need, security) => {
    expect(checkNeeds(routes(need), document(security))).toEqual([]);
  });

  it.each([
    ['a route that says nothing', undefined, [{}], 'says nothing'],
    ['a route that needs more', reader, [{}], 'needs {"bearer":["products:read"]}, documented is {}'],
    ['a route that needs less', anonymous, [{ bearer: [] }], 'needs {}, documented is {"bearer":[]}'],
    ['another scope', reader, [{ bearer: ['changes:read'] }], 'documented is {"bearer":["changes:read"]}'],
    ['a scheme that is not described', { name: 'x', security: [{ basic: [] }] }, [{ basic: [] }], 'scheme basic'],
  ])('names %s', (_, need, security, fault) => {
    expect(checkNeeds(routes(need), document(security))).toEqual([expect.stringContaining(fault)]);
  });

  it('names a route that no document describes', () => {
    const hidden = { method: 'POST', path: '/products', need: anonymous };
    expect(checkNeeds([...routes(anonymous), hidden], document())).toEqual(['POST /products: is not documented']);
  });
});
