import { createServer } from 'node:net';
import { freshDatabase, sharedDesk } from '../setup/desk.js';
import { Client } from '../setup/workspace.js';
import { Program, run } from './process.js';

const lines = (text: string) => text.split('\n').filter((line) => line !== '');
const { databaseUrl } = sharedDesk();

describe('starting with settings that are wrong', () => {
  it.each([
    [{ PORT: 'x' }, ['PORT must be a whole number from 0 to 65535, for example PORT=3000']],
    [{ PORT: '65536', DATABASE_URL: 'localhost:5432' }, ['PORT must be', 'DATABASE_URL must look like']],
    [
      {
        PORT: '80.5',
        HOST: 'not a host',
        DATABASE_URL: 'mysql://me:hunter2@localhost/x',
        REDIS_URL: 'http://me:hunter2@localhost',
        ROLE: 'boss',
        PUBLIC_URL: 'https://desk.example.org/path',
        LOG_LEVEL: 'loud',
      },
      [
        'PORT must be a whole number',
        'HOST must be an address to listen on',
        'DATABASE_URL must look like postgres://user:password@host:5432/database; in a user name or password write / ? # @ : % as %2F %3F %23 %40 %3A %25',
        'REDIS_URL must look like redis://',
        'ROLE must be api, worker or all',
        'PUBLIC_URL must be an http or https address without a path',
        'LOG_LEVEL must be one of fatal, error, warn, info, debug, silent',
      ],
    ],
    [{ PORT: '0x50', METRICS_PORT: '1e3' }, ['PORT must be a whole number', 'METRICS_PORT must be']],
    [
      { DATABASE_URL: 'postgres://me:hunter2@[', REDIS_URL: 'redis://:hunter2@host:99999' },
      ['DATABASE_URL must look like', 'REDIS_URL must look like'],
    ],
    [
      { DATABASE_URL: 'postgres://me:hunter2%zz@host/desk', REDIS_URL: 'redis://:hunter2%zz@host' },
      ['DATABASE_URL must look like', 'REDIS_URL must look like'],
    ],
    [
      { REDIS_MODE: 'sentinel', REDIS_SENTINEL_NAME: 'desk', REDIS_SENTINEL_PASSWORD: 'hunter2' },
      ['REDIS_MODE', 'REDIS_SENTINEL_NAME', 'REDIS_SENTINEL_PASSWORD'].map(
        (name) => `${name} needs REDIS_URL`,
      ),
    ],
    [
      { REDIS_URL: 'redis://host', REDIS_NODES: 'other:6379', REDIS_SENTINEL_NAME: 'desk' },
      [
        'REDIS_NODES needs REDIS_MODE=sentinel or REDIS_MODE=cluster',
        'REDIS_SENTINEL_NAME needs REDIS_MODE=',
      ],
    ],
  ])('is refused with one line for each, which never shows what was set: %j', async (settings, messages) => {
    const { code, stdout, stderr } = await run(['start'], settings);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const [title, ...told] = lines(stderr);
    expect(title).toBe('Second Source cannot start with these settings:');
    expect(told).toEqual(messages.map((message) => expect.stringContaining(`- ${message}`)));
    expect(stderr).not.toContain('hunter2');
  });

  it('says what to set when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const settings = { DATABASE_URL: databaseUrl, PORT: String(port), LOG_LEVEL: 'error' };
    const { code, stdout, stderr } = await run(['start'], settings);
    other.close();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`Port ${port} is taken. Set PORT to another one`);
  });

  it('finds another port where none is set, without a word of alarm', async () => {
    const other = createServer().listen(3000, '127.0.0.1');
    // Taken by somebody else is as good.
    await new Promise((resolve) => other.once('listening', resolve).once('error', resolve));
    const server = new Program(['start'], { DATABASE_URL: databaseUrl, ROLE: 'api', LOG_LEVEL: 'warn' });
    const address = await server.ready();
    await server.interrupt();
    other.close();
    expect(address).not.toMatch(/:3000$/);
    expect(server.stderr).toBe('');
  });

  it('says what to set where HOST is no address of this machine', async () => {
    const settings = { DATABASE_URL: databaseUrl, PORT: '0', HOST: '192.0.2.1', LOG_LEVEL: 'error' };
    expect(await run(['start'], settings)).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'Second Source could not go on: HOST=192.0.2.1 is no address of this machine. ' +
        'Set it to one, for example HOST=127.0.0.1, or to 0.0.0.0 for all.\n',
    });
  });

  it.each([
    ['on a server that is not there', 'postgres://me:hunter2@127.0.0.1:1/desk'],
    ['not there', databaseUrl.replace(/\/\w+$/, '/nothing_of_that_name')],
    ['behind another password', databaseUrl.replace(/:[^:@/]+@/, ':hunter2@')],
  ])('is refused in words and without a secret where the database is %s', async (_, url) => {
    const { code, stdout, stderr } = await run(['start'], { DATABASE_URL: url, LOG_LEVEL: 'debug' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('Second Source could not go on: ');
    expect(stderr).not.toContain(new URL(url).password);
  });
});

