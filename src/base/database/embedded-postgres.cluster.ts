import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import type { Folder } from './embedded-postgres.folder.js';
import { collect, failure, run } from './embedded-postgres.process.js';
import { USE_DATABASE_URL, type Account, type Program } from './embedded-postgres.program.js';

export const SUPERUSER = 'postgres';

/** PostgreSQL wants the folder to belong to the user that runs it; after a restored backup it may be root's. */
export function takeOver(dir: string, account: Account | null): void {
  if (!account || fs.statSync(dir).uid === account.uid) return;
  for (const name of fs.readdirSync(dir, { recursive: true }) as string[]) {
    fs.lchownSync(`${dir}/${name}`, account.uid, account.gid);
  }
  fs.chownSync(dir, account.uid, account.gid);
}

export function checkVersion(folder: Folder, program: Program): void {
  const file = `${folder.cluster}/PG_VERSION`;
  const found = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : '';
  if (found === program.major) return;
  if (!found) {
    throw new Error(`The database in ${folder.cluster} is damaged. Load a backup into a new data folder.`);
  }
  throw new Error(
    `The database in ${folder.cluster} was made by PostgreSQL ${found}, this installation carries PostgreSQL ` +
      `${program.major}, which cannot open it. Dump it with the version that made it and load the dump into a ` +
      `new data folder. ${USE_DATABASE_URL}`,
  );
}

/**
 * Where PostgreSQL is told that its data lies. When it runs as another user than this process, that user may be
 * unable to enter a parent of the data folder (root's home, for one), and the path leads nowhere. But a process
 * may stay in a folder that it could not reach: it is started inside, as the working directory is changed before
 * the user is, and /proc/self/cwd names that folder without going through its parents. PostgreSQL itself uses
 * paths relative to its data folder from then on. No right is added for this, unlike with a capability to
 * ignore all permissions, and no program of the system is needed.
 */
export function dataPath(dir: string, account: Account | null): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : dir;
}

/** In a folder of its own that is renamed at the end: after a kill in the middle the next start begins anew. */
export async function makeCluster(
  folder: Folder,
  program: Program,
  account: Account | null,
  settings: Record<string, string> = {},
): Promise<void> {
  for (const name of fs.readdirSync(folder.path)) {
    if (/^(cluster|password)\.new-/.test(name)) fs.rmSync(`${folder.path}/${name}`, REMOVE);
  }
  const suffix = `new-${randomBytes(6).toString('hex')}`;
  const password = randomBytes(24).toString('base64url');
  const fresh = `${folder.cluster}.${suffix}`;
  const handed = `${folder.password}.${suffix}`;
  folder.write(folder.password, password);
  folder.write(handed, password);
  fs.mkdirSync(fresh, { mode: 0o700 });
  if (account) {
    fs.chownSync(fresh, account.uid, account.gid);
    fs.chownSync(handed, account.uid, account.gid);
  }
  // initdb gets the password as an open file that has no name any more, for the same reason as in dataPath().
  const fd = fs.openSync(handed, 'r');
  fs.rmSync(handed);
  const lines: string[] = [];
  try {
    const args = [
      `--pgdata=${dataPath(fresh, account)}`,
      `--username=${SUPERUSER}`,
      '--pwfile=/dev/fd/3',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      // The locale of the system only classifies characters for full-text search; macOS has no C.UTF-8.
      ...(process.platform === 'darwin'
        ? ['--builtin-locale=C.UTF-8', '--locale=C', '--lc-ctype=en_US.UTF-8']
        : ['--locale=C.UTF-8']),
      ...(settings.fsync === 'off' ? ['--no-sync'] : []),
    ];
    const { child, guard, ended } = run(program.initdb, args, fresh, account, ['ignore', 'pipe', 'pipe', fd]);
    for (const stream of [child.stdout, child.stderr]) collect(stream, lines);
    const end = await ended;
    await guard.release();
    if (end !== 'code 0') throw failure('PostgreSQL could not make its data folder', end, lines);
    fs.renameSync(fresh, folder.cluster);
    syncFolder(folder.path);
  } catch (error) {
    fs.rmSync(fresh, REMOVE);
    throw error;
  } finally {
    fs.closeSync(fd);
  }
}

const REMOVE = { recursive: true, force: true, maxRetries: 5 } as const;

/** Only then is a rename safe from a power failure. */
function syncFolder(dir: string): void {
  const fd = fs.openSync(dir, 'r');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}
