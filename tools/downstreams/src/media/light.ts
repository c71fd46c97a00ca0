// Called for every pixel: looked up once, which matters where globals are slow (node:vm, and so jest).
const { max, sqrt } = Math;

/** Unit vector to the light, which comes from the upper left, in front of the picture. */
const toLight = { x: -0.5, y: -0.45, z: 0.74 };

/** Light on an upright round surface, -1 its left edge, 1 its right. */
export function cylinderLight(across: number): number {
  return surfaceLight(across, 0);
}

/** Light on a round surface at a place given by its normal: diffuse, a soft highlight, and what the table throws back. */
export function surfaceLight(normalX: number, normalY: number): number {
  const normalZ = sqrt(max(0, 1 - normalX * normalX - normalY * normalY));
  const facing = max(0, normalX * toLight.x + normalY * toLight.y + normalZ * toLight.z);
  const bounce = 0.1 * max(0, normalX) ** 3;
  return 0.12 + 0.72 * facing + 0.22 * facing ** 12 + bounce;
}
