/** @returns the origin that the text is, with or without a slash at the end; undefined where it is anything else */
export function httpOrigin(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return undefined;
  return [url.origin, `${url.origin}/`].includes(text) ? url.origin : undefined;
}
