import type { Dice } from './dice.ts';
import { lathe, type Profile } from './lathe.ts';
import type { Materials, Product, Stand } from './product.ts';
import { ball } from './shapes.ts';

const straight: Profile = [0, 0.97, 0.06, 1, 0.94, 1, 1, 0.96];

/** Long-necked, square-shouldered, sloping. */
const bottleProfiles: readonly [Profile, ...Profile[]] = [
  [0, 0.3, 0.3, 0.31, 0.42, 0.74, 0.52, 0.98, 0.6, 1, 0.95, 1, 1, 0.93],
  [0, 0.38, 0.18, 0.38, 0.24, 0.8, 0.32, 0.98, 0.4, 1, 0.96, 1, 1, 0.94],
  [0, 0.27, 0.2, 0.27, 0.4, 0.5, 0.56, 0.88, 0.66, 1, 0.95, 0.97, 1, 0.9],
];

export function bottle({ x, base, scale }: Stand, { main, accent, pale }: Materials, dice: Dice): Product {
  const height = scale * dice.between(0.32, 0.4);
  const radius = scale * dice.between(0.06, 0.085);
  const profile = dice.oneOf(bottleProfiles);
  const capHeight = height * dice.between(0.08, 0.16);
  const capBase = base - height + capHeight * 0.7;
  return {
    layers: [
      ...lathe({
        x,
        base,
        height,
        radius,
        profile,
        ramp: main,
        band: { from: 0.6, to: dice.between(0.78, 0.88), ramp: pale },
      }),
      ...lathe({
        x,
        base: capBase,
        height: capHeight,
        radius: radius * (profile[1] ?? 1) * 1.18,
        profile: straight,
        ramp: accent,
      }),
    ],
    footRadius: radius,
  };
}

export function jar({ x, base, scale }: Stand, { main, accent, pale }: Materials, dice: Dice): Product {
  const height = scale * dice.between(0.16, 0.26);
  const radius = scale * dice.between(0.09, 0.12);
  const lidHeight = scale * dice.between(0.025, 0.05);
  const profile: Profile = [0, 0.86, 0.1, 0.97, 0.24, 1, 0.9, 1, 1, 0.9];
  const knob = ball({ x, base: base - height - lidHeight + 0.004 * scale, radius: scale * 0.02, ramp: accent });
  return {
    layers: [
      ...lathe({
        x,
        base,
        height,
        radius,
        profile,
        ramp: main,
        band: { from: dice.between(0.25, 0.35), to: dice.between(0.55, 0.75), ramp: pale },
      }),
      ...lathe({
        x,
        base: base - height + 0.004 * scale,
        height: lidHeight,
        radius: radius * 0.92,
        profile: straight,
        ramp: accent,
      }),
      ...(dice.oneOf([true, false]) ? [knob] : []),
    ],
    footRadius: radius,
  };
}
