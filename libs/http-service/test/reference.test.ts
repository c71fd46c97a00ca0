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

  const asset = await tiny.send(script, { headers: { accept: '*/*' } });
  expect(asset.status).toBe(200);
  expect(asset.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=86400',
    'x-content-type-options': 'nosniff',
  });
  expect(asset.body).toContain('@license MIT');
});
