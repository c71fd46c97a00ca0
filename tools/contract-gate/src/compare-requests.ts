import { additive, breaking, type Change } from './change.ts';
import { parameterName } from './canonical-document.ts';
import { compareContent, compareValue } from './compare-content.ts';
import { compareNames, compareRest } from './compare-names.ts';
import { isObject, listAt, objectAt, type JsonObject } from './json.ts';
import { below } from './pointer.ts';

/** Changes of what clients send to an operation: parameters and the body. */
export function compareRequests(where: string, base: JsonObject, revision: JsonObject): Change[] {
  return [
    ...compareNames(below(where, 'parameters'), parametersOf(base), parametersOf(revision), {
      gone: (at, name) => [breaking(at, `parameter ${name} is gone`, 'old clients send it, and it does nothing')],
      gained: (at, name, parameter) => [gained(at, `parameter ${name}`, parameter)],
      kept: compareParameter,
    }),
    ...compareBodies(below(where, 'requestBody'), base['requestBody'], revision['requestBody']),
  ];
}

function compareParameter(where: string, base: JsonObject, revision: JsonObject): Change[] {
  return [
    ...compareObligation(where, base, revision),
    ...compareValue(where, base, revision, 'request'),
    ...compareContent(below(where, 'content'), objectAt(base, 'content'), objectAt(revision, 'content'), 'request'),
    ...compareRest(where, base, revision, ['required', 'schema', 'content']),
  ];
}

function compareBodies(where: string, base: unknown, revision: unknown): Change[] {
  const [before, after] = [base as JsonObject | undefined, revision as JsonObject | undefined];
  if (!before && !after) return [];
  if (!after) return [breaking(where, 'the body is gone', 'old clients send it, and it does nothing')];
  if (!before) return [gained(where, 'a body', after)];
  return [
    ...compareObligation(where, before, after),
    ...compareContent(below(where, 'content'), objectAt(before, 'content'), objectAt(after, 'content'), 'request'),
    ...compareRest(where, before, after, ['required', 'content']),
  ];
}

function gained(where: string, what: string, { required }: JsonObject): Change {
  return required === true
    ? breaking(where, `${what} is new and required`, 'old clients do not send it')
    : additive(where, `${what} is new and optional`, 'old clients do not send it');
}

function compareObligation(where: string, base: JsonObject, revision: JsonObject): Change[] {
  const [before, after] = [base['required'] === true, revision['required'] === true];
  if (before === after) return [];
  return after
    ? [breaking(where, 'became required', 'old clients may not send it')]
    : [additive(where, 'is no longer required', 'takes more than before')];
}

function parametersOf(operation: JsonObject): JsonObject {
  const named = listAt(operation, 'parameters').filter(isObject);
  return Object.fromEntries(named.map((parameter) => [parameterName(parameter), parameter]));
}
