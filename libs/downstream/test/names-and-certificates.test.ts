import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { selfSigned, type SelfSigned } from '@product-bffs/downstreams/self-signed';
import { running, sendJson, serving, type RawServer } from './raw-server.ts';
import { wireProduct } from './wire-samples.ts';

// Each test starts a process of its own.
jest.setTimeout(20_000);

const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a process came to that asked the catalog at this URL; the environment is all it has. */
async function askCatalog(url: string, environment: Record<string, string> = {}): Promise<string> {
  const script = join(import.meta.dirname, 'ask-catalog.ts');
  const child = spawn(process.execPath, [script, url], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  return text(child.stdout);
}

describe('a proxy', () => {
  it('is never used, whatever the environment says', async () => {
    const proxy = await serving((_req, res) => sendJson(res, wireProduct('lamp', { name: 'From the proxy' })));
    const service = await serving((_req, res) => sendJson(res, wireProduct('lamp', { name: 'From the service' })));
    const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'];
    const environment = Object.fromEntries(names.map((name) => [name, proxy.url]));
    expect(await askCatalog(service.url, environment)).toBe('From the service');
    expect(proxy.connections()).toBe(0);
  });
});

describe('a name', () => {
  it('that nobody has is a service that cannot be reached', async () => {
    // Longer than a label may be (RFC 1035 §2.3.4), so that no name server has to be asked.
    const outcome = await askCatalog(`http://${'x'.repeat(64)}.invalid`);
    expect(outcome).toBe('DownstreamUnreachable: catalog.getProduct: no complete answer (ENOTFOUND)');
  });
});

describe('a certificate', () => {
  const nextYear = new Date(Date.now() + 365 * 86_400_000);
  const lastYear = new Date(Date.now() - 365 * 86_400_000);

  async function overTls(certificate: SelfSigned): Promise<RawServer> {
    const requests: IncomingMessage[] = [];
    const server = createServer(certificate, (req, res) => {
      requests.push(req);
      sendJson(res, wireProduct('lamp'));
    });
    const { url, ...raw } = await running(server, requests, 'localhost');
    return { ...raw, url: url.replace('http:', 'https:') };
  }

  const trusting = ({ cert }: SelfSigned) => {
    const file = join(folder, 'trusted.pem');
    writeFileSync(file, cert);
    return { NODE_EXTRA_CA_CERTS: file };
  };

  it('that is valid, trusted and for this name is answered', async () => {
    const certificate = selfSigned('localhost', nextYear);
    const service = await overTls(certificate);
    expect(await askCatalog(service.url, trusting(certificate))).toBe('The lamp');
  });

  it.each([
    ['that nobody trusts', selfSigned('localhost', nextYear), false, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['that has expired', selfSigned('localhost', lastYear), true, 'CERT_HAS_EXPIRED'],
    ['for another name', selfSigned('catalog.example', nextYear), true, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('%s is a service that cannot be reached, and is asked nothing', async (_what, certificate, trusted, code) => {
    const service = await overTls(certificate);
    const outcome = await askCatalog(service.url, trusted ? trusting(certificate) : {});
    expect(outcome).toBe(`DownstreamUnreachable: catalog.getProduct: no complete answer (${code})`);
    expect(service.requests).toEqual([]);
  });

  it('that is not there at all is not done without', async () => {
    const plain = await serving((_req, res) => sendJson(res, wireProduct('lamp')));
    const outcome = await askCatalog(plain.url.replace('http:', 'https:'));
    expect(outcome).toMatch(/^DownstreamUnreachable: /);
    expect(plain.requests).toEqual([]);
  });
});
