import type { Ramp } from './colour.ts';
import { edge, ellipseDistance, type Layer } from './layer.ts';
import { cylinderLight } from './light.ts';
import { ellipse } from './shapes.ts';

// Called for every pixel: looked up once, which matters where globals are slow (node:vm, and so jest).
const { abs, floor, max, min, sqrt } = Math;

/** The camera looks slightly down: a horizontal circle appears this flat. */
export const tilt = 0.16;
const samples = 256;

/** Pairs of height (0 top, 1 base) and radius, both as shares of the solid's own, from top to base. */
export type Profile = readonly number[];

export interface Lathe {
  x: number;
  base: number;
  height: number;
  radius: number;
  profile: Profile;
  ramp: Ramp;
  /** `open` shows the inside of a vessel. */
  top?: 'open' | 'closed';
  /** A band around the body from one height to the other, shares as in the profile. */
  band?: { from: number; to: number; ramp: Ramp };
}

/** A body of revolution standing on its base. */
export function lathe({ x: centre, base, height, radius, profile, ramp, top = 'closed', band }: Lathe): Layer[] {
  const radii = Float64Array.from({ length: samples + 1 }, (_, i) => radius * radiusAt(profile, i / samples));
  const topY = base - height;
  const baseRadius = radii[samples] ?? radius;
  const topRadius = radii[0] ?? radius;

  function radiusAtY(y: number): number {
    const place = min(1, max(0, (y - topY) / height)) * samples;
    const index = floor(place);
    const here = radii[index] ?? baseRadius;
    return here + ((radii[index + 1] ?? here) - here) * (place - index);
  }

  const steepest = height / samples;
  function bodyCoverage(x: number, y: number, pixel: number): number {
    const dx = abs(x - centre);
    if (y > base) return edge(ellipseDistance(dx, y - base, baseRadius, baseRadius * tilt), pixel);
    const here = radiusAtY(y);
    if (dx > here + 0.05) return 0;
    const slope = (radiusAtY(y + steepest) - here) / steepest;
    return edge((dx - here) / sqrt(1 + slope * slope), pixel) * edge(topY - y, pixel);
  }
  function bodyLight(x: number, y: number): number {
    return cylinderLight((x - centre) / radiusAtY(y)) * (1.04 - (0.16 * (y - topY)) / height);
  }

  const bounds = { left: centre - radius, right: centre + radius, top: topY, bottom: base + baseRadius * tilt };
  const layers: Layer[] = [{ bounds, coverage: bodyCoverage, light: bodyLight, ramp, opacity: 1 }];
  if (band) {
    const from = topY + band.from * height;
    const to = topY + band.to * height;
    layers.push({
      bounds: { ...bounds, top: max(topY, from), bottom: min(bounds.bottom, to + radius * tilt) },
      coverage: (x, y, pixel) => {
        const here = radiusAtY(y);
        const level = y - tilt * sqrt(max(0, here * here - (x - centre) ** 2));
        return bodyCoverage(x, y, pixel) * edge(from - level, pixel) * edge(level - to, pixel);
      },
      light: bodyLight,
      ramp: band.ramp,
      opacity: 1,
    });
  }
  const lid = { x: centre, y: topY, radiusX: topRadius, radiusY: topRadius * tilt };
  layers.push(ellipse({ ...lid, ramp, light: () => 0.93 }));
  if (top === 'open') {
    const rim = rimThickness(topRadius);
    const inside = { ...lid, radiusX: topRadius - rim, radiusY: (topRadius - rim) * tilt * 0.93 };
    layers.push(ellipse({ ...inside, ramp, light: (x) => 0.1 + 0.35 * cylinderLight((centre - x) / topRadius) }));
  }
  return layers;
}

/** What stands in an open vessel: hidden where the near side of the rim is in front of it. */
export function inside({ x: centre, base, height, radius, profile }: Lathe, contents: Layer[]): Layer[] {
  const mouth = radius * (profile[1] ?? 1);
  const inner = mouth - rimThickness(mouth);
  function behindRim(x: number, y: number, pixel: number): number {
    const across = inner * inner - (x - centre) ** 2;
    return across <= 0 ? 1 : edge(y - (base - height + tilt * sqrt(across)), pixel);
  }
  return contents.map((layer) => ({
    ...layer,
    coverage: (x, y, pixel) => layer.coverage(x, y, pixel) * behindRim(x, y, pixel),
  }));
}

function rimThickness(mouth: number): number {
  return min(mouth * 0.12, 0.006);
}

/** Catmull-Rom through the points of the profile. */
function radiusAt(profile: Profile, height: number): number {
  const last = profile.length / 2 - 1;
  let next = 1;
  while (next < last && heightOf(profile, next) < height) next += 1;
  const [before, start, end, after] = [max(0, next - 2), next - 1, next, min(last, next + 1)];
  const span = heightOf(profile, end) - heightOf(profile, start);
  const share = (height - heightOf(profile, start)) / span;
  const [squared, cubed] = [share ** 2, share ** 3];
  const radius =
    (2 * cubed - 3 * squared + 1) * radiusOf(profile, start) +
    (cubed - 2 * squared + share) * slope(profile, before, end) * span +
    (3 * squared - 2 * cubed) * radiusOf(profile, end) +
    (cubed - squared) * slope(profile, start, after) * span;
  return max(0.01, radius);
}

function slope(profile: Profile, from: number, to: number): number {
  return (radiusOf(profile, to) - radiusOf(profile, from)) / (heightOf(profile, to) - heightOf(profile, from));
}

function heightOf(profile: Profile, point: number): number {
  return profile[point * 2] ?? 0;
}

function radiusOf(profile: Profile, point: number): number {
  return profile[point * 2 + 1] ?? 1;
}
