/** OKLCH (CSS Color 4 §9): lightness 0-1, chroma 0 (grey) to about 0.3, hue in degrees. */
export interface Colour {
  lightness: number;
  chroma: number;
  hue: number;
}

/** 256 sRGB triplets, from the colour in shadow to the colour in full light. */
export type Ramp = Uint8Array;

/** How far shadow and light reach from a material's own lightness. */
interface Relief {
  shadow: number;
  highlight: number;
}

const matt: Relief = { shadow: 0.3, highlight: 0.12 };

/** What a surface of one colour looks like from shadow to light: shadows drift to blue, highlights lose chroma. */
export function materialRamp({ lightness, chroma, hue }: Colour, { shadow, highlight }: Relief = matt): Ramp {
  return gradientRamp(
    { lightness: Math.max(0.08, lightness - shadow), chroma: chroma * 0.9, hue: hue + 12 * Math.sign(240 - hue) },
    { lightness: Math.min(0.99, lightness + highlight), chroma: chroma * 0.75, hue },
  );
}

export function gradientRamp(from: Colour, to: Colour): Ramp {
  const ramp = new Uint8Array(256 * 3);
  for (let step = 0; step < 256; step += 1) {
    const share = step / 255;
    const colour = {
      lightness: from.lightness + (to.lightness - from.lightness) * share,
      chroma: from.chroma + (to.chroma - from.chroma) * share,
      hue: from.hue + (to.hue - from.hue) * share,
    };
    ramp.set(toSrgb(colour), step * 3);
  }
  return ramp;
}

/** Björn Ottosson's OKLab matrices; what lies outside sRGB is clipped. */
function toSrgb({ lightness, chroma, hue }: Colour): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gammaEncode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gammaEncode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gammaEncode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function gammaEncode(linear: number): number {
  const clipped = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055));
}
