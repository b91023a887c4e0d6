import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { v7 as uuid } from 'uuid';
import { eventually, freshDatabase, onDatabase, startDesk } from '../setup/desk.js';
import { type Answer, claim, Client, queuedClaim, Workspace } from '../setup/workspace.js';
import { queue, runOut, take } from '../reviews/reviewing.js';
import { Document } from './document.js';
import { Scrape } from './metrics.js';
import { expectProblem } from './problems.js';
import { Program, run } from './process.js';

const TOKEN = 'a-token.of_this~test-0123456789';
const OPERATIONS = new URL('../../docs/operations/', import.meta.url);
const DURATION = 'http_request_duration_seconds_count';
const SLOTS = 'second_source_review_slots';

/** A server as an operator starts it, at its most talkative, with metrics on a port of their own. */
class Measured {
  static readonly all: Measured[] = [];

  private constructor(
    readonly program: Program,
    readonly url: string,
    readonly port: string,
  ) {}

  static async start(databaseUrl: string, settings: Record<string, string> = {}): Promise<Measured> {
    const program = new Program(['start'], {
      DATABASE_URL: databaseUrl,
      PORT: '0',
      METRICS_PORT: '0',
      LOG_LEVEL: 'debug',
      ...settings,
    });
    const [, port] = await eventually(
      () => Promise.resolve(/Metrics are at (\S+)\/metrics\n/.exec(program.stdout) ?? []),
      (found) => found.length > 0 || program.process.exitCode !== null,
    );
    if (port === undefined) throw new Error(program.stderr);
    const measured = new Measured(program, /ready at (\S+)\n/.exec(program.stdout)?.[1] ?? '', port);
    Measured.all.push(measured);
    return measured;
  }

  async scrape(): Promise<Scrape> {
    return new Scrape(await (await fetch(`${this.port}/metrics`)).text());
  }

  /** Scrapes until something is as wanted: what all processes share is read anew every few seconds. */
  until(wanted: (scrape: Scrape) => boolean): Promise<Scrape> {
    return eventually(() => this.scrape(), wanted);
  }
}

let database: { url: string; drop(): Promise<void> };

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(async () => {
  // Where a test failed, its server still runs.
  for (const { program } of Measured.all) await program.interrupt();
  await database.drop();
});

