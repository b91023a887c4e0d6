import { eventually, freshDatabase, onDatabase, type OwnDesk, startDesk } from '../setup/desk.js';
import { type Answer, type Client, Workspace } from '../setup/workspace.js';
import { expectProblem } from './problems.js';

describe('a server whose database goes away', () => {
  let database: { url: string; drop(): Promise<void> };
  let desk: OwnDesk;
  let client: Client;
  const admin = process.env['TEST_ADMIN_URL']!;

  beforeAll(async () => {
    database = await freshDatabase();
    desk = await startDesk(database.url, { LOG_LEVEL: 'silent' });
    client = await Workspace.open(desk).client('admin');
  });

  afterAll(async () => {
    await allowConnections(true);
    await desk.stop();
    await database.drop();
  });

  const health = (name: string): Promise<Answer> =>
    client.get(`/../../health/${name}`, { authorization: '' });

  async function allowConnections(allowed: boolean): Promise<void> {
    const name = new URL(database.url).pathname.slice(1);
    await onDatabase(admin, async (db) => {
      await db.query(`alter database ${name} allow_connections ${allowed}`);
      if (!allowed)
        await db.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    });
  }

  it('is alive and ready at first, to whoever asks', async () => {
    for (const name of ['live', 'ready']) {
      const answer = await health(name);
      expect(answer).toMatchObject({ status: 200, body: { status: 'ok' } });
      expect(answer.headers.get('x-request-id')).toMatch(/\w/);
    }
    expect((await client.get('/../../health/ready?verbose=1')).status).toBe(200);
  });

  it('stays alive, says that it is not ready, and refuses with 503 until the database is back', async () => {
    await allowConnections(false);
    for (let i = 0; i < 5; i++) {
      for (const answer of [
        await health('ready'),
        await client.get('/claims'),
        await client.post('/claims', { text: 'a claim', language: 'en' }),
        await client.get('/events'),
        await client.get('/stats/claims'),
      ]) {
        expectProblem(answer, 503);
        expect(answer.body.code).toBe('server.unavailable');
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
        expect(JSON.stringify(answer.body)).not.toContain(new URL(database.url).pathname.slice(1));
      }
      expect((await health('live')).status).toBe(200);
    }
    await allowConnections(true);
    expect(
      (
        await eventually(
          () => health('ready'),
          ({ status }) => status === 200,
        )
      ).body,
    ).toEqual({ status: 'ok', jobs: 'up' });
    expect((await client.post('/claims', { text: 'a claim', language: 'en' })).status).toBe(201);
    expect((await client.get('/claims')).body.items).toHaveLength(1);
  });
});

describe('a server that is stopped', () => {
  it('answers what it has begun, and tells who still comes to come again', async () => {
    const database = await freshDatabase();
    const desk = await startDesk(database.url, { LOG_LEVEL: 'silent' });
    const client = await Workspace.open(desk).client('admin');
    const refused: Answer[] = [];
    let answered = 0;
    const askUntilGone = async (): Promise<void> => {
      for (;;) {
        const answer = await client.post('/claims', { text: 'a claim', language: 'en' }).catch(() => null);
        if (answer === null) return;
        answered += 1;
        if (answer.status !== 201) refused.push(answer);
      }
    };
    const callers = Array.from({ length: 8 }, askUntilGone);
    await eventually(
      () => Promise.resolve(answered),
      (count) => count > 40,
    );
    await desk.stop();
    await Promise.all(callers);
    expect(desk.process.exitCode).toBe(0);
    for (const answer of refused) {
      expectProblem(answer, 503);
      expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    }
    // Every claim that was said to be entered is there.
    const { rows } = await onDatabase(database.url, (db) =>
      db.query('select count(*)::int as count from claims'),
    );
    expect(rows[0].count).toBeGreaterThanOrEqual(answered - refused.length);
    await database.drop();
  });
});
