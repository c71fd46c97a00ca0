/** What a PUT makes of a document: fields it does not name stay, null takes away a field that the document can be without. */
export function mergeFields<Doc extends object>(doc: Doc, write: { [Field in keyof Doc]?: Doc[Field] | null }): Doc {
  const fields = Object.entries({ ...doc, ...write }).filter(([, value]) => value !== null);
  return Object.fromEntries(fields) as Doc;
}
