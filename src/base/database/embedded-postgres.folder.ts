import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as net from 'node:net';
import * as path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isRoot, USE_DATABASE_URL, type Account } from './embedded-postgres.program.js';

/**
 * What lies in `<dataDir>/postgres`:
 *   cluster/        the data of PostgreSQL, owned by the user that runs it
 *   cluster.new-*   the same while initdb works on it; it gets its name when it is complete
 *   password        of the superuser, mode 0600
 *   port            that was used last; only tried first, so that the URL changes rarely
 *   owner-*.sock    the lock, see lockFolder()
 *   program-*       a copy of the programs, where one is needed
 */
export class Folder {
  readonly cluster: string;
  readonly password: string;
  readonly port: string;

  constructor(readonly path: string) {
    this.cluster = `${path}/cluster`;
    this.password = `${path}/password`;
    this.port = `${path}/port`;
  }

  /** Written by root into the folder of an ordinary user, a file belongs to that user: it must stay readable. */
  write(file: string, text: string): void {
    const fd = fs.openSync(file, 'w', 0o600);
    try {
      fs.fchmodSync(fd, 0o600);
      this.give(file);
      fs.writeSync(fd, text);
      fs.fsyncSync(fd);
    } finally {
      fs.closeSync(fd);
    }
  }

  give(file: string): void {
    const { uid, gid } = fs.statSync(this.path);
    if (isRoot() && uid !== 0) fs.chownSync(file, uid, gid);
  }
}

export function folderOf(dataDir: string): Folder {
  return new Folder(path.join(path.resolve(dataDir), 'postgres'));
}

export function prepareFolder(dataDir: string): Folder {
  const folder = folderOf(dataDir);
  try {
    makeFolder(folder.path);
    expectUsable(folder, dataDir);
    return new Folder(fs.realpathSync(folder.path));
  } catch (error) {
    throw explain(error, dataDir);
  }
}

/** One level after the other: Node's own recursive mkdir never ends on /proc, which answers ENOENT below what is there. */
function makeFolder(wanted: string): void {
  if (fs.existsSync(wanted)) return;
  makeFolder(path.dirname(wanted));
  try {
    fs.mkdirSync(wanted, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Throws when this process may not use what is in the folder. */
export function expectUsable(folder: Folder, dataDir: string): void {
  fs.accessSync(folder.path, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  const cluster = fs.statSync(folder.cluster, { throwIfNoEntry: false });
  if (cluster && !isRoot() && cluster.uid !== process.getuid?.()) throw new Error(otherOwner(dataDir));
}

export function explain(error: unknown, dataDir: string): Error {
  const messages: Record<string, string> = {
    EEXIST: `The data folder ${dataDir} or "postgres" in it is not a folder. Set DATA_DIR to another place.`,
    ENOTDIR: `The data folder ${dataDir} is not a folder, or lies below a file. Set DATA_DIR to another place.`,
    // What a recursive mkdir reports for a new folder on a file system that is read-only.
    ENOENT: `The data folder ${dataDir} cannot be made (is its file system read-only?), or was removed. Set DATA_DIR to another place.`,
    EROFS: `The data folder ${dataDir} lies on a file system that is read-only. Set DATA_DIR to another place.`,
    ENOSPC: `The disk of the data folder ${dataDir} is full. Free some space and start again.`,
    EDQUOT: `The disk quota for the data folder ${dataDir} is used up. Free some space and start again.`,
    EACCES: otherOwner(dataDir),
    EPERM: otherOwner(dataDir),
  };
  const text = messages[(error as NodeJS.ErrnoException).code ?? ''];
  return text ? new Error(`${text} ${USE_DATABASE_URL}`, { cause: error }) : (error as Error);
}

function otherOwner(dataDir: string): string {
  const me = process.getuid?.();
  return (
    `The data folder ${dataDir}, or something in it, belongs to another user, and this process (user id ${me}) ` +
    'may not use it. Start as the user that made it (it may have been root), give it to this user with ' +
    `"chown -R ${me} ${dataDir}", or set DATA_DIR to another folder.`
  );
}

export interface FolderLock {
  /** Tells those who ask where the server is. */
  announce(port: number): void;
  release(): Promise<void>;
}

/**
 * One owner per data folder, held by the system: a listening socket in the folder. A pid in a file would have to
 * be compared with the processes that live; that fails when the pid is in use again (in a container the first
 * processes have the same numbers at every start) and when the owner lives in another container on the same
 * volume. A socket file can be connected to exactly as long as its owner lives, kill -9 included, from every
 * container on this machine. It also answers the question where the server is.
 *
 * Each process has a file with a name of its own, shows it first and looks for others then. Of two that start
 * at once, the one that shows its file later sees the other one, so never do both become the owner; those that
 * see each other withdraw and try again after a random time. One file name for all would not be safe: the socket
 * that a killed owner left has to be removed, and a slow start would remove the new one of a faster start.
 */
export async function lockFolder(folder: Folder): Promise<FolderLock> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const candidate = await showSocket(folder);
    const others = candidate
      ? await askAll(folder, candidate.file, false).catch((error: Error) => candidate.withdraw(error))
      : [];
    if (candidate && others.length === 0) {
      candidate.becomeOwner();
      for (const name of fs.readdirSync(folder.path)) {
        // Left by a kill between the two steps of showSocket(). Whoever is just there, tries again.
        if (/^new-.*\.sock$/.test(name)) fs.rmSync(`${folder.path}/${name}`, { force: true });
      }
      return candidate;
    }
    await candidate?.release();
    const owner = others.find((other) => other.isOwner);
    if (owner) {
      throw new Error(
        `Another Second Source is already running on this data folder${owner.pid && ` (pid ${owner.pid})`}: ` +
          `${path.dirname(folder.path)}. Stop it first, or set DATA_DIR to another folder.`,
      );
    }
    await delay(5 + Math.random() * 45);
  }
  throw new Error(
    `Other processes keep starting on the data folder ${path.dirname(folder.path)}. Try again.`,
  );
}

interface Candidate extends FolderLock {
  file: string;
  becomeOwner(): void;
  withdraw(error: unknown): Promise<never>;
}

/**
 * It answers with one line, "starting" or "owner" and its pid, and an owner with a second line, the port, as soon
 * as the server is ready. Null if its file was removed meanwhile.
 */
async function showSocket(folder: Folder): Promise<Candidate | null> {
  const id = randomBytes(4).toString('hex');
  const [hidden, file] = [`${folder.path}/new-${id}.sock`, `${folder.path}/owner-${id}.sock`];
  let isOwner = false;
  let port: number | null = null;
  const waiting = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    socket.unref();
    socket.on('error', () => socket.destroy());
    socket.on('close', () => waiting.delete(socket));
    if (!isOwner) return void socket.end(`starting ${process.pid}\n`);
    socket.write(`owner ${process.pid}\n`);
    if (port) socket.end(`${port}\n`);
    else waiting.add(socket);
  });
  const place = socketPlace(hidden);
  const release = async (): Promise<void> => {
    fs.rmSync(file, { force: true });
    for (const socket of waiting) socket.destroy();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
    place.close();
  };
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(place.address, resolve);
    });
    server.unref();
    folder.give(hidden);
    // Only now, as a socket that does not listen yet looks like a dead one.
    fs.renameSync(hidden, file);
  } catch (error) {
    await release();
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(
      `The folder ${folder.path} cannot hold a socket (${(error as Error).message}), which guards it from being ` +
        `used twice. Set DATA_DIR to a folder on a local disk. ${USE_DATABASE_URL}`,
      { cause: error },
    );
  }
  return {
    file,
    becomeOwner() {
      isOwner = true;
    },
    announce(number) {
      port = number;
      for (const socket of waiting) socket.end(`${number}\n`);
    },
    release,
    async withdraw(error) {
      await release();
      throw error;
    },
  };
}

