import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import { SnakeNaming } from './naming.js';

const compiled = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'migrations');

/** A source of connections to the database at `url`; `entities` are handed in by the rooms that own them. */
export function createDataSource(
  url: string,
  entities: MixedList<string | (new () => unknown) | EntitySchema>,
  options: { connections?: number } = {},
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: entities as never,
    migrations: [join(compiled, '*.js')],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    applicationName: 'second-source',
    extra: { max: options.connections ?? 20 },
  });
}
