import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import { SnakeNaming } from './naming.js';

/** Where the compiled migrations lie. */
export const MIGRATIONS = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'migrations');

// Nothing that a request or a job does takes this long unless something hangs. Then it ends with an error that says
// so and is tried again, instead of holding its connection, and whoever waits for its locks, for ever. Each
// connection announces these as it starts.
export const SESSION_LIMITS_MS = {
  statement_timeout: 60_000,
  lock_timeout: 20_000,
  idle_in_transaction_session_timeout: 30_000,
};
const LIMITS_MS = { connectionTimeoutMillis: 10_000, ...SESSION_LIMITS_MS };

/** A source of connections to the database at `url`; `entities` are handed in by the rooms that own them. */
export function createDataSource(
  url: string,
  entities: MixedList<string | (new () => unknown) | EntitySchema>,
  options: { connections?: number; unlimited?: boolean } = {},
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: entities as never,
    migrations: [join(MIGRATIONS, '*.js')],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    applicationName: 'second-source',
    extra: { max: options.connections ?? 20, ...(options.unlimited !== true && LIMITS_MS) },
  });
}
