import { additive, breaking, type Change } from './change.ts';
import { methods } from './canonical-document.ts';
import { compareNames, compareRest } from './compare-names.ts';
import { compareRequests } from './compare-requests.ts';
import { compareResponses } from './compare-responses.ts';
import { compareSecurity } from './compare-security.ts';
import { isSame, listAt, objectAt, type JsonObject } from './json.ts';
import { below } from './pointer.ts';

/**
 * Every change between two documents in canonical spelling, judged by our rules alone. What no rule knows is breaking, so
 * a keyword that nobody thought of cannot slip through.
 */
export function compareDocuments(base: JsonObject, revision: JsonObject): Change[] {
  return [
    ...compareNames('/paths', objectAt(base, 'paths'), objectAt(revision, 'paths'), {
      gone: (where, path) => [breaking(where, `path ${path} is gone`, 'old clients call it')],
      gained: (where, path) => [additive(where, `path ${path} is new`, 'old clients do not call it')],
      kept: comparePaths,
    }),
    ...compareNames('/components/securitySchemes', schemesOf(base), schemesOf(revision), {
      gone: (where, name) => [breaking(where, `security scheme ${name} is gone`, 'old clients use it')],
      gained: (where, name) => [additive(where, `security scheme ${name} is new`, 'old clients do not use it')],
      kept: (where, before, after) => compareRest(where, before, after, []),
    }),
    ...compareRest('/components', objectAt(base, 'components'), objectAt(revision, 'components'), [
      'securitySchemes',
      // Only those that hold themselves are left here: their changes were seen where they are used.
      'schemas',
    ]),
    ...compareRest('', base, revision, ['paths', 'components']),
  ];
}

function comparePaths(path: string, base: JsonObject, revision: JsonObject): Change[] {
  const only = (item: JsonObject) =>
    Object.fromEntries(Object.entries(item).filter(([name]) => methods.includes(name)));
  return [
    ...compareNames(path, only(base), only(revision), {
      gone: (where, method) => [breaking(where, `method ${method} is gone`, 'old clients call it')],
      gained: (where, method) => [additive(where, `method ${method} is new`, 'old clients do not call it')],
      kept: compareOperations,
    }),
    ...compareRest(path, base, revision, methods),
  ];
}

function compareOperations(where: string, base: JsonObject, revision: JsonObject): Change[] {
  return [
    ...compareRequests(where, base, revision),
    ...compareResponses(below(where, 'responses'), objectAt(base, 'responses'), objectAt(revision, 'responses')),
    ...compareSecurity(below(where, 'security'), listAt(base, 'security'), listAt(revision, 'security')),
    ...compareServers(where, base, revision),
    ...compareRest(where, base, revision, ['parameters', 'requestBody', 'responses', 'security', 'servers']),
  ];
}

function compareServers(where: string, base: JsonObject, revision: JsonObject): Change[] {
  const [before, after] = [listAt(base, 'servers'), listAt(revision, 'servers')];
  if (isSame(before, after)) return [];
  const at = below(where, 'servers');
  return before.every((server) => after.some((other) => isSame(server, other)))
    ? [additive(at, 'a server is new', 'old clients do not call it')]
    : [breaking(at, 'a server is gone', 'old clients call it')];
}

function schemesOf(document: JsonObject): JsonObject {
  return objectAt(objectAt(document, 'components'), 'securitySchemes');
}
