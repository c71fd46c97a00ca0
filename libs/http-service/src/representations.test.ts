import { describe, expect, it } from '@jest/globals';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { preferredCoding, Representations } from './representations.ts';

const large = { text: 'A lamp that lights a page and leaves the room alone. '.repeat(100) };

describe('the coding of an answer', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br;q=0.8,gzip;q=0.8', 'br'],
    ['br ; q=0.1', 'br'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['identity, br;q=0.5', 'identity'],
    ['identity;q=0.1, br;q=0.5', 'br'],
    ['identity;q=0', 'identity'],
    ['deflate, zstd', 'identity'],
    ['br;q=high', 'identity'],
    ['', 'identity'],
    [';;,q=1', 'identity'],
  ])('is, for %j, %s', (acceptEncoding, coding) => {
    expect(preferredCoding(acceptEncoding)).toBe(coding);
  });
});

describe('the bytes of an answer', () => {
  it('are the same answer in every coding', () => {
    const body = new Representations(large);
    const text = JSON.stringify(large);
    expect(body.bytes('identity').toString()).toBe(text);
    expect(gunzipSync(body.bytes('gzip')).toString()).toBe(text);
    expect(brotliDecompressSync(body.bytes('br')).toString()).toBe(text);
  });

  it('are made once, and take no more memory than they are long', () => {
    const body = new Representations(large);
    for (const coding of ['identity', 'gzip', 'br'] as const) {
      const bytes = body.bytes(coding);
      expect(body.bytes(coding)).toBe(bytes);
      expect(bytes.buffer.byteLength).toBe(bytes.length);
    }
  });

  it('weigh what was made of them so far', () => {
    const body = new Representations(large);
    const sizes = [body.size];
    for (const coding of ['gzip', 'br'] as const) sizes.push((sizes.at(-1) ?? 0) + body.bytes(coding).length);
    expect(sizes[0]).toBe(JSON.stringify(large).length);
    expect(body.size).toBe(sizes.at(-1));
  });

  it('have an ETag for each coding, known before the coding is made', () => {
    const body = new Representations(large);
    const etags = (['identity', 'gzip', 'br'] as const).map((coding) => body.etag(coding));
    expect(new Set(etags).size).toBe(3);
    for (const etag of etags) expect(etag).toMatch(/^"[\w-]+"$/);
    expect(body.size).toBe(JSON.stringify(large).length);
  });

  it.each([
    [1023, false],
    [1024, true],
  ])('of %d bytes are worth compressing: %s', (length, isCompressible) => {
    expect(new Representations('x'.repeat(length - 2)).isCompressible).toBe(isCompressible);
  });
});
