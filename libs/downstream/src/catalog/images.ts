import { parseTemplate } from 'url-template';
import type { Product } from './wire.ts';

export type ProductImage = Product['images'][number];

/** The widths that images are to be had in, in pixels, ascending. */
export const imageWidths = [160, 320, 480, 640, 960, 1280, 1920] as const;
export type ImageWidth = (typeof imageWidths)[number];

/** The smallest listed width that covers so many pixels, or the largest there is. */
export function imageWidthFor(pixels: number): ImageWidth {
  return imageWidths.find((width) => width >= pixels) ?? 1920;
}

/** What most templates are: nothing that has to be encoded, and the width at the end. */
const plain = /^[\w./~-]+(?=\{\?w\}$)/;
/** Stands for the width while another template is expanded; no URL needs to encode it. */
const MARK = '__WIDTH__';

/** @returns the URL of the image in each of the listed widths */
export function imageUrls({ id, template }: ProductImage, mediaBaseUrl: string): (width: ImageWidth) => string {
  const base = mediaBaseUrl.endsWith('/') ? mediaBaseUrl.slice(0, -1) : mediaBaseUrl;
  const path = plain.exec(template)?.[0];
  if (path !== undefined) return (width) => `${base}${path}?w=${width}`;
  const parts = (base + parseTemplate(template).expand({ id, w: MARK })).split(MARK);
  return (width) => parts.join(String(width));
}
