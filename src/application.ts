import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import type { Settings } from './base/config/settings.js';
import { NestLog } from './base/http/logger.js';
import { joinInstallation, migrateInstallation } from './installation.js';

/** Runs the work of a command with every room at hand, on the newest schema, also beside a server that runs. */
export async function withApplication(
  settings: Settings,
  logger: Logger,
  work: (app: INestApplicationContext) => Promise<void>,
): Promise<void> {
  const installation = await joinInstallation(settings, logger);
  try {
    await migrateInstallation(installation.settings);
    const app = await NestFactory.createApplicationContext(AppModule.with(installation.settings), {
      logger: new NestLog(logger),
      abortOnError: false,
    });
    try {
      await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await installation.close();
  }
}
