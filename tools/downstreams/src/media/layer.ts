import type { Ramp } from './colour.ts';
import type { Raster } from './png.ts';

// Called for every pixel: looked up once, which matters where globals are slow (node:vm, and so jest).
const { ceil, floor, max, min, round, sqrt } = Math;

/**
 * One thing to paint over what is there. Coordinates are relative: x 0-1 from the left, y 0-0.75 from the top, so that a
 * picture is drawn anew at every width.
 */
export interface Layer {
  bounds: { left: number; top: number; right: number; bottom: number };
  /** Share of the point that the layer covers, 0-1. `pixel` is the width of a pixel, over which a sharp edge fades. */
  coverage: (x: number, y: number, pixel: number) => number;
  /** 0 shadow, 1 full light: the place in the ramp. */
  light: (x: number, y: number) => number;
  ramp: Ramp;
  /** 0-1 */
  opacity: number;
}

/** Coverage at a signed distance (negative inside) from a sharp edge. */
export function edge(distance: number, pixel: number): number {
  return min(1, max(0, 0.5 - distance / pixel));
}

/** Signed distance to an ellipse around the origin, exact at the edge to first order. */
export function ellipseDistance(dx: number, dy: number, radiusX: number, radiusY: number): number {
  const x = dx / radiusX;
  const y = dy / radiusY;
  const reach = length(x, y);
  const slope = length(x / radiusX, y / radiusY);
  return slope === 0 ? -min(radiusX, radiusY) : ((reach - 1) * reach) / slope;
}

/** Math.hypot without its guard against overflow, which costs ten times as much. */
export function length(x: number, y: number): number {
  return sqrt(x * x + y * y);
}

/** Paints one layer into some rows of the raster, touching only what lies within its bounds. */
export function paint(
  raster: Raster,
  { bounds, coverage, light, ramp, opacity }: Layer,
  rows: { first: number; last: number },
): void {
  const { width, rgb } = raster;
  const pixel = 1 / width;
  const firstColumn = max(0, floor(bounds.left * width) - 1);
  const lastColumn = min(width - 1, ceil(bounds.right * width) + 1);
  const firstRow = max(rows.first, floor(bounds.top * width) - 1);
  const lastRow = min(rows.last, ceil(bounds.bottom * width) + 1);
  for (let row = firstRow; row <= lastRow; row += 1) {
    const y = (row + 0.5) * pixel;
    for (let column = firstColumn; column <= lastColumn; column += 1) {
      const x = (column + 0.5) * pixel;
      const alpha = coverage(x, y, pixel) * opacity;
      if (alpha <= 0) continue;
      const at = (row * width + column) * 3;
      const shade = round(min(1, max(0, light(x, y))) * 255) * 3;
      if (alpha >= 1) {
        rgb[at] = ramp[shade] ?? 0;
        rgb[at + 1] = ramp[shade + 1] ?? 0;
        rgb[at + 2] = ramp[shade + 2] ?? 0;
      } else {
        rgb[at] = mix(rgb[at], ramp[shade], alpha);
        rgb[at + 1] = mix(rgb[at + 1], ramp[shade + 1], alpha);
        rgb[at + 2] = mix(rgb[at + 2], ramp[shade + 2], alpha);
      }
    }
  }
}

function mix(below = 0, above = 0, alpha: number): number {
  return below + (above - below) * alpha + 0.5;
}