interface Answer {
  isOwner: boolean;
  pid: string;
  port: number | null;
}

/** The live owner of the folder with the port of its server; waits for one that is just starting. Or null. */
export async function askOwner(folder: Folder): Promise<Answer | null> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const answers = fs.existsSync(folder.path) ? await askAll(folder, '', true) : [];
    const owner = answers.find((answer) => answer.isOwner);
    if (owner || answers.length === 0) return owner ?? null;
    await delay(25);
  }
  return null;
}

/** Whoever wants the lock also tidies; whoever only asks, and so waits until the owner is ready, changes nothing. */
async function askAll(folder: Folder, except: string, untilReady: boolean): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const name of fs.readdirSync(folder.path).filter((entry) => /^owner-.*\.sock$/.test(entry))) {
    const file = `${folder.path}/${name}`;
    if (file === except) continue;
    const answer = await ask(file, untilReady);
    if (answer) answers.push(answer);
    else if (!untilReady) fs.rmSync(file, { force: true }); // nobody will ever listen there again
  }
  return answers;
}

/** Null if nobody listens any more. */
async function ask(file: string, untilReady: boolean): Promise<Answer | null> {
  const place = socketPlace(file);
  try {
    return await new Promise((resolve, reject) => {
      let text = '';
      const socket = net.connect(place.address);
      const done = (word: string): void => {
        socket.destroy();
        const [, state = word, pid = '', port] = /^(\w+) (\d+)\n(\d+)?/.exec(text) ?? [];
        resolve({ isOwner: state === 'owner', pid, port: Number(port) || null });
      };
      // One that is stopped or too busy to answer is alive all the same: the system has connected us. One that
      // ends the connection without a word has just withdrawn.
      socket.setTimeout(untilReady ? 30_000 : 1000, () => done('owner'));
      socket.on('data', (data) => {
        text += String(data);
        if (!untilReady && text.includes('\n')) done('');
      });
      socket.on('close', () => done('starting'));
      socket.on('error', (error: NodeJS.ErrnoException) => {
        if (/^(ECONNREFUSED|ENOENT|ENOTSOCK)$/.test(error.code ?? '')) resolve(null);
        else if (error.code === 'EAGAIN') done('owner');
        else if (/^(ECONNRESET|EPIPE)$/.test(error.code ?? '')) done('starting');
        else reject(error);
      });
    });
  } finally {
    place.close();
  }
}

