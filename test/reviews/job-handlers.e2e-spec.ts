import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sharedDesk } from '../setup/desk.js';

const DIST = new URL('../../dist/src/', import.meta.url);
const JOB_KIND = JSON.stringify(new URL('base/jobs/job-kind.js', DIST).href);
const APP = JSON.stringify(new URL('app.module.js', DIST).href);

/** Loaded before the program, as a change of its code would be. */
const WITHOUT_HANDLER = `
  import { jobKind } from ${JOB_KIND};
  jobKind({ name: 'test.orphan', attempts: 1, backoffSeconds: 1 });`;
const WITH_TWO_HANDLERS = `
  import { declaredJobs, JobHandler } from ${JOB_KIND};
  import { AppModule } from ${APP};
  class Second extends JobHandler { get kind() { return declaredJobs().find(({ name }) => name === 'lease.sweep'); } }
  const given = AppModule.with;
  AppModule.with = (settings) => ({ ...given(settings), providers: [Second] });`;

describe('the start of the program', () => {
  it.each(['api', 'worker', 'all'])('is refused as %s when a kind of job has no handler', async (role) => {
    const { code, output } = await start(role, WITHOUT_HANDLER);
    expect(output).toContain('Second Source cannot start: the job test.orphan has no handler.');
    expect(output).not.toContain('is ready');
    expect(code).toBe(1);
  });

  it('is refused when a kind of job has two handlers', async () => {
    const { code, output } = await start('all', WITH_TWO_HANDLERS);
    expect(output).toContain('Second Source cannot start: the job lease.sweep has 2 handlers.');
    expect(output).not.toContain('is ready');
    expect(code).toBe(1);
  });
});

async function start(role: string, preloaded: string): Promise<{ code: number | null; output: string }> {
  const preload = `data:text/javascript,${encodeURIComponent(preloaded)}`;
  const main = fileURLToPath(new URL('main.js', DIST));
  const child = spawn(process.execPath, ['--import', preload, main, 'start'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: sharedDesk().databaseUrl,
      PORT: '0',
      LOG_LEVEL: 'error',
      ROLE: role,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 80_000,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  child.stdout.once('data', () => child.kill('SIGTERM'));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}
