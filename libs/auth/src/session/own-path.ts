/** Printable ASCII without quotes and backslashes, which browsers take for slashes; short enough for a cookie. */
const form = /^\/[\x21\x23-\x5b\x5d-\x7e]{0,299}$/;

/** Whether this is a path of the own site, however a browser reads it: where a sign-in may lead to. */
export function isOwnPath(path: string, publicUrl: string): boolean {
  if (!form.test(path) || path.includes('//')) return false;
  const { origin, pathname } = new URL(path, publicUrl);
  return origin === new URL(publicUrl).origin && !pathname.startsWith('//');
}
