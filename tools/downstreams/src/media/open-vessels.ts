import type { Dice } from './dice.ts';
import { inside, lathe, type Profile } from './lathe.ts';
import { edge, ellipseDistance, type Layer } from './layer.ts';
import type { Materials, Product, Stand } from './product.ts';
import { ball, ellipse, leaf } from './shapes.ts';

const vaseProfiles: readonly [Profile, ...Profile[]] = [
  [0, 0.42, 0.05, 0.36, 0.2, 0.3, 0.42, 0.72, 0.64, 1, 0.85, 0.86, 1, 0.55],
  [0, 0.5, 0.12, 0.4, 0.3, 0.82, 0.46, 1, 0.75, 0.72, 1, 0.46],
  [0, 0.34, 0.3, 0.28, 0.52, 0.5, 0.78, 1, 0.94, 0.9, 1, 0.75],
  [0, 1, 0.16, 0.8, 0.4, 0.62, 0.7, 0.78, 0.9, 0.74, 1, 0.6],
];

export function vase({ x, base, scale }: Stand, { main, accent, leaf: green }: Materials, dice: Dice): Product {
  const from = dice.between(0.5, 0.62);
  const band = { from, to: from + dice.between(0.04, 0.2), ramp: accent };
  const body = {
    x,
    base,
    height: scale * dice.between(0.24, 0.33),
    radius: scale * dice.between(0.085, 0.12),
    profile: dice.oneOf(vaseProfiles),
    ramp: main,
    top: 'open',
  } as const;
  const leaves: Layer[] = [];
  const count = dice.oneOf([0, 3, 5]);
  for (let i = 0; i < count; i += 1) {
    const angle = ((i - (count - 1) / 2) / count) * 1.5 + dice.between(-0.12, 0.12);
    const y = base - body.height + 0.02 * scale;
    leaves.push(leaf({ x, y, angle, length: scale * dice.between(0.15, 0.21), ramp: green }));
  }
  return {
    layers: [...lathe(dice.oneOf([true, false]) ? { ...body, band } : body), ...inside(body, leaves)],
    footRadius: body.radius * 0.6,
  };
}

export function mug({ x, base, scale }: Stand, { main, accent }: Materials, dice: Dice): Product {
  const height = scale * dice.between(0.16, 0.2);
  const radius = scale * dice.between(0.085, 0.105);
  const side = dice.oneOf([1, -1]);
  const ring = { x: x + side * radius * 0.98, y: base - height * 0.52, radiusX: radius * 0.52, radiusY: height * 0.33 };
  const handle = ellipse({ ...ring, ramp: main, light: (px, py) => 0.62 - (px - ring.x) * 2.2 - (py - ring.y) * 2.2 });
  const thickness = 0.024 * scale;
  const profile: Profile = [0, 1, 0.3, 0.98, 0.75, 0.9, 0.93, 0.82, 1, 0.7];
  return {
    layers: [
      {
        ...handle,
        coverage: (px, py, pixel) => {
          const toHole = ellipseDistance(px - ring.x, py - ring.y, ring.radiusX - thickness, ring.radiusY - thickness);
          return handle.coverage(px, py, pixel) * edge(-toHole, pixel);
        },
      },
      ...lathe({
        x,
        base,
        height,
        radius,
        profile,
        ramp: main,
        top: 'open',
        band: { from: dice.between(0.4, 0.7), to: 1.2, ramp: accent },
      }),
    ],
    footRadius: radius * 0.8,
  };
}

export function bowl({ x, base, scale }: Stand, { main, accent, pale, leaf: green }: Materials, dice: Dice): Product {
  const body = {
    x,
    base,
    height: scale * dice.between(0.1, 0.13),
    radius: scale * dice.between(0.15, 0.19),
    profile: [0, 1, 0.25, 0.95, 0.55, 0.8, 0.82, 0.52, 0.92, 0.42, 1, 0.44],
    ramp: main,
    top: 'open',
  } as const;
  const rim = base - body.height;
  const fruit = [
    { place: -0.48, depth: 0.008, ramp: accent },
    { place: 0.45, depth: 0.01, ramp: green },
    { place: -0.02, depth: 0.024, ramp: pale },
  ].map(({ place, depth, ramp }) =>
    ball({ x: x + place * body.radius, base: rim + depth * scale, radius: scale * dice.between(0.042, 0.058), ramp }),
  );
  return { layers: [...lathe(body), ...inside(body, fruit)], footRadius: body.radius * 0.5 };
}

export function plant({ x, base, scale }: Stand, { main, accent, leaf: green }: Materials, dice: Dice): Product {
  const pot = {
    x,
    base,
    height: scale * dice.between(0.12, 0.16),
    radius: scale * dice.between(0.085, 0.11),
    profile: [0, 1, 0.16, 1, 0.18, 0.92, 1, 0.68],
    ramp: main,
    top: 'open',
    band: { from: -1, to: 0.15, ramp: accent },
  } as const;
  const count = dice.oneOf([5, 7, 9, 11]);
  const spread = dice.between(1.9, 2.5);
  const places = Array.from({ length: count }, (_, i) => (i - (count - 1) / 2) / count);
  const leaves = places
    .sort((one, other) => Math.abs(other) - Math.abs(one))
    .map((place) =>
      leaf({
        x: x + place * pot.radius * 0.6,
        y: base - pot.height + 0.03 * scale,
        angle: place * spread + dice.between(-0.08, 0.08),
        length: scale * (dice.between(0.22, 0.28) - 0.06 * Math.abs(place)),
        ramp: green,
      }),
    );
  return { layers: [...lathe(pot), ...inside(pot, leaves)], footRadius: pot.radius * 0.75 };
}
