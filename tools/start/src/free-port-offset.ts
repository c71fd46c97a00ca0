import { once } from 'node:events';
import { createServer } from 'node:net';
import { takenPorts } from './ports.ts';
import { systemProcesses } from './processes.ts';

export interface PortOffset {
  offset: number;
  /** Lets others have it. */
  release(): void;
}

/** Offsets whose ports do not meet each other's, and that Linux gives to nobody by itself. */
const candidates = Array.from({ length: 90 }, (_, n) => 10_000 + n * 10);
/** Listened on as long as the offset is in use, so that two that look at once do not find the same. */
const RESERVATION_PORT = 2990;

/**
 * A port offset that nothing uses, for tests that start the system.
 * @throws Error where none is free
 */
export async function freePortOffset(): Promise<PortOffset> {
  for (const offset of candidates) {
    const reservation = createServer().listen({ port: RESERVATION_PORT + offset, host: '127.0.0.1', exclusive: true });
    try {
      await once(reservation, 'listening');
    } catch {
      continue;
    }
    const release = () => void reservation.close();
    if ((await takenPorts(systemProcesses({ portOffset: offset }))).length === 0) return { offset, release };
    release();
  }
  throw new Error('No port offset is free.');
}
