import { imageUrl, imageWidths, type ProductImage } from '@product-bffs/downstream';
import type { Image } from './contract.ts';

/** The width of `src`, for a browser that does not read srcset. */
const SRC_WIDTH = 1280;

export function presentImage(image: ProductImage, mediaBaseUrl: string): Image {
  return {
    src: imageUrl(image, SRC_WIDTH, mediaBaseUrl),
    srcset: imageWidths.map((width) => `${imageUrl(image, width, mediaBaseUrl)} ${width}w`).join(', '),
    alt: image.alt,
    width: image.width,
    height: image.height,
  };
}
