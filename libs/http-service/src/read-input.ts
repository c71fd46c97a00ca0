import type { Request } from 'express';
import type { z } from 'zod';
import { Problem, type InputFault } from './problem.ts';

interface InputSchemas<P extends z.ZodType, Q extends z.ZodType> {
  params: P;
  query: Q;
}

/**
 * A request's path parameters and query, parsed.
 * @throws Problem 400 that names everything wrong in either
 */
export function readInput<P extends z.ZodType, Q extends z.ZodType>(
  req: Request,
  schemas: InputSchemas<P, Q>,
): { params: z.output<P>; query: z.output<Q> } {
  const params = schemas.params.safeParse(req.params);
  const query = schemas.query.safeParse({ ...req.query });
  if (params.success && query.success) return { params: params.data, query: query.data };
  const errors = [...faultsOf('path', params.error), ...faultsOf('query', query.error)];
  throw invalidRequest(errors);
}

/** A 400 whose detail says in words what its errors list. */
export function invalidRequest(errors: InputFault[]): Problem {
  const detail = errors.map((fault) => `${fault.in} ${fault.name}: ${fault.detail}`).join('; ');
  return new Problem('invalid-request', { detail, errors });
}

function faultsOf(place: InputFault['in'], error: z.ZodError | undefined): InputFault[] {
  return (error?.issues ?? []).flatMap((issue): InputFault[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        in: place,
        name: printable(key),
        code: 'unknown_parameter',
        detail: 'There is no such parameter',
      }));
    }
    const name = issue.path.length === 0 ? place : String(issue.path[0]);
    return [{ in: place, name, code: issue.code, detail: issue.message }];
  });
}

/** A name that a client made up, fit to be shown. */
function printable(name: string): string {
  return name.slice(0, 64).replace(/[^\x20-\x7e]/g, '?');
}
