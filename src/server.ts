import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import type { Settings } from './base/config/settings.js';
import { Draining } from './base/http/draining.js';
import { listeningRefused } from './base/http/listening.js';
import { OperatorPort } from './base/http/operator-port.js';
import { PublicAddress } from './base/http/public-address.js';
import { createServer } from './base/http/server.js';
import { JobRunner } from './base/jobs/job-runner.service.js';
import { type Installation, migrateInstallation, openInstallation } from './installation.js';
import { Fold } from './outputs/stats/fold.service.js';
import { WebhookTracker } from './outputs/webhooks/tracking.service.js';
import { EventTracker } from './record/feed/event-tracker.service.js';

const FIRST_PORT = 3000;
const PORTS_TRIED = 20;
// Ctrl-C must end within 5 seconds, whatever hangs.
const STOP_WITHIN_MS = 4500;
const IDLE_CHECK_MS = 50;

/** A running Second Source in the roles its settings ask for. */
export interface RunningServer {
  app: NestFastifyApplication;
  /** Where it answers; null for a worker, which answers nobody. */
  address: string | null;
  /** Has traffic led away: resolves when requests that were on their way here have come. Still answers all of them. */
  drain(): Promise<void>;

  /** Where operators read metrics and health; null without METRICS_PORT. */
  operatorAddress: string | null;
  stop(): Promise<void>;
}

export async function startServer(given: Settings, logger: Logger): Promise<RunningServer> {
  const installation = await openInstallation(given, logger);
  try {
    return await startOn(installation, logger);
  } catch (error) {
    await installation.close();
    throw error;
  }
}

async function startOn(installation: Installation, logger: Logger): Promise<RunningServer> {
  const { settings } = installation;
  await migrateInstallation(settings);
  const app = await createServer(AppModule.with(settings), logger, settings.TRUSTED_PROXIES);
  const runner = app.get(JobRunner, { strict: false });
  runner.pair();
  await app.init();
  const address = settings.ROLE === 'worker' ? null : await listen(app, settings);
  const operatorAddress = await app.get(OperatorPort, { strict: false }).open();
  if (settings.ROLE !== 'api') {
    await runner.start();
    app.get(EventTracker, { strict: false }).start();
    app.get(WebhookTracker, { strict: false }).start();
    app.get(Fold, { strict: false }).start();
  }
  return {
    app,
    address,
    drain: async () => {
      app.get(Draining).begun = true;
      if (address !== null) await pause(settings.DRAIN_SECONDS * 1000);
    },
    operatorAddress,
    stop: async () => {
      // A connection whose last request was under way when closing began is kept alive by Node; it is idle now.
      const idle = setInterval(() => app.getHttpServer().closeIdleConnections(), IDLE_CHECK_MS);
      await app.close().finally(() => clearInterval(idle));
      await installation.close();
    },
  };
}

async function listen(app: NestFastifyApplication, settings: Settings): Promise<string> {
  const { PORT, HOST: host } = settings;
  const ports = PORT === undefined ? Array.from({ length: PORTS_TRIED }, (_, i) => FIRST_PORT + i) : [PORT];
  for (const port of ports) {
    try {
      // Not through Nest, which reports a port that is taken as an error, though the next one is tried.
      await app.getHttpAdapter().getInstance().listen({ port, host });
      return app.get(PublicAddress).url;
    } catch (error) {
      const isTaken = (error as { code?: string }).code === 'EADDRINUSE';
      if (!isTaken || port === PORT) throw listeningRefused(error, { host, port, setting: 'PORT' });
    }
  }
  throw new Error(
    `The ports ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1} are taken. Set PORT to a free one.`,
  );
}

/**
 * Waits for a signal, then stops cleanly; gives up waiting after a few seconds. Whoever presses Ctrl-C waits for it, so
 * that stops at once, also in the middle of a drain; SIGTERM comes from what also leads traffic away, which takes a
 * moment.
 */
export function stopOnSignal(server: RunningServer, logger: Logger): void {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger.info(`stopping (${signal})`);
    setTimeout(() => {
      logger.error('stopping took too long; what was still open was cut off');
      process.exit(1);
    }, STOP_WITHIN_MS).unref();
    server.stop().then(
      () => process.exit(0),
      (error: Error) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', (signal) => void server.drain().then(() => stop(signal)));
}
