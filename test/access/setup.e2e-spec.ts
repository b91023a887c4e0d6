import { freshDatabase, type OwnDesk, startDesk } from '../setup/desk.js';
import { Client } from '../setup/workspace.js';
import { Program, run } from '../edge/process.js';
import { sql } from '../reviews/reviewing.js';
import { Browser } from './browser.js';

const PASSWORD = 'seven otters mend a lamp';

describe('the first run', () => {
  let database: { url: string; drop(): Promise<void> };
  let desk: OwnDesk;

  beforeAll(async () => {
    database = await freshDatabase();
    desk = await startDesk(database.url, { ROLE: 'api' });
  });
  afterAll(async () => {
    await desk.stop();
    await database.drop();
  });
  // Nobody has a password again, as before the first run; what was done stays on the record.
  beforeEach(() =>
    sql(desk, 'delete from sessions').then(() =>
      sql(desk, 'update accounts set password_hash = null, password_set_at = null'),
    ),
  );

  const command = (...args: string[]) => run(args, { DATABASE_URL: database.url });

  async function code(): Promise<string> {
    const { stdout } = await command('setup');
    return /^http:\/\/127\.0\.0\.1:3000\/setup#(su_\S+)\n$/.exec(stdout)![1]!;
  }

  const given = (more: object = {}) => ({
    workspace: { name: 'Front desk', slug: 'front' },
    name: 'Chief',
    email: 'chief@newsroom.example',
    password: PASSWORD,
    ...more,
  });

  const needed = async () => (await new Browser(desk).get('/setup')).body.needed as boolean;

  it('makes the first admin with a code that is good once, and signs them in to a workspace with all it needs', async () => {
    expect(await needed()).toBe(true);
    const browser = new Browser(desk);

    const answer = await browser.post('/setup', given({ code: await code() }));

    expect(answer.status).toBe(201);
    expect(answer.body.places).toMatchObject([{ slug: 'front', name: 'Front desk', role: 'admin' }]);
    expect(JSON.stringify(answer.body)).not.toContain('sn_');
    expect((await browser.get('/me')).body).toMatchObject({ name: 'Chief', role: 'admin' });
    expect((await browser.get('/queues')).body.items).toMatchObject([{ isDefault: true }]);
    expect((await browser.get('/rating-scale')).body.ratings.length).toBeGreaterThan(1);
    expect((await browser.get('/policy')).body).toMatchObject({ version: 1 });
    const again = new Browser(desk);
    expect(
      (await again.post('/session', { email: 'Chief@Newsroom.example', password: PASSWORD })).status,
    ).toBe(200);
    expect(await needed()).toBe(false);
  });

  it('is over when somebody has a password: no code is good, and the command prints none', async () => {
    const spare = await code();
    await new Browser(desk).post('/setup', given({ code: await code() }));

    const answer = await new Browser(desk).post(
      '/setup',
      given({ code: spare, email: 'late@newsroom.example' }),
    );
    const refused = await command('setup');

    expect([answer.status, answer.body.code]).toEqual([409, 'setup.done']);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('It is set up already');
    expect(await sql(desk, 'select 1 from setup_codes')).toEqual([]);
    expect(await sql(desk, `select 1 from accounts where email = 'late@newsroom.example'`)).toEqual([]);
  });

  it('takes no code that was not printed, and none of yesterday', async () => {
    const old = await code();
    await sql(desk, `update setup_codes set expires_at = now() - interval '1 second'`);
    for (const wrong of ['su_0000', old]) {
      const { status, body } = await new Browser(desk).post('/setup', given({ code: wrong }));
      expect([status, body.code]).toEqual([404, 'setup.code_unknown']);
      expect(body.detail).toContain('second-source setup');
    }
    expect(await needed()).toBe(true);
    await code();
    const left = await sql(desk, 'select expires_at > now() as good from setup_codes');
    expect(left).toEqual([{ good: true }]);
  });

  it('refuses a password that is easily guessed, the name of the workspace too, and leaves the code good', async () => {
    const printed = await code();
    for (const password of ['too short', 'passwordpassword', 'chief@newsroom.example']) {
      const { status, body } = await new Browser(desk).post('/setup', given({ code: printed, password }));
      expect([status, body.errors[0].path]).toEqual([400, 'password']);
    }
    expect((await new Browser(desk).post('/setup', given({ code: printed }))).status).toBe(201);
  });

  it('asked for by two at the same time makes one admin', async () => {
    const codes = [await code(), await code()];
    const emails = ['one@newsroom.example', 'two@newsroom.example'];

    const answers = await Promise.all(
      emails.map((email, index) => new Browser(desk).post('/setup', given({ code: codes[index], email }))),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const holders = await sql<{ email: string }>(
      desk,
      'select email from accounts where password_hash is not null',
    );
    expect(holders).toEqual([{ email: emails[answers.findIndex(({ status }) => status === 201)] }]);
  });

  it('is of a page of this server alone', async () => {
    const printed = await code();
    const answer = await new Browser(desk).request('POST', '/setup', {
      body: given({ code: printed }),
      headers: { origin: 'https://elsewhere.example' },
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'origin.foreign']);
    expect(await needed()).toBe(true);
  });

  it('joins the workspace that programs opened before, as an admin', async () => {
    const { stdout: key } = await command(
      'keys',
      'create',
      '--workspace',
      'wire',
      '--role',
      'fact_checker',
      '--name',
      'Importer',
    );
    const program = new Client(desk, key.trim());
    const { body: claim } = await program.post('/claims', {
      text: 'Entered before anybody came.',
      language: 'en',
    });
    const browser = new Browser(desk);

    const { body } = await browser.post(
      '/setup',
      given({ code: await code(), workspace: { name: 'Another name', slug: 'wire' } }),
    );

    expect(body.places).toContainEqual(expect.objectContaining({ slug: 'wire', role: 'admin' }));
    expect((await browser.get(`/claims/${claim.id}`)).status).toBe(200);
    expect((await browser.get('/members')).body.items).toHaveLength(2);
    const kept = (await browser.get('/workspace')).body.name;
    expect(kept).not.toBe('Another name');
  });

  it('is pointed to when a server starts, without a code where the output may be a log', async () => {
    const before = await sql(desk, 'select count(*)::int as codes from setup_codes');
    const server = new Program(['start'], { DATABASE_URL: database.url, PORT: '0', ROLE: 'api' });
    await server.ready();
    const said = () => server.stdout.includes('Nobody can sign in yet');
    while (!said()) await new Promise((resolve) => server.process.stdout!.once('data', resolve));
    await server.interrupt();

    expect(server.stdout).toContain('`second-source setup` prints the link');
    expect(server.stdout + server.stderr).not.toContain('su_');
    expect(await sql(desk, 'select count(*)::int as codes from setup_codes')).toEqual(before);
  });
});
