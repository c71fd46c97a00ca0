import { backdrop } from './backdrop.ts';
import { bottle, jar } from './closed-vessels.ts';
import type { Ramp } from './colour.ts';
import { createDice } from './dice.ts';
import { books, lamp, speaker } from './furnishings.ts';
import { lathe, tilt } from './lathe.ts';
import type { Layer } from './layer.ts';
import { bowl, mug, plant, vase } from './open-vessels.ts';
import type { Product, Stand } from './product.ts';
import { chooseColours } from './scheme.ts';
import { ball, softPatch } from './shapes.ts';

const mainProducts = [vase, bottle, jar, mug, bowl, lamp, plant, books, speaker] as const;
const companions = [vase, bottle, jar, mug, plant] as const;

/** A product on a table in front of a wall, from back to front; what and in which colours follows from the id alone. */
export function composeStillLife(id: string): Layer[] {
  const dice = createDice(id);
  const scheme = chooseColours(dice);
  const side = dice.oneOf([-1, 1]);
  const accompanied = dice.between(0, 1) < 0.8;
  const raised = dice.between(0, 1) < 0.35;
  const main = {
    x: 0.5 - (accompanied ? side * dice.between(0.06, 0.1) : 0),
    base: 0.635,
    scale: dice.between(1.18, 1.32),
  };
  const layers = backdrop(scheme, main.x, dice);

  if (raised) {
    const plinth = { height: dice.between(0.03, 0.07), radius: dice.between(0.2, 0.24), profile: [0, 1, 1, 1] };
    const stone = { layers: lathe({ ...main, ...plinth, ramp: scheme.plinth }), footRadius: plinth.radius };
    layers.push(...placed(main, stone, scheme.shadow));
    main.base -= plinth.height;
    main.scale *= 0.9;
  }
  if (accompanied) {
    const stand = {
      x: main.x + side * (raised ? dice.between(0.33, 0.36) : dice.between(0.27, 0.31)),
      base: dice.between(0.6, 0.62),
      scale: dice.between(0.6, 0.75),
    };
    layers.push(...placed(stand, dice.oneOf(companions)(stand, scheme.second, dice), scheme.shadow));
  }
  layers.push(...placed(main, dice.oneOf(mainProducts)(main, scheme.first, dice), scheme.shadow));

  const balls = dice.oneOf([0, 1, 2]);
  for (let i = 0; i < balls; i += 1) {
    const radius = dice.between(0.016, 0.034);
    const x = main.x - side * (0.2 + 0.09 * i + dice.between(0, 0.03));
    const base = dice.between(0.685, 0.71);
    const ramp = dice.oneOf([scheme.first.accent, scheme.second.main, scheme.first.pale]);
    layers.push(
      ...placed({ x, base }, { layers: [ball({ x, base, radius, ramp })], footRadius: radius * 0.7 }, scheme.shadow),
    );
  }
  return layers;
}

type Foot = Pick<Stand, 'x' | 'base'>;

function placed(foot: Foot, { layers, footRadius }: Product, shadow: Ramp): Layer[] {
  return [...castShadow(foot, footRadius, shadow), ...layers];
}

/** A dark line of contact and a long soft shadow away from the light. */
function castShadow({ x, base }: Foot, footRadius: number, ramp: Ramp): Layer[] {
  const flat = footRadius * tilt;
  const dark = { ramp, light: () => 0, y: base + flat * 0.6 };
  return [
    softPatch({ ...dark, x: x + footRadius * 1.1, radiusX: footRadius * 2.9, radiusY: flat * 2.6, opacity: 0.42 }),
    softPatch({ ...dark, x: x + footRadius * 0.15, radiusX: footRadius * 1.5, radiusY: flat * 2, opacity: 0.7 }),
  ];
}