describe('the metrics of a server', () => {
  let measured: Measured;
  let workspace: Workspace;
  let editor: Client;
  let reviewer: Client;

  beforeAll(async () => {
    measured = await Measured.start(database.url, { METRICS_TOKEN: TOKEN });
    workspace = Workspace.open({ url: measured.url, databaseUrl: database.url });
    editor = await workspace.client('editor');
    reviewer = await workspace.client('reviewer');
  });

  afterAll(async () => {
    expect(await measured.program.interrupt()).toBe(0);
  });

  const atApi = (authorization?: string, method = 'GET'): Promise<Answer> =>
    new Client({ url: measured.url, databaseUrl: database.url }, '').request(method, '/../../metrics', {
      headers: { authorization: authorization ?? '' },
    });

  it('are read by Prometheus, each with its help and type', async () => {
    const response = await fetch(`${measured.port}/metrics?from=prometheus`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const scrape = new Scrape(await response.text());
    expect([...scrape.helps.keys()].toSorted()).toEqual([...scrape.types.keys()].toSorted());
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));
    expect(scrape.value('second_source_build_info', { version, role: 'all' })).toBe(1);
    expect(scrape.value('second_source_database_pool_connections')).toBeGreaterThan(0);
    expect(scrape.value('second_source_database_pool_max_connections')).toBe(20);
  });

  it('time and log polls that nothing has changed for as any other request', async () => {
    const etag = (await editor.get('/stats/claims')).headers.get('etag')!;
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) {
      const { status, headers } = await editor.get('/stats/claims', { 'if-none-match': etag });
      expect(status).toBe(304);
      ids.push(headers.get('x-request-id')!);
    }
    const scrape = await measured.scrape();
    const route = { method: 'GET', route: '/api/v1/stats/claims', code: '304' };
    expect(scrape.value(DURATION, route)).toBe(5);
    for (const id of ids)
      expect(measured.program.stderr).toMatch(
        new RegExp(`"reqId":"${id}","res":{"statusCode":304},"responseTime":`),
      );
  });

  it('time requests by the pattern of their route, and put no address and no id in a label', async () => {
    const { id } = await claim(editor);
    const route = { method: 'GET', route: '/api/v1/claims/:id', code: '200' };
    const before = (await measured.scrape()).value(DURATION, route) ?? 0;
    await editor.get(`/claims/${id}`);
    await editor.get(`/claims/${id}`);
    await editor.get(`/claims/${uuid()}`);
    await editor.get(`/guessed-${id}`);
    const scrape = await measured.scrape();
    expect(scrape.value(DURATION, route)).toBe(before + 2);
    expect(scrape.value(DURATION, { ...route, code: '404' })).toBe(1);
    expect(scrape.value(DURATION, { route: 'none', code: '404' })).toBe(1);
    expect(scrape.text).not.toContain(id);
    expect(scrape.text).not.toContain('guessed');
  });

  it('show what waits in a queue and what is in hand, and count what expires', async () => {
    const { id: queueId } = await queue(editor);
    const labels = { workspace: workspace.slug, queue: queueId };
    const first = await queuedClaim(editor, {}, { queueId });
    await queuedClaim(editor, {}, { queueId });
    await onDatabase(database.url, (db) =>
      db.query(`update rounds set opened_at = opened_at - interval '1 hour' where claim_id = $1`, [first.id]),
    );
    const waiting = await measured.until(
      (scrape) => scrape.value(SLOTS, { ...labels, state: 'waiting' }) === 2,
    );
    expect(waiting.value(SLOTS, { ...labels, state: 'leased' })).toBe(0);
    const oldest = waiting.value('second_source_review_oldest_waiting_seconds', labels)!;
    expect(oldest).toBeGreaterThanOrEqual(3600);
    expect(oldest).toBeLessThan(4000);

    const taken = await take(reviewer, queueId);
    expect(taken.claim.id).toBe(first.id);
    const leased = await measured.until(
      (scrape) => scrape.value(SLOTS, { ...labels, state: 'leased' }) === 1,
    );
    expect(leased.value(SLOTS, { ...labels, state: 'waiting' })).toBe(1);
    // The claim that has waited an hour is in hand; the other one has only just come.
    expect(leased.value('second_source_review_oldest_waiting_seconds', labels)).toBeLessThan(3600);
    expect(leased.value('second_source_lease_expiries_total')).toBe(0);

    await runOut({ url: measured.url, databaseUrl: database.url }, taken.assignment.id);
    const expired = await measured.until(
      (scrape) => scrape.value('second_source_lease_expiries_total') === 1,
    );
    expect(
      expired.value('second_source_job_duration_seconds_count', { job: 'lease.sweep', outcome: 'completed' }),
    ).toBeGreaterThan(0);
    await measured.until((scrape) => scrape.value(SLOTS, { ...labels, state: 'waiting' }) === 2);
  });

  it('count the runs of jobs, also those that fail', async () => {
    const failed = { job: 'lease.sweep', outcome: 'failed' };
    expect((await measured.scrape()).value('second_source_job_duration_seconds_count', failed)).toBe(0);
    await onDatabase(database.url, (db) => db.query('alter table assignments rename to elsewhere'));
    await measured
      .until((scrape) => scrape.value('second_source_job_duration_seconds_count', failed) === 1)
      .finally(() =>
        onDatabase(database.url, (db) => db.query('alter table elsewhere rename to assignments')),
      );
    const scrape = await measured.until(
      (later) => later.value('second_source_jobs', { state: 'failed' }) === 1,
    );
    expect(scrape.value('second_source_jobs', { state: 'active' })).toBeDefined();
  });

  it('are told at the API to who has the token, and to nobody else', async () => {
    for (const wrong of [
      undefined,
      'Bearer',
      `Bearer ${TOKEN}x`,
      `Bearer ${TOKEN.slice(1)}`,
      `Basic ${TOKEN}`,
      TOKEN,
      `Bearer ${editor.key}`,
    ]) {
      const refused = await atApi(wrong);
      expectProblem(refused, 401);
      expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    }
    const told = await atApi(`Bearer ${TOKEN}`);
    expect(told.status).toBe(200);
    expect(told.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(new Scrape(told.body).value('second_source_build_info')).toBe(1);
    expectProblem(await atApi(`Bearer ${TOKEN}`, 'POST'), 405);
  });

  it('are no operation of the API', async () => {
    const paths = (await Document.of({ url: measured.url, databaseUrl: database.url })).operations.map(
      ({ path }) => path,
    );
    expect(paths).toContain('/health/ready');
    expect(paths.filter((path) => path.includes('metrics'))).toEqual([]);
  });

  it('never bring the token into the log', async () => {
    await atApi(`Bearer ${TOKEN}`);
    await fetch(`${measured.url}/metrics?token=${TOKEN}`);
    await fetch(`${measured.url}/${TOKEN}`);
    await fetch(`${measured.port}/metrics?token=${TOKEN}`);
    expect(measured.program.stderr).toContain('/metrics?token=');
    expect(measured.program.stderr + measured.program.stdout).not.toContain(TOKEN);
  });

  it('are all that the page, the dashboard and the alerts name, and the page names all of them', async () => {
    const { types } = await measured.scrape();
    const page = await readFile(new URL('../metrics.md', OPERATIONS), 'utf8');
    const rows = [...page.matchAll(/^\| `(\w+)` +\| (\w+) +\|.*\|$/gm)];
    const told = rows.filter(([row]) => process.platform === 'linux' || !row.includes('Linux'));
    expect(told.map(([, name, type]) => `${name} ${type}`).toSorted()).toEqual(
      [...types].map(([name, type]) => `${name} ${type}`).toSorted(),
    );
    for (const file of ['grafana-dashboard.json', 'alerts.yml']) {
      const text = await readFile(new URL(file, OPERATIONS), 'utf8');
      const named = new Set(text.match(/\b(second_source|http|nodejs|process)_\w+/g));
      expect(named.size).toBeGreaterThan(8);
      const known = [...types].flatMap(([name, type]) =>
        type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
      );
      expect([...named].filter((name) => !known.includes(name))).toEqual([]);
    }
  });
});

