import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/bin/main.js', import.meta.url));

/** The program as a person starts it: in a folder of its own, with no settings but these. */
export class Program {
  stdout = '';
  stderr = '';
  readonly process: ChildProcess;
  private readonly ended: Promise<number | null>;

  constructor(args: string[], environment: Record<string, string> = {}) {
    const { PATH, HOME } = process.env;
    const folder = mkdtempSync(join(tmpdir(), 'second-source-edge-'));
    this.process = spawn(process.execPath, [MAIN, ...args], {
      cwd: folder,
      env: { PATH, HOME, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process.stdout!.on('data', (chunk) => (this.stdout += String(chunk)));
    this.process.stderr!.on('data', (chunk) => (this.stderr += String(chunk)));
    this.ended = once(this.process, 'close').then(([code]) => {
      rmSync(folder, { recursive: true, force: true });
      return code as number | null;
    });
  }

  /** Waits for the end; answers the exit code. */
  end(): Promise<number | null> {
    return this.ended;
  }

  /** Waits for the line that says where it serves. */
  async ready(): Promise<string> {
    for (;;) {
      const address = /ready at (\S+)\n/.exec(this.stdout)?.[1];
      if (address !== undefined) return address;
      const code = await Promise.race([
        this.ended,
        once(this.process.stdout!, 'data').then(() => 'more' as const),
      ]);
      if (code !== 'more') throw new Error(`it ended with ${code}: ${this.stderr}`);
    }
  }

  /** Ctrl-C, and waits for the end; answers the exit code. */
  async interrupt(): Promise<number | null> {
    this.process.kill('SIGINT');
    return this.ended;
  }
}

/** Runs a command to its end. */
export async function run(args: string[], environment?: Record<string, string>) {
  const program = new Program(args, environment);
  const code = await program.end();
  return { code, stdout: program.stdout, stderr: program.stderr };
}
