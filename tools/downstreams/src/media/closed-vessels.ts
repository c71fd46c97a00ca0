import type { Dice } from './dice.ts';
import { lathe, type Profile } from './lathe.ts';
import type { Materials, Product, Stand } from './product.ts';
import { ball } from './shapes.ts';

const straight: Profile = [0, 0.97, 0.06, 1, 0.94, 1, 1, 0.96];

export function bottle({ x, base, scale }: Stand, { main, accent, pale }: Materials, dice: Dice): Product {
  const height = scale * dice.between(0.32, 0.4);
  const radius = scale * dice.between(0.06, 0.085);
  const shoulder = dice.between(0.4, 0.5);
  const neck = dice.between(0.26, 0.4);
  const profile: Profile = [
    0,
    neck,
    shoulder - 0.16,
    neck,
    shoulder - 0.06,
    0.72,
    shoulder + 0.04,
    0.98,
    0.6,
    1,
    0.95,
    1,
    1,
    0.93,
  ];
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
      ...lathe({ x, base: capBase, height: capHeight, radius: radius * neck * 1.18, profile: straight, ramp: accent }),
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