describe('the port of the operators', () => {
  it('is there for a worker too, with its health, and nothing else', async () => {
    const worker = await Measured.start(database.url, { ROLE: 'worker' });
    const scrape = await worker.until(
      (later) => (later.value('second_source_job_duration_seconds_count', { outcome: 'completed' }) ?? 0) > 0,
    );
    expect(scrape.value('second_source_build_info', { role: 'worker' })).toBe(1);
    expect(scrape.value('second_source_outbox_lag_events')).toBeDefined();
    for (const name of ['live', 'ready']) {
      const health = await fetch(`${worker.port}/health/${name}`);
      expect([health.status, await health.json()]).toMatchObject([200, { status: 'ok' }]);
      expect(health.headers.get('content-type')).toBe('application/json; charset=utf-8');
    }
    const at = (path: string, method?: string) =>
      new Client({ url: worker.port, databaseUrl: database.url }, '').request(
        method ?? 'GET',
        `/../..${path}`,
        {},
      );
    expectProblem(await at('/api/v1/claims'), 404);
    expectProblem(await at('/metrics', 'POST'), 405);
    expectProblem(await at('/%zz'), 400);
    expect(await worker.program.interrupt()).toBe(0);
  });

  it('shows what waits while no worker runs, and the same from every process', async () => {
    const own = await freshDatabase();
    const [one, two] = await Promise.all([
      Measured.start(own.url, { ROLE: 'api' }),
      Measured.start(own.url, { ROLE: 'api' }),
    ]);
    const workspace = Workspace.open({ url: one.url, databaseUrl: own.url });
    await queuedClaim(await workspace.client('editor'));
    for (const each of [one, two]) {
      const scrape = await each.until((later) => (later.value(SLOTS, { state: 'waiting' }) ?? 0) === 1);
      const events = await onDatabase(own.url, (db) => db.query('select count(*)::int as count from feed'));
      for (const reader of ['event-tracker', 'webhooks']) {
        expect(scrape.value('second_source_outbox_lag_events', { reader })).toBe(events.rows[0].count);
        expect(scrape.value('second_source_outbox_lag_oldest_seconds', { reader })).toBeGreaterThan(0);
      }
      expect(scrape.value('second_source_feed_unplaced_events')).toBe(0);
      expect(scrape.types.has('second_source_job_duration_seconds')).toBe(false);
    }
    await Promise.all([one.program.interrupt(), two.program.interrupt()]);
    await own.drop();
  });

  it('says that it is not ready, and tells what it can, while the database is away', async () => {
    const own = await freshDatabase();
    const name = new URL(own.url).pathname.slice(1);
    const allow = (allowed: boolean) =>
      onDatabase(process.env['TEST_ADMIN_URL']!, async (db) => {
        await db.query(`alter database ${name} allow_connections ${allowed}`);
        if (!allowed)
          await db.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
      });
    const measured = await Measured.start(own.url, { ROLE: 'api' });
    const reading = { reading: 'desk' };
    expect((await measured.scrape()).value('second_source_reading_succeeded', reading)).toBe(1);
    await allow(false);
    const scrape = await measured.until(
      (later) => later.value('second_source_reading_succeeded', reading) === 0,
    );
    expect(scrape.value('second_source_outbox_lag_events')).toBeUndefined();
    expect(scrape.value(SLOTS)).toBeUndefined();
    expect(scrape.value('second_source_build_info')).toBe(1);
    const ready = await fetch(`${measured.port}/health/ready`);
    expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '2']);
    expect((await fetch(`${measured.port}/health/live`)).status).toBe(200);
    await allow(true);
    await measured.until((later) => later.value('second_source_reading_succeeded', reading) === 1);
    await measured.program.interrupt();
    await own.drop();
  });

  it('stops the start in words when it is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const settings = {
      DATABASE_URL: database.url,
      PORT: '0',
      METRICS_PORT: String(port),
      LOG_LEVEL: 'error',
    };
    const { code, stdout, stderr } = await run(['start'], settings);
    other.close();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      `Second Source could not go on: Port ${port} is taken. Set METRICS_PORT to another one.\n`,
    );
  });

  it('is not opened by commands', async () => {
    const args = ['keys', 'create', '--workspace', 'w', '--role', 'viewer', '--name', 'a program'];
    const { code, stdout } = await run(args, {
      DATABASE_URL: database.url,
      METRICS_PORT: '0',
      METRICS_TOKEN: TOKEN,
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^ss_\S+\n$/) });
  });
});

describe('without settings for metrics', () => {
  it('nothing is there', async () => {
    const desk = await startDesk(database.url, { ROLE: 'api' });
    const answer = await new Client(desk, '').get('/../../metrics', { authorization: `Bearer ${TOKEN}` });
    expectProblem(answer, 404);
    expectProblem(await new Client(desk, '').post('/../../metrics'), 404);
    await desk.stop();
  });

  it.each([
    [{ METRICS_TOKEN: 'hunter2' }, 'METRICS_TOKEN must be 16 or more of'],
    [{ METRICS_TOKEN: 'hunter2 and a lot more' }, 'METRICS_TOKEN must be 16 or more of'],
    [{ METRICS_PORT: '65536' }, 'METRICS_PORT must be a whole number from 0 to 65535'],
    [{ METRICS_PORT: 'hunter2' }, 'METRICS_PORT must be a whole number from 0 to 65535'],
  ])('wrong ones are refused without being shown: %j', async (settings, message) => {
    const { code, stderr } = await run(['start'], settings);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('hunter2');
  });
});
