import { createLogger } from '../src/index.ts';

/** A logger as services have it, and the lines that it has written. */
export function collectingLogger(level = 'info') {
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger('tiny', level, {
    write: (line: string) => {
      lines.push(JSON.parse(line) as Record<string, unknown>);
    },
  });
  return { logger, lines };
}
