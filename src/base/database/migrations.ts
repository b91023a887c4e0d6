import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pathOf } from '../config/home.js';

/** Where the compiled migrations lie. */
export const MIGRATIONS = pathOf('dist/migrations');

/** The names of the migrations that this program carries, oldest first, without asking a database. */
export async function carriedMigrations(): Promise<string[]> {
  const files = (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.js')).sort();
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(join(MIGRATIONS, file)).href) as Promise<object>),
  );
  return modules.flatMap((module) => Object.keys(module));
}
