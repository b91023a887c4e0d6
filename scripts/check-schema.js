import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { createDataSource } from '../dist/src/base/database/data-source.js';
import { startEmbeddedPostgres } from '../dist/src/base/database/embedded-postgres.js';
import { ENTITIES } from '../dist/src/entities.js';

/*
 * Proves that entities and migrations agree: migrates an empty database and asks TypeORM what it would still
 * change; then takes every migration down, looks that nothing is left, and goes up again.
 */
const folder = mkdtempSync(join(tmpdir(), 'second-source-schema-'));
const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => {}, settings: { fsync: 'off' } });
const dataSource = await createDataSource(postgres.url, ENTITIES).initialize();
const faults = [];
try {
  const up = await dataSource.runMigrations();
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  faults.push(...upQueries.map(({ query }) => `entities and migrations disagree: ${query}`));

  for (const _ of up) await dataSource.undoLastMigration();
  const left = await dataSource.query(
    `select 'table ' || relname as what from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'S') and relname !~ '^migrations'
     union all
     select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace`,
  );
  faults.push(...left.map(({ what }) => `left over after all migrations went down: ${what}`));

  const again = await dataSource.runMigrations();
  if (again.length !== up.length)
    faults.push(`went up with ${up.length} migrations, then with ${again.length}`);
  console.log(`${up.length} migrations went up, down and up again.`);
} finally {
  await dataSource.destroy();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
