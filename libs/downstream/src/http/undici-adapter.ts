import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { AxiosError, AxiosHeaders, type AxiosAdapter, type AxiosResponse } from 'axios';
import type { Dispatcher, Pool } from 'undici';

type AxiosRequest = Parameters<AxiosAdapter>[0];

const inflate = promisify(gunzip);

/** What undici calls by names of its own, by the names that Node and axios's own adapter have for it. */
const codes: Record<string, string> = {
  UND_ERR_SOCKET: 'ECONNRESET',
  UND_ERR_CONNECT_TIMEOUT: 'ETIMEDOUT',
  UND_ERR_HEADERS_OVERFLOW: 'HPE_HEADER_OVERFLOW',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'HPE_UNEXPECTED_CONTENT_LENGTH',
  HTTPParserError: 'HPE_INVALID',
};

/** GET of an axios request over an undici Pool: signal, maxContentLength (also of what was compressed) and error codes as axios has them. */
export function createUndiciAdapter(pool: Pool): AxiosAdapter {
  return (config) =>
    new Promise<AxiosResponse<Buffer>>((resolve, reject) => {
      const chunks: Buffer[] = [];
      const maxBytes = config.maxContentLength ?? Infinity;
      const signal = config.signal as AbortSignal | undefined;
      let received = 0;
      let status = 0;
      let headers: Record<string, string | string[] | undefined> = {};
      let dispatch: Dispatcher.DispatchController | undefined;

      const end = (error: unknown) => {
        signal?.removeEventListener('abort', onAbort);
        const failure = error instanceof Error ? error : new Error('ended');
        reject(failure);
        if (dispatch?.aborted === false) dispatch.abort(failure);
      };
      const onAbort = () => end(signal?.reason);
      if (signal?.aborted) {
        onAbort();
        return;
      }
      signal?.addEventListener('abort', onAbort, { once: true });

      pool.dispatch(
        { path: pathOf(config), method: 'GET', headers: config.headers.toJSON() },
        {
          onRequestStart(controller) {
            dispatch = controller;
            if (signal?.aborted) controller.abort(new Error('ended'));
          },
          onResponseStart(_controller, statusCode, responseHeaders) {
            status = statusCode;
            headers = responseHeaders;
          },
          onResponseData(_controller, chunk) {
            chunks.push(chunk);
            if ((received += chunk.length) > maxBytes) end(tooLarge(config));
          },
          onResponseEnd() {
            signal?.removeEventListener('abort', onAbort);
            const body = Buffer.concat(chunks, received);
            decoded(body, headers['content-encoding'], maxBytes).then(
              (data) => resolve({ data, status, statusText: '', headers: new AxiosHeaders(headers as never), config }),
              (error: unknown) => reject(axiosError(error as Error, config, true)),
            );
          },
          onResponseError: (_controller, error) => end(axiosError(error, config, status !== 0)),
        },
      );
    });
}

function pathOf({ baseURL = '', url = '' }: AxiosRequest): string {
  const base = new URL(baseURL).pathname;
  return (base === '/' ? '' : base) + url;
}

async function decoded(body: Buffer, encoding: unknown, maxBytes: number): Promise<Buffer> {
  if (encoding === undefined || encoding === 'identity' || body.length === 0) return body;
  if (encoding === 'gzip' || encoding === 'x-gzip') return inflate(body, { maxOutputLength: maxBytes });
  throw Object.assign(new Error('a content encoding that nobody asked for'), { code: 'ERR_INVALID_CHAR' });
}

function tooLarge(config: AxiosRequest): AxiosError {
  const limit = config.maxContentLength;
  return new AxiosError(`maxContentLength size of ${limit} exceeded`, AxiosError.ERR_BAD_RESPONSE, config);
}

/** @param answered whether the service had begun to answer, as axios tells by the response of its error */
function axiosError(error: NodeJS.ErrnoException, config: AxiosRequest, answered: boolean): AxiosError {
  const code = error.code ?? error.name;
  if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(config);
  const response = answered ? ({ status: 0 } as AxiosResponse) : undefined;
  return new AxiosError(error.message, codes[code] ?? code, config, undefined, response);
}
