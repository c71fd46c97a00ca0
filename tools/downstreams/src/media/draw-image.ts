import { paint } from './layer.ts';
import { encodePng } from './png.ts';
import { composeStillLife } from './still-life.ts';

/** The widths a product image exists in, in pixels. */
export const imageWidths = [160, 320, 480, 640, 960, 1280, 1920] as const;
export type ImageWidth = (typeof imageWidths)[number];

/**
 * A product picture as PNG, `width` pixels wide and three quarters as high. It is drawn anew each time: the id alone decides
 * what it shows, so the same id and width give the same bytes in every process. Takes a few milliseconds at 320 pixels and
 * some 200 at 1920; whoever serves it decides what to keep.
 */
export function drawImage({ id, width }: { id: string; width: ImageWidth }): Buffer {
  const height = (width * 3) / 4;
  const raster = { width, height, rgb: new Uint8Array(width * height * 3) };
  for (const layer of composeStillLife(id)) paint(raster, layer);
  return encodePng(raster);
}
