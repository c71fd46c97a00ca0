import { imageUrls, imageWidths, type ProductImage } from '@product-bffs/downstream';
import type { Image } from './contract.ts';

/** The width of `src`, for a browser that does not read srcset. */
const SRC_WIDTH = 1280;

export function presentImage(image: ProductImage, mediaBaseUrl: string): Image {
  const urlIn = imageUrls(image, mediaBaseUrl);
  return {
    src: urlIn(SRC_WIDTH),
    srcset: imageWidths.map((width) => `${urlIn(width)} ${width}w`).join(', '),
    alt: image.alt,
    width: image.width,
    height: image.height,
  };
}
