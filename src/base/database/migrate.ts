import type { DataSource } from 'typeorm';

const MIGRATION_LOCK = 7_261_553_002;

/** Brings the schema up to date and answers the names of what ran. Several processes may start at once: one migrates, the others wait. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await dataSource.runMigrations();
    await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    return done.map(({ name }) => name);
  } finally {
    await runner.release();
  }
}
