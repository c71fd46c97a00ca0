import { combineSections, sectionState, valueOf, type Section } from '@product-bffs/composition';
import { isPurchasable } from '@product-bffs/downstream';
import { presentReviews } from '../reviews/present-reviews.ts';
import type { ProductDetailSections } from './compose.ts';
import type { ProductDetail, sectionNames } from './contract.ts';
import { presentImage } from './present-image.ts';
import { presentJsonLd } from './present-json-ld.ts';
import { presentAvailability, presentPrice } from './present-price.ts';
import { presentCard, type CardSettings } from './present-related.ts';
import { presentSeo } from './present-seo.ts';

export interface PresentSettings extends CardSettings {
  publicUrl: string;
}

/** Every section by the name that the contract gives it. */
export function namedSections(
  sections: ProductDetailSections,
): Record<(typeof sectionNames)[number], Section<unknown>> {
  const { related } = sections;
  const ofCards = (part: 'price' | 'rating') =>
    related.state === 'missing' ? related : combineSections(related.value.map((card) => card[part]));
  return { ...sections, 'related.price': ofCards('price'), 'related.rating': ofCards('rating') };
}

export function presentProductDetail(sections: ProductDetailSections, settings: PresentSettings): ProductDetail {
  const { locale, currency, mediaBaseUrl, publicUrl } = settings;
  const product = sections.product.value;
  const images = product.images.map((image) => presentImage(image, mediaBaseUrl));
  const price = presentPrice(valueOf(sections.price), currency, locale);
  const availability = presentAvailability(valueOf(sections.availability));
  const reviews = sections.reviews.state === 'missing' ? null : presentReviews(sections.reviews.value);
  const related = valueOf(sections.related)?.map((card) => presentCard(card, settings)) ?? null;
  const seo = presentSeo({ product, images, locale, publicUrl });
  const facts = { images, price, availability, status: product.status, reviews };
  const states = Object.entries(namedSections(sections)).map(([name, section]) => [name, sectionState(section)]);
  return {
    id: product.id,
    sku: product.sku,
    slug: product.slug,
    name: product.name,
    status: product.status,
    brand: product.brand ?? null,
    summary: product.summary,
    description: product.description,
    breadcrumbs: product.categories,
    attributes: product.attributes.map(({ name, value, unit }) => ({ name, value, unit: unit ?? null })),
    variants: product.variants,
    images,
    price,
    availability,
    purchasable: isPurchasable(product.status, price, availability.status),
    reviews,
    related,
    seo: { ...seo, jsonLd: presentJsonLd(product, facts, seo.canonicalUrl) },
    meta: { locale, currency, sections: Object.fromEntries(states) as ProductDetail['meta']['sections'] },
  };
}
