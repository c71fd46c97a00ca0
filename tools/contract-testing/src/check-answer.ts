import { problemResponse } from '@product-bffs/http-service';
import * as z from 'zod';
import type { ZodOpenApiObject, ZodOpenApiResponseObject } from 'zod-openapi';

/** One answer as it came over the wire. */
export interface Answer {
  method: string;
  path: string;
  status: number;
  headers: Record<string, string>;
  bytes: Buffer;
}

/** Every answer of Node's HTTP server has these; they are the transport's, not the contract's. */
const transportHeaders = new Set([
  ...['connection', 'content-length', 'content-type', 'date', 'keep-alive', 'allow'],
  'transfer-encoding',
]);

/** Answers to requests that no operation describes. */
const refusals: Record<number, ZodOpenApiResponseObject> = {
  400: problemResponse('invalid-request'),
  404: problemResponse('not-found'),
  405: problemResponse('method-not-allowed'),
  406: problemResponse('not-acceptable'),
  410: problemResponse('version-gone'),
  413: problemResponse('content-too-large'),
  415: problemResponse('unsupported-media-type'),
  503: problemResponse('service-unavailable'),
};

/**
 * @param ofRefusals headers that an answer to what no operation describes may have beside those of any
 * @throws Error that says how the answer differs from what the contract promises
 */
export function checkAnswer(answer: Answer, contract: ZodOpenApiObject, ofRefusals: z.ZodRawShape = {}): void {
  const named = `${answer.method} ${answer.path} -> ${answer.status}`;
  if (answer.path.endsWith('/openapi.json') && answer.status < 400) return;
  const documented = documentedResponse(answer, contract, ofRefusals);
  if (documented === undefined) throw new Error(`${named}: the contract does not document this status`);
  const faults = [...headerFaults(answer, documented), ...bodyFaults(answer, documented)];
  if (faults.length > 0) throw new Error(`${named}:\n${faults.join('\n')}\n${answer.bytes.toString().slice(0, 2000)}`);
}

function documentedResponse(
  { method, path, status }: Answer,
  { paths = {} }: ZodOpenApiObject,
  ofRefusals: z.ZodRawShape,
): ZodOpenApiResponseObject | undefined {
  const [pathname = ''] = path.split('?', 1);
  const template = Object.keys(paths).find((candidate) => matches(candidate, pathname));
  const operation = template === undefined ? undefined : paths[template]?.get;
  if (operation === undefined || !['GET', 'HEAD'].includes(method)) {
    const refusal = refusals[status];
    return refusal && { ...refusal, headers: (refusal.headers as z.ZodObject).extend(ofRefusals) };
  }
  return operation.responses[`${status as 200}`] as ZodOpenApiResponseObject | undefined;
}

/** Whether a path fits a template such as /products/{productId}. */
function matches(template: string, path: string): boolean {
  const parts = template.split('/');
  const given = path.split('/');
  return parts.length === given.length && parts.every((part, n) => part.startsWith('{') || part === given[n]);
}

function headerFaults({ headers, status }: Answer, response: ZodOpenApiResponseObject): string[] {
  const documented = response.headers as z.ZodObject;
  const present = Object.entries(headers).filter(([name]) => !transportHeaders.has(name));
  const parsed = z.strictObject(documented.shape).safeParse(Object.fromEntries(present));
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `header ${issue.path.join('.')}: ${issue.message}`);
  if ((status === 405) !== 'allow' in headers) faults.push('header allow: goes with 405 and with nothing else');
  return faults;
}

function bodyFaults({ method, status, headers, bytes }: Answer, { content }: ZodOpenApiResponseObject): string[] {
  if (method === 'HEAD' || status === 304) return bytes.length === 0 ? [] : ['a body where there is to be none'];
  const types = Object.keys(content ?? {});
  const type = types.find((one) => one === headers['content-type']?.split(';', 1)[0]) ?? types[0] ?? '';
  const schema = content?.[type]?.schema as z.ZodType | undefined;
  if (schema === undefined) return ['the contract documents no body'];
  if (headers['content-type']?.split(';', 1)[0] !== type) return [`content-type: is not ${type}`];
  const isDecoded = headers['content-encoding'] !== undefined;
  if (type === 'application/x-ndjson') return lineFaults(bytes.toString('utf8'), schema);
  if (!isDecoded && Number(headers['content-length']) !== bytes.length) {
    return ['content-length: is not the length of the body'];
  }
  const parsed = schema.safeParse(JSON.parse(bytes.toString('utf8')));
  return parsed.success ? [] : parsed.error.issues.map((issue) => `body ${issue.path.join('.')}: ${issue.message}`);
}

/** Every line has an end, and is what a line may be. */
function lineFaults(text: string, schema: z.ZodType): string[] {
  const lines = text.split('\n');
  const end = lines.pop() === '' ? [] : ['body: the last line has no end'];
  return [
    ...end,
    ...lines.flatMap((line, n) => (schema.safeParse(JSON.parse(line)).success ? [] : [`body: line ${n + 1}`])),
  ];
}
