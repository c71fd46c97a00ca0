import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkAnswer, type Answer } from '@product-bffs/contract-testing';
import type { Express } from 'express';
import { openApi } from '../src/openapi.ts';

/** A header may be there twice, as no other client of HTTP sends it. */
export type Headers = [name: string, value: string][];

/** An app on a port of its own, whose every answer is held against its contract. */
export interface Sender {
  get(path: string, headers?: Headers): Promise<Answer>;
  stop(): Promise<void>;
}

export async function startSender(app: Express): Promise<Sender> {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    async get(path, headers = []) {
      const sent = [['host', `127.0.0.1:${port}`], ...headers].flat();
      const asked = request({ port, host: '127.0.0.1', path, headers: sent, agent: false }).end();
      const [res] = (await once(asked, 'response')) as [IncomingMessage];
      const bytes = Buffer.concat(await res.toArray());
      const told = Object.fromEntries(Object.entries(res.headers).map(([name, value]) => [name, String(value)]));
      const answer = { method: 'GET', path, status: res.statusCode ?? 0, headers: told, bytes };
      checkAnswer(answer, openApi);
      return answer;
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}
