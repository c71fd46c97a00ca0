/** A whole HTTP answer before it is sent, so that a fault can still shape how that happens. */
export interface Answer {
  status: number;
  /** Lower-case names; Content-Length follows from the body. */
  headers: Record<string, string>;
  body: Buffer;
}

export function jsonAnswer(value: unknown): Answer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(value)) };
}

/** 204 */
export function emptyAnswer(): Answer {
  return { status: 204, headers: {}, body: Buffer.alloc(0) };
}
