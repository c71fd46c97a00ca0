import { isObject, type Json } from './json.ts';

/** A JSON pointer (RFC 6901) to what stands under names, below another pointer. */
export function below(pointer: string, ...names: string[]): string {
  return [pointer, ...names.map((name) => name.replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
}

/** What a reference inside a document (`#/...`) names. Throws where there is nothing, or where it leads outside. */
export function referenced(document: Json, reference: string): Json {
  const [outside, ...names] = decodeURIComponent(reference).split('/');
  let node: Json | undefined = document;
  for (const name of names.map((escaped) => escaped.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    node = isObject(node) ? node[name] : undefined;
  }
  if (outside !== '#' || node === undefined) throw new Error(`${reference} names nothing in the document`);
  return node;
}
