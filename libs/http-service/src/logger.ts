import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';

/**
 * JSON lines. An error is logged with its name, message and stack alone: the properties of an error may hold what was
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
  return destination === undefined ? pino(options) : pino(options, destination);
}
