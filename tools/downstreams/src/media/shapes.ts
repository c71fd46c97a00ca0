import type { Ramp } from './colour.ts';
import { edge, ellipseDistance, length, type Layer } from './layer.ts';
import { surfaceLight } from './light.ts';

// Called for every pixel: looked up once, which matters where globals are slow (node:vm, and so jest).
const { abs, cos, hypot, max, min, sin } = Math;

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
  /** Turned by so many radians around its middle. */
  turn?: number;
}

/** A rectangle with rounded corners. */
export function block({ left, right, top, bottom, rounding, ramp, light, turn = 0 }: Block): Layer {
  const centreX = (left + right) / 2;
  const centreY = (top + bottom) / 2;
  const halfWidth = (right - left) / 2 - rounding;
  const halfHeight = (bottom - top) / 2 - rounding;
  const [cosine, sine] = [cos(turn), sin(turn)];
  const reach = turn === 0 ? undefined : hypot(right - left, bottom - top) / 2;
  return {
    bounds: reach === undefined ? { left, right, top, bottom } : around(centreX, centreY, reach),
    coverage: (x, y, pixel) => {
      const dx = abs((x - centreX) * cosine + (y - centreY) * sine) - halfWidth;
      const dy = abs((y - centreY) * cosine - (x - centreX) * sine) - halfHeight;
      const outside = length(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0);
      return edge(outside - rounding, pixel);
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
  const halfWidth = reach * 0.17;
  const circle = (half * half + halfWidth * halfWidth) / (2 * halfWidth);
  function across(x: number, y: number): number {
    return (x - footX) * cosine + (y - footY) * sine;
  }
  return {
    bounds: around(footX + sine * half, footY - cosine * half, half),
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

function around(x: number, y: number, reach: number): Layer['bounds'] {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}
