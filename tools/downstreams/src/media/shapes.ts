import type { Ramp } from './colour.ts';
import { edge, ellipseDistance, length, type Layer } from './layer.ts';
import { surfaceLight } from './light.ts';

// Called for every pixel: looked up once, which matters where globals are slow (node:vm, and so jest).
const { abs, cos, max, min, sin } = Math;

export interface Ellipse {
  x: number;
  y: number;
  radiusX: number;
  radiusY: number;
  ramp: Ramp;
  light: (x: number, y: number) => number;
  opacity?: number;
}

export function ellipse({ x: centreX, y: centreY, radiusX, radiusY, ramp, light, opacity = 1 }: Ellipse): Layer {
  return {
    bounds: { left: centreX - radiusX, right: centreX + radiusX, top: centreY - radiusY, bottom: centreY + radiusY },
    coverage: (x, y, pixel) => edge(ellipseDistance(x - centreX, y - centreY, radiusX, radiusY), pixel),
    light,
    ramp,
    opacity,
  };
}

/** A ball that rests on `base`. */
export function ball({ x, base, radius, ramp }: { x: number; base: number; radius: number; ramp: Ramp }): Layer {
  const y = base - radius;
  return ellipse({
    x,
    y,
    radiusX: radius,
    radiusY: radius,
    ramp,
    light: (px, py) => surfaceLight((px - x) / radius, (py - y) / radius),
  });
}

/** A dark patch with no edge: 1 in the middle, nothing at the radii. */
export function softPatch({ ramp, light, opacity = 1, ...shape }: Ellipse): Layer {
  const { x: centreX, y: centreY, radiusX, radiusY } = shape;
  return {
    ...ellipse({ ...shape, ramp, light, opacity }),
    coverage: (x, y) => {
      const reach = ((x - centreX) / radiusX) ** 2 + ((y - centreY) / radiusY) ** 2;
      return reach >= 1 ? 0 : (1 - reach) ** 2;
    },
  };
}

export interface Block {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Of the corners. */
  rounding: number;
  ramp: Ramp;
  light: (x: number, y: number) => number;
}

/** A rectangle with rounded corners. */
export function block({ left, right, top, bottom, rounding, ramp, light }: Block): Layer {
  const centreX = (left + right) / 2;
  const centreY = (top + bottom) / 2;
  const halfWidth = (right - left) / 2 - rounding;
  const halfHeight = (bottom - top) / 2 - rounding;
  return {
    bounds: { left, right, top, bottom },
    coverage: (x, y, pixel) => {
      const dx = abs(x - centreX) - halfWidth;
      const dy = abs(y - centreY) - halfHeight;
      const distance = length(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - rounding;
      return edge(distance, pixel);
    },
    light,
    ramp,
    opacity: 1,
  };
}

/** A pointed leaf from its foot, `angle` in radians clockwise from straight up: the lens where two circles meet. */
export function leaf(shape: { x: number; y: number; angle: number; length: number; ramp: Ramp }): Layer {
  const { x: footX, y: footY, angle, length: reach, ramp } = shape;
  const [cosine, sine] = [cos(angle), sin(angle)];
  const half = reach / 2;
  const [middleX, middleY] = [footX + sine * half, footY - cosine * half];
  const halfWidth = reach * 0.17;
  const circle = (half * half + halfWidth * halfWidth) / (2 * halfWidth);
  function across(x: number, y: number): number {
    return (x - footX) * cosine + (y - footY) * sine;
  }
  return {
    bounds: { left: middleX - half, right: middleX + half, top: middleY - half, bottom: middleY + half },
    coverage: (x, y, pixel) => {
      const along = (x - footX) * sine - (y - footY) * cosine - half;
      return edge(length(along, abs(across(x, y)) + circle - halfWidth) - circle, pixel);
    },
    light: (x, y) => {
      const place = across(x, y) / reach;
      return 0.67 - 0.18 * min(1, max(-1, place * 80)) + place;
    },
    ramp,
    opacity: 1,
  };
}
