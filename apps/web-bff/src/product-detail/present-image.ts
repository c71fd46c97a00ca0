import { imageUrls, imageWidths, type ImageWidth, type ProductImage } from '@product-bffs/downstream';
import type { Image } from './contract.ts';

/** The width of `src`, for a browser that does not read srcset. */
const SRC_WIDTH = 1280;

export function presentImage(image: ProductImage, mediaBaseUrl: string): Image {
  const urlIn = imageUrls(image, mediaBaseUrl);
  const { alt, width, height } = image;
  return { src: urlIn(SRC_WIDTH), srcset: srcset(urlIn), alt, width, height };
}

function srcset(urlIn: (width: ImageWidth) => string): string {
  let set = '';
  for (const width of imageWidths) set += `${set === '' ? '' : ', '}${urlIn(width)} ${width}w`;
  return set;
}
