import { STATUS_CODES } from 'node:http';
import type { z } from 'zod';
import type { Answer } from './answer.ts';

/** An error answer as problem details (RFC 9457), thrown where it is found. */
export class Problem extends Error {
  readonly status: number;
  /** Further members of the problem. */
  readonly members: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    detail: string,
    members: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ) {
    super(detail);
    this.status = status;
    this.members = members;
    this.headers = headers;
  }
}

/** 400 for a body that its schema refuses; detail and `errors` name each field and what is wrong with it. */
export function invalidBody(error: z.ZodError): Problem {
  const errors = error.issues.map(({ path, message }) => ({ name: path.join('.') || 'body', detail: message }));
  return new Problem(400, errors.map(({ name, detail }) => `${name}: ${detail}`).join('; '), { errors });
}

export function problemAnswer({ status, message, members, headers }: Problem): Answer {
  const body = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail: message, ...members };
  return {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: Buffer.from(JSON.stringify(body)),
  };
}
