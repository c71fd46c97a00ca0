import { expect, it } from '@jest/globals';
import { newApp, newRouter, openApiRoute, requestRules } from '@product-bffs/http-service';
import { Router } from 'express';
import { routesOf } from './routes-of.ts';

it('lists every route of an app as OpenAPI writes paths, sorted, and nothing that is none', () => {
  const app = newApp([]);
  app.use(requestRules(app));
  const products = newRouter();
  products.get('/products/:productId', () => undefined);
  products.get('/products', () => undefined);
  products.post('/products', () => undefined);
  app.use(products);
  app.use(openApiRoute({}, (_req, _res, next) => next()));
  app.get('/:version/changes', () => undefined);
  expect(routesOf(app)).toEqual([
    'GET /openapi.json',
    'GET /products',
    'GET /products/{productId}',
    'GET /redoc.standalone.js',
    'GET /reference',
    'GET /{version}/changes',
    'POST /products',
  ]);
});

it('knows the path below which a router hangs', () => {
  const app = newApp([]);
  const lines = Router();
  lines.get('/lines/:line', () => undefined);
  lines.get('/', () => undefined);
  const orders = Router();
  orders.use('/orders/:order', lines);
  app.use('/v1', orders);
  expect(routesOf(app)).toEqual(['GET /v1/orders/{order}', 'GET /v1/orders/{order}/lines/{line}']);
});

it('is empty for an app without routes', () => {
  expect(routesOf(newApp([]))).toEqual([]);
});
