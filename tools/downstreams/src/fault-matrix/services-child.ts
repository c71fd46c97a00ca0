import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Orders } from './services-process.ts';

type Answered<Order> = Order extends (...args: infer Args) => infer Answer
  ? (...args: Args) => Promise<Awaited<Answer>>
  : never;

export type ServicesChild = { [Name in keyof Orders]: Answered<Orders[Name]> } & { close: () => Promise<void> };

interface Reply {
  id: number;
  answer?: unknown;
  error?: string;
}

/** Starts the services in a process of their own, so that a body of 50 MB disturbs no clock of the one that tests. */
export async function startServicesChild(): Promise<ServicesChild> {
  const child = fork(fileURLToPath(new URL('./services-process.ts', import.meta.url)), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: {},
  });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const ended = once(child, 'exit').then(() => {
    for (const { reject } of waiting.values()) reject(new Error('The services have ended.'));
  });
  const [orders] = (await once(child, 'message')) as [string[]];
  child.on('message', ({ id, answer, error }: Reply) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(answer);
    else asked?.reject(new Error(error));
  });
  let asked = 0;
  const ask = (order: string, args: unknown[]) => {
    const reply = Promise.withResolvers<unknown>();
    asked += 1;
    waiting.set(asked, reply);
    child.send({ id: asked, order, args });
    return reply.promise;
  };
  const close = async () => {
    child.disconnect();
    await ended;
  };
  const asks = orders.map((order) => [order, (...args: unknown[]) => ask(order, args)]);
  return { ...(Object.fromEntries(asks) as Omit<ServicesChild, 'close'>), close };
}
