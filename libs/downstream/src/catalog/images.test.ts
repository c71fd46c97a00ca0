import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { imageUrls, imageWidthFor, imageWidths } from './images.ts';
import { productSchema } from './wire.ts';

const image = (template: string) => ({ id: 'lamp-1', alt: 'From the front', width: 1920, height: 1440, template });

describe('the width for so many pixels', () => {
  it.each([
    [1, 160],
    [160, 160],
    [161, 320],
    [320.5, 480],
    [960, 960],
    [1281, 1920],
    [1920, 1920],
    [1921, 1920],
    [8000, 1920],
  ])('%d is %d', (pixels, width) => {
    expect(imageWidthFor(pixels)).toBe(width);
  });

  it('is the smallest listed one that covers them, or the largest there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8000 }), (pixels) => {
        const covering = imageWidths.filter((width) => width >= pixels);
        expect(imageWidthFor(pixels)).toBe(covering.length === 0 ? 1920 : Math.min(...covering));
      }),
    );
  });
});

describe('the URL of an image', () => {
  it.each([
    ['/media/x{?w}', 'https://media.example', 'https://media.example/media/x?w=640'],
    ['/media/x{?w}', 'https://media.example/', 'https://media.example/media/x?w=640'],
    ['/media/{id}{?w}', 'https://media.example', 'https://media.example/media/lamp-1?w=640'],
    ['/media/{id}{?w}', 'https://cdn.example/shop/', 'https://cdn.example/shop/media/lamp-1?w=640'],
    ['/media/x?v=2{&w}', 'https://media.example', 'https://media.example/media/x?v=2&w=640'],
    ['/media/{w}/{id}.jpg', 'https://media.example', 'https://media.example/media/640/lamp-1.jpg'],
    ['/media/x', 'https://media.example', 'https://media.example/media/x'],
  ])('of %s under %s is %s', (template, base, url) => {
    expect(imageUrls(image(template), base)(640)).toBe(url);
  });

  it('escapes an id that is no part of a path', () => {
    const { pathname, search } = new URL(
      imageUrls({ ...image('/media/{id}{?w}'), id: '../a?b#c' }, 'https://m.example')(160),
    );
    expect([pathname, search]).toEqual(['/media/..%2Fa%3Fb%23c', '?w=160']);
  });

  it.each(['//evil.example/x{?w}', '/\\evil.example/x{?w}', 'https://evil.example/x{?w}', 'media/x', ''])(
    'is never made of the template %j, which could lead to another host',
    (template) => {
      expect(productSchema.shape.images.element.safeParse(image(template)).success).toBe(false);
    },
  );
});
