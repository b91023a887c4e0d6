import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DataSource } from 'typeorm';
import { MIGRATIONS } from './data-source.js';

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

/** The names of the migrations that this program carries, oldest first, without asking a database. */
export async function carriedMigrations(): Promise<string[]> {
  const files = (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.js')).sort();
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(join(MIGRATIONS, file)).href) as Promise<object>),
  );
  return modules.flatMap((module) => Object.keys(module));
}