describe('commands', () => {
  it.each([
    [[], 'second-source start'],
    [['nothing'], 'There is no command nothing.'],
    [['keys', 'delete'], 'second-source keys create --workspace <slug> --role <role> --name <text>'],
  ])('show how they are used: %j', async (args, message) => {
    const { code, stdout, stderr } = await run(args, { DATABASE_URL: databaseUrl });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('Usage:');
    expect(stderr).toContain(message);
  });
});

describe('keys create', () => {
  let database: { url: string; drop(): Promise<void> };
  const create = (...args: string[]) =>
    run(['keys', 'create', ...args], { DATABASE_URL: database.url, LOG_LEVEL: 'debug' });

  beforeAll(async () => {
    database = await freshDatabase();
  });

  afterAll(() => database.drop());

  it('prints one key that works, and nothing else', async () => {
    const key = (name: string) => create('--workspace', 'front-desk', '--role', 'editor', '--name', name);
    const { code, stdout, stderr } = await key('A program');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ss_[0-9a-f]{12}_[A-Za-z0-9_-]{43}\n$/);
    expect(stderr).not.toContain(stdout.trim());
    const server = new Program(['start'], { DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'error' });
    const client = new Client({ url: await server.ready(), databaseUrl: database.url }, stdout.trim());
    expect((await client.get('/me')).body).toMatchObject({ role: 'editor', name: 'A program' });
    // Beside the server that runs, and for the same program: its name is compared after normalisation.
    const second = new Client(client.desk, (await key(' a  PROGRAM ')).stdout.trim());
    expect((await second.get('/me')).body.id).toBe((await client.get('/me')).body.id);
    expect(await server.interrupt()).toBe(0);
    // A key is no password. No code is printed, as this output is no terminal.
    expect(server.stdout).toBe(
      `Second Source is ready at ${client.desk.url}\nNobody can sign in yet: \`second-source setup\` prints the link to set it up\n`,
    );
    expect(server.stderr).toBe('');
    // Four processes one after another, on a machine that may be busy.
  });

  it.each([
    [
      'a known name with another role',
      'front-desk admin A_program',
      'with the role editor. Use another name',
    ],
    ['a role that is none', 'front-desk boss name', '--role must be one of viewer, fact_checker, reviewer'],
    ['a slug that is none', 'Front_Desk editor name', '--workspace must be a slug'],
    ['a name that is too long', `front-desk editor ${'x'.repeat(501)}`, '--name must be at most 500'],
  ])('refuses %s', async (_, given, message) => {
    const [workspace, role, name] = given.split(' ') as [string, string, string];
    const values = ['--workspace', workspace, '--role', role, '--name', name.replace('_', ' ')];
    const { code, stdout, stderr } = await create(...values);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
  });

  it.each([
    ['a name', ['--workspace', 'w', '--role', 'editor'], 'Usage:'],
    ['the value of an option', ['--workspace', 'w', '--role', 'editor', '--name'], '--name'],
    ['everything but a word that nobody knows', ['--admin'], '--admin'],
  ])('refuses where there is not %s', async (_, args, message) => {
    const { code, stdout, stderr } = await create(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
