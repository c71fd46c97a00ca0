import { gradientRamp } from './colour.ts';
import type { Dice } from './dice.ts';
import { edge, type Layer } from './layer.ts';
import type { Scheme } from './scheme.ts';
import { block, ellipse } from './shapes.ts';

// Called for every pixel: looked up once, which matters where globals are slow (node:vm, and so jest).
const { abs, max, min } = Math;

const frame = { left: 0, top: 0, right: 1, bottom: 0.75 };

/** A wall, lit behind the product at `x`, often with a disc or an arch painted on it, and the table in front of it. */
export function backdrop({ wall, table }: Scheme, x: number, dice: Dice): Layer[] {
  const horizon = dice.between(0.5, 0.56);
  const wallRamp = gradientRamp(
    { ...wall, lightness: wall.lightness - 0.1 },
    { ...wall, lightness: min(0.98, wall.lightness + 0.05) },
  );
  const tableRamp = gradientRamp(
    { ...table, lightness: table.lightness - 0.1 },
    { ...table, lightness: table.lightness + 0.05 },
  );
  const panelRamp = gradientRamp(
    { ...wall, lightness: wall.lightness - 0.16, chroma: wall.chroma * 1.5 },
    { ...wall, lightness: wall.lightness - 0.05, chroma: wall.chroma * 1.3 },
  );
  const panelLight = (_: number, y: number): number => 1 - y / horizon;
  const panel = { x, y: dice.between(0.27, 0.33), radiusX: 0.24, radiusY: 0.24, ramp: panelRamp, light: panelLight };
  const arch = block({
    left: x - 0.2,
    right: x + 0.2,
    top: dice.between(0.07, 0.12),
    bottom: 1.2,
    rounding: 0.2,
    ramp: panelRamp,
    light: panelLight,
  });
  function wallLight(px: number, y: number): number {
    const plain = 0.85 - px * 0.35 - abs(y - 0.2) * 0.5;
    const glow = max(0, 1 - ((px - x) / 0.55) ** 2 - ((y - panel.y) / 0.5) ** 2) ** 2;
    return plain + (1 - plain) * glow * 0.75;
  }
  return [
    { bounds: { ...frame, bottom: horizon }, coverage: () => 1, light: wallLight, ramp: wallRamp, opacity: 1 },
    ...dice.oneOf<Layer[]>([[ellipse(panel)], [{ ...arch, bounds: { ...arch.bounds, bottom: horizon } }], []]),
    {
      bounds: { ...frame, top: horizon },
      coverage: (_, y, pixel) => edge(horizon - y, pixel),
      light: (px, y) => 0.35 + (y - horizon) * 2.2 - (px - 0.5) * 0.35,
      ramp: tableRamp,
      opacity: 1,
    },
  ];
}
