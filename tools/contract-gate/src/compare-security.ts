import { additive, breaking, type Change } from './change.ts';
import { isObject, isSame, listAt, type Json, type JsonObject } from './json.ts';

/** Who was let in has to be let in still: each old way of saying who asks has to be enough for one of the new ways. */
export function compareSecurity(where: string, base: Json[], revision: Json[]): Change[] {
  if (isSame(base, revision)) return [];
  const [before, after] = [base.filter(isObject), revision.filter(isObject)];
  const shut = before.filter((way) => !after.some((other) => isEnough(way, other)));
  return shut.length > 0
    ? shut.map((way) => breaking(where, `${nameOf(way)} is no longer enough`, 'old clients are refused'))
    : [additive(where, 'security asks for less, or takes more', 'what old clients send is still enough')];
}

function isEnough(sent: JsonObject, asked: JsonObject): boolean {
  return Object.keys(asked).every(
    (scheme) => scheme in sent && listAt(asked, scheme).every((scope) => listAt(sent, scheme).includes(scope)),
  );
}

function nameOf(way: JsonObject): string {
  const schemes = Object.keys(way).map((scheme) => [scheme, ...listAt(way, scheme).map(String)].join(' '));
  return schemes.join(' and ') || 'saying nothing';
}