/**
 * The address of a socket holds 107 bytes (103 on macOS), of which the name of the file takes up to 24 here; a
 * data folder may lie deeper than that. On Linux an open folder has a short name as well.
 */
function socketPlace(file: string): { address: string; close(): void } {
  if (Buffer.byteLength(path.dirname(file)) <= 75) return { address: file, close: () => undefined };
  if (process.platform !== 'linux') {
    throw new Error(
      `The path ${path.dirname(file)} is longer than 75 bytes. Set DATA_DIR to another folder.`,
    );
  }
  const fd = fs.openSync(path.dirname(file), 'r');
  return { address: `/proc/self/fd/${fd}/${path.basename(file)}`, close: () => fs.closeSync(fd) };
}

/**
 * The name by which the processes of this cluster are recognised in the list of processes: PostgreSQL puts its
 * cluster_name into the title of each of them. Device and inode, not a path or something that is stored in the
 * folder: a copy of a data folder that runs beside the original must not be taken for it. (The links in /proc
 * that would show the working directory of a process are closed even to root in an ordinary container.)
 */
export function clusterName(folder: Folder): string {
  const { dev, ino } = fs.statSync(folder.cluster);
  return `second_source[${dev}:${ino}]`;
}

export interface Process {
  pid: number;
  uid: number;
  command: string;
}

export function processes(): Process[] {
  if (process.platform !== 'linux') {
    const list = execFileSync('ps', ['-axww', '-o', 'pid=,uid=,command='], { encoding: 'utf8' });
    return list.split('\n').map((line) => {
      const [, pid, uid, command] = /^ *(\d+) +(-?\d+) +(.*)$/.exec(line) ?? [];
      return { pid: Number(pid), uid: Number(uid), command: command ?? '' };
    });
  }
  // Not with ps: slim containers do not have it.
  return fs.readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const command = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return [{ pid: Number(name), uid: fs.statSync(`/proc/${name}`).uid, command }];
    } catch {
      return []; // ended meanwhile
    }
  });
}

/**
 * Ends the server that a killed owner has left, if any. Only called with the lock held: whoever started it is
 * dead. 4 s for an orderly end, 4 s more for an immediate one, then the processes are killed.
 */
export async function stopOrphans(folder: Folder, account: Account | null): Promise<boolean> {
  const uid = account?.uid ?? process.getuid?.();
  const name = clusterName(folder);
  const signals: [number, NodeJS.Signals][] = [
    [0, 'SIGINT'],
    [4000, 'SIGQUIT'],
    [8000, 'SIGKILL'],
  ];
  for (const started = Date.now(); ; await delay(25)) {
    const left = processes().filter((one) => one.uid === uid && one.command.includes(name));
    if (left.length === 0) return signals.length < 3;
    const passed = Date.now() - started;
    if (passed > 12_000) {
      throw new Error(
        `A PostgreSQL left by a killed process (pid ${left[0]?.pid}) does not end. End it by hand.`,
      );
    }
    if (signals[0] && passed >= signals[0][0]) {
      const signal = signals.shift()?.[1];
      for (const { pid, command } of left) {
        // The other processes of a server end with their first one. To them, SIGINT means something else.
        if (signal === 'SIGINT' && command.startsWith('postgres: ')) continue;
        try {
          process.kill(pid, signal);
        } catch {
          // It has ended by itself, or the refusal shows in 12 s.
        }
      }
    }
  }
}

/**
 * PostgreSQL refuses to start when the pid in the file of its last run is in use, by whatever program; after a
 * crash in a container that is likely. We know better: none of our servers lives on this cluster. Only one that
 * somebody started by hand, with this folder on its command line, is left to be refused.
 */
export function removeStalePidFile(folder: Folder): void {
  const server = startedByHand(folder);
  if (server) {
    throw new Error(
      `A PostgreSQL that was started by hand (pid ${server.pid}) uses the data folder ${folder.cluster}. Stop it first.`,
    );
  }
  fs.rmSync(pidFile(folder), { force: true });
}

/** The server that somebody started on the cluster without us. */
export function startedByHand(folder: Folder): Process | undefined {
  if (!fs.existsSync(pidFile(folder))) return undefined;
  const pid = parseInt(fs.readFileSync(pidFile(folder), 'utf8'), 10);
  return processes().find((one) => one.pid === pid && one.command.includes(folder.cluster));
}

function pidFile(folder: Folder): string {
  return `${folder.cluster}/postmaster.pid`;
}
