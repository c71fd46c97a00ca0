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

/** Stands for the width while a template is expanded; no URL needs to encode it. */
const WIDTH = '__WIDTH__';

/** @returns the URL of the image in each of the listed widths */
export function imageUrls({ id, template }: ProductImage, mediaBaseUrl: string): (width: ImageWidth) => string {
  const url = mediaBaseUrl.replace(/\/$/, '') + parseTemplate(template).expand({ id, w: WIDTH });
  const parts = url.split(WIDTH);
  return (width) => parts.join(String(width));
}
