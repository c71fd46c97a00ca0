import { expect, it } from '@jest/globals';
import { openApiRoute } from '../src/index.ts';
import { everyone, startTiny } from './tiny.ts';

const serving = () =>
  startTiny((app) => {
    app.use(openApiRoute({ info: { title: 'tiny', version: '7' } }, everyone));
    app.use(openApiRoute({ info: { title: 'older', version: '6' } }, everyone, '/v6/openapi.json'));
  });

const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

it.each([
  ['/reference', 'tiny 7', '/openapi.json', '/redoc.standalone.js'],
  ['/v6/reference', 'older 6', '/v6/openapi.json', '/v6/redoc.standalone.js'],
])('%s shows the document beside it, by a script from here', async (path, title, document, script) => {
  const tiny = await serving();
  const page = await tiny.send(path, { headers: browser });
  expect(page.status).toBe(200);
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'public, max-age=300',
    'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self';/),
  });
  expect(page.body).toContain(`<title>${title}</title>`);
  expect(page.body).toContain(`spec-url="${document}"`);
  expect(page.body).toContain(`src="${script}"`);
  expect(page.body).not.toMatch(/https?:/);

  const alone = await tiny.send(path, { headers: { accept: 'text/html' } });
  expect([alone.status, alone.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);

  const asset = await tiny.send(script, { headers: { accept: '*/*' } });
  expect(asset.status).toBe(200);
  expect(asset.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=86400',
    'x-content-type-options': 'nosniff',
    etag: expect.any(String),
  });
  const small = await tiny.send(script, { headers: { 'accept-encoding': 'br' } });
  expect(Number(small.headers['content-length'])).toBeLessThan(Number(asset.headers['content-length']) / 3);
  expect((await tiny.send(script, { headers: { 'if-none-match': asset.headers.etag ?? '' } })).status).toBe(304);
  expect(asset.body).toContain('@license MIT');
});
