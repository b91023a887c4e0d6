import { join } from 'node:path';
import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import { MIGRATIONS } from './migrations.js';
import { SnakeNaming } from './naming.js';
import { SESSION_LIMITS_MS } from './session-limits.js';

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
