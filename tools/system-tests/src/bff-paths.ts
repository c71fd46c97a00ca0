/** Where each BFF has a product, and a list of products. */

export const webProduct = (id: string, query = '') => `/products/${id}${afterPath(query)}`;

export const webReviews = (id: string, query = '') => `/products/${id}/reviews${afterPath(query)}`;

export const mobileProduct = (id: string, query = '') => `/products/${id}${afterPath(query)}`;

export const mobileList = (ids: readonly string[], query = '') => `/products?ids=${ids.join(',')}${afterIds(query)}`;

export const partnerProduct = (id: string, query = '') => `/2026-10/products/${id}${afterPath(query)}`;

export const partnerList = (ids: readonly string[], query = '') =>
  `/2026-10/products?ids=${ids.join(',')}${afterIds(query)}`;

const afterPath = (query: string) => (query === '' ? '' : `?${query}`);
const afterIds = (query: string) => (query === '' ? '' : `&${query}`);
