import type { components, paths } from '@product-bffs/client-types/web';

type ProductDetail = paths['/products/{productId}']['get']['responses']['200']['content']['application/json'];

export function title({ name, seo }: components['schemas']['ProductDetail']): string {
  return `${name}: ${seo.title}`;
}

// @ts-expect-error -- a page has no such thing
export const field: keyof ProductDetail = 'stars';
