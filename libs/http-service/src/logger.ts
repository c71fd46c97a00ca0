import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';

/** Lines are written together: at the latest after so long, or once there are so many bytes of them. */
const FLUSH_MS = 100;
const FLUSH_BYTES = 8 * 1024;

/**
 * JSON lines on standard output, all of which are out when the process ends. An error is logged with its name, message and stack alone: the properties of an error may hold what was
 * sent.
 */
export function createLogger(name: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    name,
    level,
    base: { name },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: {
      err: (error: Error) => {
        const { type, message, stack } = stdSerializers.err(error);
        return { type, message, stack };
      },
    },
  };
  return pino(options, destination ?? (standardOutput ??= bufferedOutput()));
}

let standardOutput: DestinationStream | undefined;

/** A write costs more than the line that it writes. */
function bufferedOutput(): DestinationStream {
  const output = pino.destination({ fd: 1, sync: true, minLength: FLUSH_BYTES, periodicFlush: FLUSH_MS });
  process.on('exit', () => output.flushSync());
  return output;
}
