import type { Service, ServiceName, ServiceOptions } from './service.ts';
import { createCatalog } from './services/catalog/catalog-service.ts';
import { createInventory } from './services/inventory/inventory-service.ts';
import { createPricing } from './services/pricing/pricing-service.ts';
import { createRecommendations } from './services/recommendations/recommendations-service.ts';
import { createReviews } from './services/reviews/reviews-service.ts';

const factories: Record<ServiceName, (options: ServiceOptions) => Service> = {
  catalog: createCatalog,
  pricing: createPricing,
  inventory: createInventory,
  reviews: createReviews,
  recommendations: createRecommendations,
};

/** Makes one service and loads its part of the catalogue, and only its part. */
export function createService(name: ServiceName, options: ServiceOptions): Service {
  return factories[name](options);
}
