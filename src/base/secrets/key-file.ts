import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';

/** Beside the embedded database, never in it: who has only a copy of the database has no key to its secrets. */
export function keyFileIn(dataDir: string): string {
  return join(dataDir, 'secrets.key');
}

/** The key in the data folder; made when there is none. Two that start at once get the same. */
export function readOrMakeKey(dataDir: string): string {
  const file = keyFileIn(dataDir);
  if (!fs.existsSync(file)) make(file, dataDir);
  return fs.readFileSync(file, 'utf8').trim();
}

// Written whole under another name first: a crash never leaves a file without a key in it.
function make(file: string, dataDir: string): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  fs.writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    const { uid, gid } = fs.statSync(dataDir);
    if (process.getuid?.() === 0 && uid !== 0) fs.chownSync(draft, uid, gid);
    fs.linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.unlinkSync(draft);
  }
}
