import type { Logger } from 'pino';
import type { Settings } from './base/config/settings.js';
import { createDataSource } from './base/database/data-source.js';
import { findEmbeddedPostgres, startEmbeddedPostgres } from './base/database/embedded-postgres.js';
import { migrate } from './base/database/migrate.js';
import { readOrMakeKey } from './base/secrets/key-file.js';

/** The database this installation stands on: the one in DATABASE_URL, or the embedded one, which brings a key for secrets. */
export interface Installation {
  /** Settings in which DATABASE_URL is always set. */
  settings: Settings;
  close(): Promise<void>;
}

/** Opens the database for a process that serves; the embedded one is this process's own. */
export async function openInstallation(settings: Settings, logger: Logger): Promise<Installation> {
  if (settings.DATABASE_URL !== undefined) return { settings, close: () => Promise.resolve() };
  const postgres = await startEmbeddedPostgres({
    dataDir: settings.dataDir,
    log: (line) => logger.warn({ context: 'postgres' }, line),
  });
  return { settings: onEmbedded(settings, postgres.url), close: () => postgres.stop() };
}

/** Opens the database for a command: beside a running server it uses that server's embedded database. */
export async function joinInstallation(settings: Settings, logger: Logger): Promise<Installation> {
  if (settings.DATABASE_URL !== undefined) return { settings, close: () => Promise.resolve() };
  const url = await findEmbeddedPostgres(settings.dataDir);
  if (url !== null) return { settings: onEmbedded(settings, url), close: () => Promise.resolve() };
  return openInstallation(settings, logger);
}

/** Brings the schema up to date; answers the names of the migrations that ran. */
export async function migrateInstallation(settings: Settings): Promise<string[]> {
  const dataSource = await createDataSource(settings.DATABASE_URL!, [], {
    connections: 2,
    unlimited: true,
  }).initialize();
  try {
    return await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

function onEmbedded(settings: Settings, url: string): Settings {
  return Object.assign(Object.create(Object.getPrototypeOf(settings) as object) as Settings, settings, {
    DATABASE_URL: url,
    SECRETS_KEY: settings.SECRETS_KEY ?? readOrMakeKey(settings.dataDir),
  });
}
