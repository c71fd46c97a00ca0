import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { createAdminServer, type Readiness } from './admin.ts';
import { appClasses } from './app-classes.ts';
import { ConfigError, type ServiceConfig } from './environment.ts';
import { createLimitedServer } from './overload/limited-server.ts';
import type { Telemetry } from './telemetry.ts';

export interface ServeOptions {
  name: string;
  version: string;
  config: ServiceConfig;
  app: Express;
  logger: Logger;
  telemetry: Telemetry;
  /** Closes what the app stands on, once the last answer is out. */
  close: () => Promise<void>;
}

/** @returns the configuration; where it is not valid, says all that is wrong on standard error and exits 1 */
export function configOrExit<C>(readConfig: () => C): C {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/**
 * Runs a service until SIGTERM or SIGINT: ready once both ports are open; then not ready but still answering for the
 * drain delay, then closing idle connections while requests under way finish within the grace. Exits 0, or 1 where
 * something was cut off, a port is taken or a bug escaped.
 */
export async function serve(options: ServeOptions): Promise<void> {
  const { app, config, logger, name, version, telemetry } = options;
  const readiness: Readiness = { listening: false, draining: false };
  const answer: RequestListener = (req, res) => {
    if (readiness.draining) res.setHeader('connection', 'close');
    app(req, res);
  };
  const server = createLimitedServer(config, telemetry, answer, appClasses(app));
  const admin = createAdminServer({ name, version, commit: config.COMMIT, readiness, telemetry });

  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => open.add(socket.once('close', () => open.delete(socket))));

  let exitCode = 0;
  const stop = async (code: number, why: string) => {
    exitCode = Math.max(exitCode, code);
    if (readiness.draining) return;
    readiness.draining = true;
    logger.info({ why }, 'draining');
    const clean = await drain(server, open, options).catch((error: unknown) => {
      logger.error({ err: error }, 'could not close what the app stands on');
      return false;
    });
    admin.close();
    admin.closeAllConnections();
    logger.info({ clean }, 'stopped');
    process.exitCode = clean ? exitCode : 1;
    logger.flush();
    process.exit();
  };
  process.on('SIGTERM', () => void stop(0, 'SIGTERM'));
  process.on('SIGINT', () => void stop(0, 'SIGINT'));
  const onBug = (error: unknown) => {
    logger.fatal({ err: error }, 'a bug escaped');
    void stop(1, 'bug');
  };
  // Each time: a second signal or bug, with nobody listening, would end the process and cut off what is under way.
  process.on('uncaughtException', onBug);
  process.on('unhandledRejection', onBug);

  try {
    await Promise.all([listen(server, config.PORT, config.HOST), listen(admin, config.ADMIN_PORT, config.HOST)]);
  } catch (error) {
    logger.fatal({ detail: (error as Error).message }, 'cannot listen');
    process.exit(1);
  }
  readiness.listening = true;
  logger.info({ port: portOf(server), adminPort: portOf(admin), version }, 'ready');
}

/** @returns whether every request under way got its answer */
async function drain(server: Server, open: Set<Socket>, { config, close }: ServeOptions): Promise<boolean> {
  await pause(config.DRAIN_DELAY_MS);
  let clean = true;
  const idle = setInterval(() => {
    server.closeIdleConnections();
    // Nothing ever came on these, which Node does not call idle.
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  }, 100);
  const grace = setTimeout(() => {
    clean = false;
    server.closeAllConnections();
  }, config.SHUTDOWN_GRACE_MS);
  const closed = once(server, 'close');
  server.close();
  await closed;
  clearInterval(idle);
  clearTimeout(grace);
  await close();
  return clean;
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
