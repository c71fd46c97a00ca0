import type { ServerResponse } from 'node:http';
import type { Answer } from '../http/answer.ts';
import type { Operation, Service } from '../service.ts';
import type { CountedCall } from '../stats.ts';
import { pauseUnlessClosed } from './pause.ts';
import { replacedAnswer } from './replace-answer.ts';
import type { Fault } from './schema.ts';
import { drip, headersOf, reset, streamHuge, truncate } from './wire-faults.ts';

export interface Exchange {
  service: Service;
  operation: Operation;
  /** What goes out unless a fault decides otherwise. */
  answer: Answer;
  response: ServerResponse;
  counted: CountedCall;
}

type AnsweringFault = Exclude<Fault, { kind: 'latency' }>;

/** Sends what the faults of this call make of its answer: latencies first, then at most one that decides. */
export async function sendWithFaults(faults: Fault[], exchange: Exchange): Promise<void> {
  for (const fault of faults) {
    if (fault.kind !== 'latency') return sendFaulty(fault, exchange);
    await pauseUnlessClosed(exchange.response, fault.latencyMs + Math.random() * (fault.jitterMs ?? 0));
  }
  sendAnswer(exchange.response, exchange.answer);
}

/** The plain way. */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  response.writeHead(answer.status, headersOf(answer)).end(answer.body);
}

async function sendFaulty(fault: AnsweringFault, exchange: Exchange): Promise<void> {
  if (exchange.response.destroyed) return;
  switch (fault.kind) {
    case 'hang':
      return;
    case 'reset':
      reset(exchange, fault);
      return;
    case 'truncate':
      truncate(exchange, fault);
      return;
    case 'drip':
      return drip(exchange, fault);
    case 'huge':
      return streamHuge(exchange, fault);
    default:
      sendAnswer(exchange.response, await replacedAnswer(fault, exchange));
  }
}
