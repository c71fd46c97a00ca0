import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { demoKey } from '@product-bffs/start';

export interface Answer {
  /** What was asked. */
  url: string;
  status: number;
  headers: IncomingHttpHeaders;
  /** As UTF-8; nothing is compressed, as nothing else was asked for. */
  body: string;
  /** Bytes of the body. */
  bytes: number;
}

export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  /** Sent as JSON; a string as a form. */
  body?: unknown;
}

const keptAlive = new Agent({ keepAlive: true });

/** The partner that is told what a guest of the shop is told. */
const partnerHeaders = { 'x-api-key': demoKey('initech') };

/** The app that is told all there is: what an older one cannot know is told otherwise. The web takes no notice. */
const appHeaders = { 'app-platform': 'ios', 'app-version': '99.0' };

/** What says who asks: of partner-bff that partner, else that app. */
export const headersFor = (url: string) => (url.includes('/2026-10/') ? partnerHeaders : appHeaders);

/** One request over a kept-alive connection, with what says who asks. @throws Error of node:http */
export function ask(url: string, { headers = {}, ...asked }: Asked = {}): Promise<Answer> {
  return askAs(url, { headers: { ...headersFor(url), ...headers }, ...asked });
}

/** One request over a connection that is kept alive, with what is given and nothing else. @throws Error of node:http */
export function askAs(url: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const isForm = typeof body === 'string';
    const contentType = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
    const type = body === undefined ? {} : { 'content-type': contentType };
    const sent = request(url, { method, agent: keptAlive, headers: { ...type, ...headers } }, (answered) => {
      const chunks: Buffer[] = [];
      answered.on('data', (chunk: Buffer) => chunks.push(chunk));
      answered.once('error', reject);
      answered.once('end', () => {
        const whole = Buffer.concat(chunks);
        const { statusCode = 0, headers: answerHeaders } = answered;
        resolve({ url, status: statusCode, headers: answerHeaders, body: whole.toString(), bytes: whole.length });
      });
    });
    sent.once('error', reject);
    sent.end(body === undefined || isForm ? body : JSON.stringify(body));
  });
}

/** The JSON of a 200. @throws Error for every other status */
export async function askJson<T>(url: string): Promise<T> {
  return jsonOf(await ask(url)) as T;
}

/** The JSON of a 200. @throws Error for every other status */
export function jsonOf({ url, status, body }: Answer): unknown {
  if (status !== 200) throw new Error(`${url} answered ${status}: ${body.slice(0, 300)}`);
  return JSON.parse(body);
}
