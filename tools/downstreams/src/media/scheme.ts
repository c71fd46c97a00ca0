import { gradientRamp, materialRamp, type Colour, type Ramp } from './colour.ts';
import type { Dice } from './dice.ts';
import type { Materials } from './product.ts';

export interface Scheme {
  wall: Colour;
  table: Colour;
  plinth: Ramp;
  shadow: Ramp;
  first: Materials;
  second: Materials;
}

/** A quiet backdrop of one hue, a product that stands out from it, and one accent. */
export function chooseColours(dice: Dice): Scheme {
  const hue = dice.between(0, 360);
  const wall = { lightness: dice.between(0.8, 0.92), chroma: dice.between(0.02, 0.06), hue };
  const table = {
    lightness: dice.between(0.7, 0.86),
    chroma: dice.between(0.025, 0.06),
    hue: hue + dice.between(-50, 50),
  };
  const mainHue = hue + dice.oneOf([25, 120, 155, 180, 205, 240]) + dice.between(-15, 15);
  const accentHue = mainHue + dice.oneOf([35, 60, 150, 180]);
  const tone: Colour = { lightness: dice.between(0.42, 0.68), chroma: dice.between(0.07, 0.14), hue: mainHue };
  const accent: Colour = { lightness: dice.between(0.55, 0.78), chroma: dice.between(0.08, 0.14), hue: accentHue };
  const pale = materialRamp({ lightness: 0.88, chroma: 0.025, hue: accentHue });
  const leaf = materialRamp({
    lightness: dice.between(0.48, 0.62),
    chroma: dice.between(0.06, 0.1),
    hue: dice.between(125, 165),
  });
  return {
    wall,
    table,
    plinth: materialRamp({ ...table, lightness: 0.86 }),
    shadow: gradientRamp({ ...table, lightness: 0.22 }, { ...table, lightness: 0.22 }),
    first: { main: materialRamp(tone), accent: materialRamp(accent), pale, leaf },
    second: {
      main: materialRamp({ ...accent, lightness: accent.lightness - 0.04 }),
      accent: materialRamp({ ...tone, lightness: 0.5 }),
      pale,
      leaf,
    },
  };
}
