import { additive, breaking, type Change } from './change.ts';
import { compareContent, compareValue } from './compare-content.ts';
import { compareNames, compareRest } from './compare-names.ts';
import { objectAt, type JsonObject } from './json.ts';
import { below } from './pointer.ts';

/** Changes of what an operation answers, status by status. */
export function compareResponses(where: string, base: JsonObject, revision: JsonObject): Change[] {
  return compareNames(where, base, revision, {
    gone: (at, status) => [breaking(at, `status ${status} is gone`, 'what comes in its place was not promised')],
    gained: (at, status) => [gainedStatus(at, status)],
    kept: compareResponse,
  });
}

/** A client takes an error that it does not know as the x00 of its class (RFC 9110 §15); a success it has to know. */
function gainedStatus(where: string, status: string): Change {
  const what = `status ${status} is new`;
  return /^[45]/.test(status)
    ? { level: 'noticeable', where, what, why: 'old clients take an unknown error as the x00 of its class' }
    : breaking(where, what, 'old clients do not know what it asks of them');
}

function compareResponse(where: string, base: JsonObject, revision: JsonObject): Change[] {
  return [
    ...compareNames(below(where, 'headers'), objectAt(base, 'headers'), objectAt(revision, 'headers'), {
      gone: (at, name) => [breaking(at, `header ${name} is gone`, 'old clients read it')],
      gained: (at, name) => [additive(at, `header ${name} is new`, 'old clients ignore what they do not know')],
      kept: compareHeader,
    }),
    ...compareContent(below(where, 'content'), objectAt(base, 'content'), objectAt(revision, 'content'), 'response'),
    ...compareRest(where, base, revision, ['headers', 'content']),
  ];
}

function compareHeader(where: string, base: JsonObject, revision: JsonObject): Change[] {
  const [before, after] = [base['required'] === true, revision['required'] === true];
  const obligation = after
    ? additive(where, 'became required', 'promises more than before')
    : breaking(where, 'is no longer required', 'old clients rely on it');
  return [
    ...(before === after ? [] : [obligation]),
    ...compareValue(where, base, revision, 'response'),
    ...compareRest(where, base, revision, ['required', 'schema']),
  ];
}
