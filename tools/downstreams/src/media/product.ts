import type { Ramp } from './colour.ts';
import type { Layer } from './layer.ts';

/** What a product is made of. */
export interface Materials {
  main: Ramp;
  accent: Ramp;
  pale: Ramp;
  leaf: Ramp;
}

/** Where a product stands: the middle of its foot. */
export interface Stand {
  x: number;
  base: number;
  /** 1 = as large as the picture's main product may be. */
  scale: number;
}

export interface Product {
  layers: Layer[];
  /** Half the width of the foot, which its shadow is made for. */
  footRadius: number;
}
