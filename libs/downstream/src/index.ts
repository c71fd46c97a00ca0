export { createCatalogClient, type CatalogClient, type CatalogQuery } from './catalog/catalog-client.ts';
export { imageUrls, imageWidthFor, imageWidths, type ImageWidth, type ProductImage } from './catalog/images.ts';
export type { Product, ProductOverview } from './catalog/wire.ts';
export { connectDownstreams, type Connected, type ConnectOptions } from './connect-downstreams.ts';
export type { DownstreamOptions } from './downstream.ts';
export {
  DownstreamError,
  DownstreamInvalid,
  DownstreamRefused,
  DownstreamSpared,
  DownstreamTimeout,
  DownstreamUnreachable,
} from './errors.ts';
export { idSchema, idsParam, MAX_IDS } from './ids.ts';
export { createInventoryClient, type InventoryClient } from './inventory/inventory-client.ts';
export type { Stock, StockStatus } from './inventory/wire.ts';
export type { BreakerState, CallContext, CallObservation, DownstreamEvents } from './operation.ts';
export { createPricingClient, type PriceQuery, type PricingClient } from './pricing/pricing-client.ts';
export type { Price } from './pricing/wire.ts';
export { isPurchasable } from './purchasable.ts';
export { createRecommendationsClient, type RecommendationsClient } from './recommendations/recommendations-client.ts';
export type { Related } from './recommendations/wire.ts';
export { createReviewsClient, type ReviewPageQuery, type ReviewsClient } from './reviews/reviews-client.ts';
export type { Rating, RatingSummary, Review, ReviewPage } from './reviews/wire.ts';
