import type { IncomingMessage, ServerResponse } from 'node:http';

/** A form with a user name and a password is far below that. */
const MAX_FORM_BYTES = 10_000;

export class FormTooLarge extends Error {}

/** Reads it to its end in any case. Rejects with FormTooLarge where it is larger than any that is asked for here. */
export async function readForm(req: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MAX_FORM_BYTES) chunks.push(chunk);
  }
  if (bytes > MAX_FORM_BYTES) throw new FormTooLarge();
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

export function answerHtml(res: ServerResponse, status: number, html: string): void {
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    // No form-action: browsers apply it to the redirect back to the client as well.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
  res.end(html);
}

export function answerJson(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  res.end(JSON.stringify(body));
}

export function answerEmpty(res: ServerResponse, status: number): void {
  res.writeHead(status);
  res.end();
}
