import type { Ramp } from './colour.ts';
import type { Dice } from './dice.ts';
import { lathe, type Profile } from './lathe.ts';
import type { Layer } from './layer.ts';
import type { Materials, Product, Stand } from './product.ts';
import { ball, block, ellipse } from './shapes.ts';

export function lamp({ x, base, scale }: Stand, { main, accent, pale }: Materials, dice: Dice): Product {
  const height = scale * dice.between(0.2, 0.26);
  const radius = scale * dice.between(0.05, 0.08);
  const shade = { height: scale * dice.between(0.12, 0.16), radius: scale * dice.between(0.12, 0.15) };
  const crown = dice.between(0.45, 0.8);
  const profile = dice.oneOf<Profile>([
    [0, 0.14, 0.6, 0.14, 0.86, 0.2, 0.93, 0.9, 1, 1],
    [0, 0.2, 0.2, 0.2, 0.45, 0.85, 0.65, 1, 0.9, 0.8, 1, 0.7],
    [0, 0.2, 0.25, 0.5, 0.5, 0.25, 0.75, 0.9, 1, 0.7],
  ]);
  const shadeBase = base - height + scale * 0.03;
  return {
    layers: [
      ...lathe({ x, base, height, radius, profile, ramp: main }),
      ...lathe({
        x,
        base: shadeBase,
        ...shade,
        profile: [0, crown, 1, 1],
        ramp: dice.oneOf([pale, accent]),
        top: 'open',
      }),
    ],
    footRadius: radius,
  };
}

/** Lying in a stack, spines to the front, with a ball on top. */
export function books({ x, base, scale }: Stand, { main, accent, pale, leaf: green }: Materials, dice: Dice): Product {
  const layers: Layer[] = [];
  const widest = scale * dice.between(0.15, 0.18);
  let bottom = base + 0.012 * scale;
  for (const [i, ramp] of [main, accent, green].slice(0, dice.oneOf([2, 3, 3])).entries()) {
    const half = widest * (1 - 0.07 * i - dice.between(0, 0.06));
    const middle = x + dice.between(-0.01, 0.01);
    const top = bottom - scale * dice.between(0.036, 0.06);
    const floor = bottom;
    const light = (px: number, py: number): number =>
      0.74 - (px - x) * 0.9 - 0.5 * ((2 * py - top - floor) / (floor - top)) ** 2 * 0.3;
    layers.push(
      block({ left: middle - half, right: middle + half, top, bottom, rounding: 0.005 * scale, ramp, light }),
    );
    for (const place of [-0.78, -0.7, 0.74]) {
      const stripe = { left: middle + half * place, right: middle + half * (place + 0.035) };
      layers.push(block({ ...stripe, top, bottom, rounding: 0, ramp: pale, light }));
    }
    bottom = top;
  }
  const radius = scale * dice.between(0.04, 0.06);
  layers.push(
    ball({ x: x + dice.between(-0.05, 0.05), base: bottom + 0.002, radius, ramp: dice.oneOf([pale, accent]) }),
  );
  return { layers, footRadius: widest * 0.8 };
}

export function speaker({ x, base, scale }: Stand, { main, accent, pale }: Materials, dice: Dice): Product {
  const halfWidth = scale * dice.between(0.085, 0.12);
  const top = base - scale * dice.between(0.28, 0.34);
  const cone = halfWidth * dice.between(0.6, 0.75);
  const rounding = scale * dice.between(0.008, 0.035);
  const low = base - cone - (halfWidth - cone) * 1.1;
  const high = (top + low - cone) / 2;
  const face = { left: x - halfWidth, right: x + halfWidth, top, bottom: base + 0.008 * scale, rounding };
  const depth = scale * 0.014;
  function disc(y: number, radius: number, ramp: Ramp, light: number): Layer {
    const tone = (px: number, py: number): number => light + ((px - x) * 0.35 + (py - y) * 0.35) / radius;
    return ellipse({ x, y, radiusX: radius, radiusY: radius, ramp, light: tone });
  }
  return {
    layers: [
      block({ ...face, left: face.left + depth, right: face.right + depth, ramp: main, light: () => 0.12 }),
      block({ ...face, ramp: main, light: (px, py) => 0.78 - (px - x) * 0.9 - (py - top) * 0.5 }),
      disc(low, cone, accent, 0.3),
      disc(low, cone * 0.86, accent, 0.55),
      disc(low, cone * 0.3, pale, 0.7),
      disc(high, cone * 0.42, accent, 0.3),
      disc(high, cone * 0.2, pale, 0.7),
    ],
    footRadius: halfWidth,
  };
}
