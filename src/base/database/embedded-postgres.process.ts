import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import type * as net from 'node:net';
import { createInterface } from 'node:readline';
import { PROGRAM_ENV, USE_DATABASE_URL, type Account } from './embedded-postgres.program.js';

export interface Guard {
  /** Called when the program has ended. Waits for the guard, so that no dead process is left to somebody else. */
  release(): Promise<void>;
}

export interface Running {
  child: ChildProcess;
  guard: Guard;
  ended: Promise<string>;
}

/**
 * A program of PostgreSQL, in a session of its own: Ctrl-C reaches every process of the terminal, and the server
 * must not end before the application has finished with it.
 */
export function run(
  file: string,
  args: string[],
  cwd: string,
  account: Account | null,
  stdio: StdioOptions,
): Running {
  const child = spawn(file, args, { ...account, cwd, stdio, env: PROGRAM_ENV, detached: true });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    // 'close' comes after 'exit', when all of the output has been read.
    child.once('close', (code, signal) => resolve(signal ? `signal ${signal}` : `code ${code}`));
  });
  return {
    child,
    guard: child.pid ? guardOf(child.pid, account) : { release: () => Promise.resolve() },
    ended,
  };
}

/**
 * Ends the program when this process dies in a way that leaves it no time to do so, kill -9 included: a shell
 * (1 MB; initdb needs one anyway) reads from a pipe whose other end only this process holds. A line means that
 * the program has ended, the end of the pipe that this process has.
 */
function guardOf(pid: number, account: Account | null): Guard {
  const script = 'trap "" HUP INT TERM; read -r _ || kill -INT "$0"';
  const guard = spawn('/bin/sh', ['-c', script, String(pid)], {
    ...account,
    cwd: '/',
    env: PROGRAM_ENV,
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const gone = new Promise<void>((resolve) =>
    guard.once('exit', () => resolve()).once('error', () => resolve()),
  );
  guard.stdin.on('error', () => undefined);
  guard.unref();
  (guard.stdin as unknown as net.Socket).unref();
  return {
    release() {
      guard.ref();
      guard.stdin.end('\n');
      return gone;
    },
  };
}

export function collect(
  stream: NodeJS.ReadableStream | null,
  lines: string[],
  each?: (line: string) => void,
): void {
  if (!stream) return;
  createInterface({ input: stream }).on('line', (line) => {
    lines.push(line);
    if (lines.length > 15) lines.shift();
    each?.(line);
  });
}

export function failure(what: string, end: string, lines: string[]): Error {
  const text = lines.join('\n');
  const advice = [
    [
      /No space left on device|Disk quota exceeded|wrote only \d+ of \d+ bytes/,
      'The disk is full: free some space and start again.',
    ],
    [
      /could not look up effective user ID/,
      'The user that runs this has no entry in /etc/passwd, which PostgreSQL wants: start as a user that has one.',
    ],
    [/Read-only file system/, 'The file system is read-only: set DATA_DIR to another place.'],
    [/could not (map|create) .*shared memory/, 'There is not enough memory for it on this machine.'],
  ].find(([pattern]) => (pattern as RegExp).test(text))?.[1];
  return new Error(
    `${what} (${end}). Its last lines:\n${text}\n${advice ? `${advice as string} ` : ''}${USE_DATABASE_URL}`,
  );
}
