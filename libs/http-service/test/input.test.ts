import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { inputReader, invalidRequest } from '../src/index.ts';
import { jsonOf, startTiny } from './tiny.ts';

interface Fault {
  in: string;
  name: string;
  code: string;
  detail: string;
}

const params = z.strictObject({ productId: z.string().regex(/^[a-z-]+$/, 'must be an id') });
const query = z.strictObject({
  limit: z.string().regex(/^\d+$/, 'must be a whole number').transform(Number).default(10),
  currency: z.enum(['GBP', 'EUR']).default('GBP'),
});

const read = inputReader({ params, query });

const reading = () =>
  startTiny((app) => {
    app.get('/products/:productId', (req, res) => {
      res.json(read(req));
    });
  });

const faultsOf = async (path: string) => {
  const answer = await (await reading()).send(path);
  expect([answer.status, answer.headers['content-type']]).toEqual([400, 'application/problem+json']);
  return jsonOf(answer) as { errors: Fault[]; detail: string; code: string };
};

it('is what the schemas make of path and query', async () => {
  const answer = await (await reading()).send('/products/lamp?limit=3');
  expect(jsonOf(answer)).toEqual({ params: { productId: 'lamp' }, query: { limit: 3, currency: 'GBP' } });
});

describe('a request that is not valid', () => {
  it.each<[string, Fault]>([
    ['/products/LAMP', { in: 'path', name: 'productId', code: 'invalid_format', detail: 'must be an id' }],
    [
      '/products/lamp?limit=ten',
      { in: 'query', name: 'limit', code: 'invalid_format', detail: 'must be a whole number' },
    ],
    [
      '/products/lamp?currency=CHF',
      { in: 'query', name: 'currency', code: 'invalid_value', detail: expect.stringContaining('EUR') as never },
    ],
    [
      '/products/lamp?colour=red',
      { in: 'query', name: 'colour', code: 'unknown_parameter', detail: 'There is no such parameter' },
    ],
    [
      '/products/lamp?limit=1&limit=2',
      { in: 'query', name: 'limit', code: 'repeated_parameter', detail: 'must be given once' },
    ],
    [
      '/products/lamp?limit[]=1',
      { in: 'query', name: 'limit[]', code: 'unknown_parameter', detail: 'There is no such parameter' },
    ],
    [
      '/products/lamp?__proto__=1',
      { in: 'query', name: '__proto__', code: 'unknown_parameter', detail: 'There is no such parameter' },
    ],
    [
      '/products/lamp?constructor=1',
      { in: 'query', name: 'constructor', code: 'unknown_parameter', detail: 'There is no such parameter' },
    ],
  ])('%s is told where, what and why', async (path, fault) => {
    const { errors, code, detail } = await faultsOf(path);
    expect(errors).toEqual([fault]);
    expect(code).toBe('invalid-request');
    expect(detail).toBe(`${errors[0]?.in} ${errors[0]?.name}: ${errors[0]?.detail}`);
  });

  it('is told everything at once', async () => {
    const { errors, detail } = await faultsOf('/products/LAMP?limit=ten&currency=CHF&colour=red&size=1');
    const places = errors.map((fault) => `${fault.in} ${fault.name}`);
    expect(places.sort()).toEqual(['path productId', 'query colour', 'query currency', 'query limit', 'query size']);
    for (const place of places) expect(detail).toContain(place);
  });

  it('is not told its own made-up names but in print, and not in full', async () => {
    const name = encodeURIComponent(`\u202e<ü>\n${'x'.repeat(500)}`);
    const { errors } = await faultsOf(`/products/lamp?${name}=1`);
    expect(errors[0]?.name).toBe(`?<?>?${'x'.repeat(59)}`);
  });

  it('is told twenty faults, and how many more there are', async () => {
    const many = Array.from({ length: 50 }, (_, n) => `p${n}=1`).join('&');
    const { errors, detail } = await faultsOf(`/products/lamp?${many}`);
    expect(errors).toHaveLength(20);
    expect(detail).toMatch(/; and 30 more$/);
  });

  it('is told which item of a list is wrong', async () => {
    const items = z.strictObject({
      ids: z
        .string()
        .transform((text) => text.split(','))
        .pipe(z.array(z.string().regex(/^[a-z]+$/, 'must be an id'))),
    });
    const readItems = inputReader({ params: z.object({}), query: items });
    const tiny = await startTiny((app) => {
      app.get('/', (req, res) => {
        res.json(readItems(req));
      });
    });
    expect(jsonOf(await tiny.send('/?ids=a,B,c,D'))).toMatchObject({
      errors: [
        { name: 'ids', detail: 'number 2 must be an id' },
        { name: 'ids', detail: 'number 4 must be an id' },
      ],
    });
  });

  it('is not told its own values', async () => {
    const answer = await (await reading()).send('/products/SECRET-PATH?limit=SECRET-VALUE&currency=SECRET-MONEY');
    expect(answer.body).not.toContain('SECRET');
  });
});

it('of a route can refuse what only it can see', async () => {
  const tiny = await startTiny((app) => {
    app.get('/', () => {
      throw invalidRequest([{ in: 'query', name: 'cursor', code: 'unknown_cursor', detail: 'must be one of ours' }]);
    });
  });
  expect(jsonOf(await tiny.send('/'))).toMatchObject({
    status: 400,
    detail: 'query cursor: must be one of ours',
    errors: [{ in: 'query', name: 'cursor', code: 'unknown_cursor' }],
  });
});
