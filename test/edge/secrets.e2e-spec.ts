import { freshDatabase, onDatabase } from '../setup/desk.js';
import { Client } from '../setup/workspace.js';
import { Document } from './document.js';
import { Program, run } from './process.js';
import { requestLine, sendRaw } from './wire.js';

describe('the log, at its most talkative', () => {
  const secrets: Record<string, string> = {};
  let database: { url: string; drop(): Promise<void> };
  let server: Program;
  let admin: Client;

  beforeAll(async () => {
    database = await freshDatabase();
    const { stdout } = await run(
      ['keys', 'create', '--workspace', 'w', '--role', 'admin', '--name', 'admin'],
      { DATABASE_URL: database.url },
    );
    server = new Program(['start'], { DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'debug' });
    admin = new Client({ url: await server.ready(), databaseUrl: database.url }, stdout.trim());
    secrets['the key of the caller'] = admin.key;
    secrets['the password of the database'] = new URL(database.url).password;
  });

  afterAll(async () => {
    await server.interrupt();
    await database.drop();
  });

  it('holds no secret after all that went well, and all that went wrong', async () => {
    const me = (await admin.get('/me')).body;
    const made = await admin.post('/api-keys', { memberId: me.id, name: 'another' });
    expect(made.status).toBe(201);
    secrets['a key that was made'] = made.body.key;
    for (const operation of (await Document.of(admin.desk)).guarded) {
      const path = operation.path.replace('/api/v1', '').replace('{id}', me.id);
      await admin.request(operation.method, path, { raw: operation.body && '{"unknown":1}' });
    }
    await admin.post('/claims', undefined, {
      headers: { 'content-type': 'application/json', authorization: `Bearer ${admin.key}x` },
    });
    await admin.get('/me', { authorization: admin.key, cookie: `session=${admin.key}` });
    await admin.get(`/claims?key=${admin.key}`);
    await admin.get(`/claims/${admin.key}`);
    await sendRaw(admin.desk, requestLine('GET', `/%${admin.key}`));
    await breakDatabase();
    expect(await server.interrupt()).toBe(0);
    for (const [name, secret] of Object.entries(secrets)) {
      expect(secret.length).toBeGreaterThan(8);
      expect([name, server.stderr.includes(secret), server.stdout.includes(secret)]).toEqual([
        name,
        false,
        false,
      ]);
    }
    expect(server.stderr).toContain('/api/v1/claims');
  });

  /** Lets a statement fail in the middle of a request, so that the error is logged. */
  async function breakDatabase(): Promise<void> {
    await onDatabase(database.url, (db) => db.query('alter table queues rename to elsewhere'));
    expect((await admin.get('/queues')).status).toBe(500);
    expect((await admin.post('/queues', { name: 'x' })).status).toBe(500);
    await onDatabase(database.url, (db) => db.query('alter table elsewhere rename to queues'));
    expect((await admin.get('/queues')).status).toBe(200);
  }
});
