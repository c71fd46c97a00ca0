import type { CatalogueEntry } from '../entry.ts';
import { audio } from './audio.ts';
import { bedAndBath } from './bed-and-bath.ts';
import { cycling } from './cycling.ts';
import { garden } from './garden.ts';
import { kitchen } from './kitchen.ts';
import { lighting } from './lighting.ts';
import { outdoors } from './outdoors.ts';
import { pantry } from './pantry.ts';
import { stationery } from './stationery.ts';
import { toysAndGames } from './toys-and-games.ts';

/** The catalogue of an invented shop, by id: the same in every process, with at least one of every kind of product that trips careless code. */
export function seedCatalogue(): CatalogueEntry[] {
  return [
    ...audio,
    ...bedAndBath,
    ...cycling,
    ...garden,
    ...kitchen,
    ...lighting,
    ...outdoors,
    ...pantry,
    ...stationery,
    ...toysAndGames,
  ].sort((one, other) => (one.id < other.id ? -1 : 1));
}
