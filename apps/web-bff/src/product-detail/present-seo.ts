import type { Product } from '@product-bffs/downstream';
import { defaultLocale, type Locale } from '@product-bffs/http-service';
import { shorten } from '@product-bffs/presentation';
import type { Image, Seo } from './contract.ts';

/** What search engines show before they cut. */
const TITLE_CHARACTERS = 60;
const DESCRIPTION_CHARACTERS = 160;

interface SeoInput {
  product: Product;
  images: Image[];
  locale: Locale;
  publicUrl: string;
}

export function presentSeo({ product, images, locale, publicUrl }: SeoInput): Omit<Seo, 'jsonLd'> {
  const title = seoTitle(product);
  const description = shorten(product.summary.trim() || product.description[0]?.trim() || product.name, {
    characters: DESCRIPTION_CHARACTERS,
  });
  const canonicalUrl = canonicalUrlOf(product.slug, locale, publicUrl);
  return {
    title,
    description,
    canonicalUrl,
    openGraph: {
      type: 'product',
      title,
      description,
      url: canonicalUrl,
      image: images[0]?.src ?? null,
      locale: locale.replace('-', '_'),
    },
  };
}

/** Name and brand where both fit; the name alone, cut if need be, where they do not. */
function seoTitle({ name, brand }: Product): string {
  const withBrand = shorten(brand ? `${name} | ${brand.name}` : name, { characters: Infinity });
  return withBrand.length <= TITLE_CHARACTERS ? withBrand : shorten(name, { characters: TITLE_CHARACTERS });
}

/** Each language has a page of its own; the default's is without a parameter. A currency is no other page. */
function canonicalUrlOf(slug: string, locale: Locale, publicUrl: string): string {
  const page = `${publicUrl.replace(/\/$/, '')}/products/${encodeURIComponent(slug)}`;
  return locale === defaultLocale ? page : `${page}?locale=${locale}`;
}
