import * as z from 'zod';

/** Every problem these services know (RFC 9457): its code, which ends the type URI, its status and its title. */
export const problems = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'cursor-invalid': { status: 400, title: 'The cursor is not valid' },
  unauthenticated: { status: 401, title: 'Who asks is not known' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  'unknown-version': { status: 404, title: 'There is no such version' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'not-acceptable': { status: 406, title: 'Not acceptable' },
  'request-timeout': { status: 408, title: 'The request took too long to arrive' },
  'version-gone': { status: 410, title: 'The version has ended' },
  'cursor-expired': { status: 410, title: 'The cursor is too old' },
  'content-too-large': { status: 413, title: 'Content too large' },
  'unsupported-media-type': { status: 415, title: 'Unsupported media type' },
  'app-version-unsupported': { status: 426, title: 'This version of the app is no longer answered' },
  'quota-exceeded': { status: 429, title: 'The quota is used up' },
  'header-fields-too-large': { status: 431, title: 'Request header fields too large' },
  'internal-error': { status: 500, title: 'Internal error' },
  'invalid-downstream-answer': { status: 502, title: 'A service gave an answer that makes no sense' },
  'version-brownout': { status: 503, title: 'The version is not answered for a while, as a rehearsal of its end' },
  'service-unavailable': { status: 503, title: 'A service is unavailable' },
  'deadline-exceeded': { status: 504, title: 'The time for the answer was up' },
} as const;

export type ProblemCode = keyof typeof problems;

const inputFaultSchema = z.strictObject({
  in: z.enum(['path', 'query', 'header', 'body']),
  name: z.string(),
  code: z.string(),
  detail: z.string(),
});

/** One thing that is wrong with a request, and where. */
export type InputFault = z.infer<typeof inputFaultSchema>;

interface ProblemOptions {
  /** What happened this time; for the reader, without internals. */
  detail: string;
  errors?: InputFault[];
  /** What the status demands beside the body: Allow, Retry-After. */
  headers?: Record<string, string>;
  /** How long a cache may keep it, in seconds; absent = no-store. */
  maxAgeS?: number;
}

/** Thrown anywhere in a request, it becomes the answer. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly given: Readonly<ProblemOptions>;

  constructor(code: ProblemCode, given: Readonly<ProblemOptions>) {
    super(given.detail);
    this.code = code;
    this.given = given;
  }

  get status(): number {
    return problems[this.code].status;
  }
}

export const problemSchema = z
  .strictObject({
    type: z.url().meta({ description: 'What kind of problem: <PROBLEM_BASE_URL>/<code>' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
    requestId: z.string().meta({ description: 'Quote it when you report the problem' }),
    errors: z
      .array(inputFaultSchema)
      .optional()
      .meta({ description: 'Of a 400: every thing that is wrong, and where' }),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457)' });

export type ProblemBody = z.infer<typeof problemSchema>;

/** The body of a problem's answer. */
export function problemBody(problem: Problem, baseUrl: string, requestId: string): ProblemBody {
  const { code, status } = problem;
  const { detail, errors } = problem.given;
  const { title } = problems[code];
  return { type: problemType(baseUrl, code), title, status, detail, code, requestId, ...(errors && { errors }) };
}

/** The type URI of a problem. */
export function problemType(baseUrl: string, code: ProblemCode): string {
  return `${baseUrl.replace(/\/$/, '')}/${code}`;
}
