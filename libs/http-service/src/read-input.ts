import type { Request } from 'express';
import type { z } from 'zod';
import { Problem, type InputFault } from './problem.ts';
import { remembering } from './remember.ts';

type Schemas<P, Q> = Readonly<{ params: z.ZodType<P>; query: z.ZodType<Q> }>;
type Input<P, Q> = Readonly<{ params: Readonly<P>; query: Readonly<Q> }>;

/**
 * Reads the path parameters and query of one route's requests. What a URL says is worked out once.
 * @returns a function that throws a Problem 400 which names everything wrong in either
 */
export function inputReader<P, Q>(schemas: Schemas<P, Q>): (req: Request) => Input<P, Q> {
  const remembered = remembering<Input<P, Q>>(5000);
  return (req) => remembered(req.originalUrl, () => readInput(req, schemas));
}

function readInput<P, Q>(req: Request, schemas: Schemas<P, Q>): Input<P, Q> {
  const { single, repeated } = singleValues(req.query);
  const params = schemas.params.safeParse(req.params);
  const query = schemas.query.safeParse(single);
  if (params.success && query.success && repeated.length === 0) return { params: params.data, query: query.data };
  throw invalidRequest([...faultsOf('path', params.error), ...repeated, ...faultsOf('query', query.error)]);
}

/** Each parameter is given once: of one that is repeated the first value is looked at, and it is a fault. */
function singleValues(query: Request['query']): { single: Record<string, unknown>; repeated: InputFault[] } {
  const single: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const repeated: InputFault[] = [];
  for (const [name, value] of Object.entries(query)) {
    single[name] = Array.isArray(value) ? value[0] : value;
    if (Array.isArray(value)) {
      repeated.push({ in: 'query', name: printable(name), code: 'repeated_parameter', detail: 'must be given once' });
    }
  }
  return { single, repeated };
}

/** A problem names so many faults at most: what is wrong with a request may be larger than the request. */
const MAX_ERRORS = 20;

/** A 400 whose detail says in words what its errors list. */
export function invalidRequest(errors: InputFault[]): Problem {
  const named = errors.slice(0, MAX_ERRORS);
  const rest = errors.length - named.length;
  const details = named.map((fault) => `${fault.in} ${fault.name}: ${fault.detail}`);
  const detail = [...details, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
  return new Problem('invalid-request', { detail, errors: named });
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
    const [name = place, index] = issue.path;
    const item = typeof index === 'number' ? `number ${index + 1} ` : '';
    return [{ in: place, name: String(name), code: issue.code, detail: item + issue.message }];
  });
}

/** A name that a client made up, fit to be shown. */
function printable(name: string): string {
  return name.slice(0, 64).replace(/[^\x20-\x7e]/g, '?');
}
