import { v7 as uuid } from 'uuid';
import { eventually, onDatabase } from '../setup/desk.js';
import { type Answer, Client, type Role, Workspace } from '../setup/workspace.js';
import { Document, type Operation, under } from './document.js';
import { booksOf, difference } from './books.js';
import { type Newsroom, openNewsroom, ROLES } from './newsroom.js';
import { requestTo } from './requests.js';

const document = await Document.of();
const operations = document.guarded;

/** The operation on what is not there, with a body that nothing takes: only who asks decides about 401 and 403. */
function attempt(
  { method, path }: Operation,
  by: Client,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const body = method === 'GET' || method === 'DELETE' ? undefined : [];
  return by.request(method, `${under(path).replaceAll(/\{\w+\}/g, uuid())}`, { body, headers });
}

describe('who may do what', () => {
  let workspace: Workspace;
  const by = {} as Record<Role, Client>;
  let table: { role: Role; permissions: string[] }[];

  beforeAll(async () => {
    workspace = Workspace.open();
    for (const role of ROLES) by[role] = await workspace.client(role);
    table = (await by.viewer.get('/workflow')).body.roles;
  });

  const permissionsOf = (role: Role) => table.find((row) => row.role === role)!.permissions;

  it('is told alike by the workflow, by the description of the API and to each member', async () => {
    expect(table.map(({ role }) => role)).toEqual(ROLES);
    for (const [i, role] of ROLES.entries()) {
      const weaker = i === 0 ? [] : permissionsOf(ROLES[i - 1]!);
      expect(permissionsOf(role)).toEqual(expect.arrayContaining(weaker));
      const me = (await by[role].get('/me')).body;
      expect(me).toMatchObject({ role, permissions: permissionsOf(role) });
    }
    const asked = new Set(operations.map(({ permission }) => permission));
    expect([...asked].filter((permission) => !permissionsOf('admin').includes(permission!))).toEqual([]);
    expect(permissionsOf('admin').filter((permission) => !asked.has(permission))).toEqual([]);
  });

  describe.each(ROLES)('as %s', (role) => {
    it.each(operations.map((operation) => [operation.id, operation] as const))('%s', async (_, operation) => {
      const answer = await attempt(operation, by[role]);
      const may = permissionsOf(role).includes(operation.permission!);
      expect(answer.status).toBeLessThan(500);
      expect(answer.status).not.toBe(401);
      expect(answer.body.code === 'permission.denied').toBe(!may);
      if (!may) {
        expect(answer.status).toBe(403);
        expect(answer.body).toMatchObject({ permission: operation.permission, title: expect.any(String) });
      }
    });
  });
});

describe('a request that would be carried out', () => {
  let room: Newsroom;
  let permissionsOf: Map<Role, string[]>;
  let before: string[];
  const books = () => booksOf(room.workspace.desk.databaseUrl, room.workspace.slug);
  const titled = operations.map((operation) => [operation.id, operation] as const);

  beforeAll(async () => {
    room = await openNewsroom();
    const table: { role: Role; permissions: string[] }[] = (await room.by.viewer.get('/workflow')).body.roles;
    permissionsOf = new Map(table.map(({ role, permissions }) => [role, permissions]));
    before = await books();
  });

  const may = (role: Role, { permission }: Operation) => permissionsOf.get(role)!.includes(permission!);
  const ask = (operation: Operation, by: Client) => {
    const { path, body, headers } = requestTo(operation, room);
    return by.request(operation.method, path, { body, headers });
  };

  it.each(titled)('is refused to every role without the permission: %s', async (_, operation) => {
    for (const role of ROLES.filter((one) => !may(one, operation))) {
      const { permission } = operation;
      expect(await ask(operation, room.by[role])).toMatchObject({
        status: 403,
        body: { code: 'permission.denied', permission },
      });
    }
  });

  it('is refused to whoever has no key, and finds nothing for the strongest key of another workspace', async () => {
    const stranger = await Workspace.open().client('admin');
    const nobody = new Client(room.workspace.desk, '');
    for (const operation of operations) {
      expect([operation.id, (await ask(operation, nobody)).status]).toEqual([operation.id, 401]);
      if (!operation.path.includes('{')) continue;
      expect([operation.id, (await ask(operation, stranger)).status]).toEqual([operation.id, 404]);
    }
  });

  it('has written nothing where it was refused', async () => {
    expect(difference(before, await books())).toEqual([]);
  });

  // What takes something away comes last, so that the others still find it.
  const inOrder = [...titled].sort(
    ([, a], [, b]) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'),
  );

  it.each(inOrder)(
    'is carried out for the weakest role that has the permission: %s',
    async (id, operation) => {
      const weakest = ROLES.find((role) => may(role, operation))!;
      const { status, body } = await ask(operation, room.by[weakest]);
      // The requests before it may have changed what it is about.
      const conflict = status === 409 || body.code === 'adjudicator.took_part';
      expect([id, status, conflict || status < 300 ? null : body]).toEqual([id, status, null]);
    },
  );
});

describe('a caller without a good key', () => {
  let good: Client;

  beforeAll(async () => {
    good = await Workspace.open().client('admin');
  });

  const expectRefused = (answer: Answer) => {
    expect(answer.status).toBe(401);
    expect(answer.body.code).toBe('credentials.required');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  };

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    'is refused by %s',
    async (_, operation) => {
      const nobody = { authorization: '' };
      expectRefused(await attempt(operation, good, nobody));
    },
  );

  it.each([
    ['no key at all', () => ''],
    ['another scheme', (key: string) => `Basic ${Buffer.from(`key:${key}`).toString('base64')}`],
    ['the key alone', (key: string) => key],
    ['the scheme alone', () => 'Bearer '],
    ['a key of another shape', () => 'Bearer secret'],
    ['a key that was never made', () => `Bearer ss_0123456789ab_${'A'.repeat(43)}`],
    [
      'the prefix of a key with another secret',
      (key: string) => `Bearer ${key.slice(0, 16)}${'A'.repeat(43)}`,
    ],
    [
      'a key with its last letter changed',
      (key: string) => `Bearer ${key.slice(0, -1)}${key.endsWith('A') ? 'Q' : 'A'}`,
    ],
    ['a key in other letters', (key: string) => `Bearer ${key.toUpperCase()}`],
    ['two keys', (key: string) => `Bearer ${key} ${key}`],
    ['a very long key', (key: string) => `Bearer ${key.repeat(50)}`],
  ])('is refused with %s', async (_, header) => {
    expectRefused(await good.get('/me', { authorization: header(good.key) }));
  });

  it('is known by a key after any spelling of the scheme', async () => {
    expect((await good.get('/me', { authorization: `bearer ${good.key}` })).status).toBe(200);
  });
});

describe('a key and a member that are changed', () => {
  let workspace: Workspace;
  let admin: Client;

  beforeAll(async () => {
    workspace = Workspace.open();
    admin = await workspace.client('admin');
  });

  async function memberWithKey(
    role: Role,
  ): Promise<{ member: { id: string; version: number }; keyId: string; client: Client }> {
    const name = uuid();
    const member = (await admin.post('/members', { email: `${name}@newsroom.example`, name, role })).body;
    const key = (await admin.post('/api-keys', { memberId: member.id, name })).body;
    const client = new Client(workspace.desk, key.key);
    // Asked once, so that the server remembers the key as good.
    expect((await client.get('/me')).status).toBe(200);
    return { member, keyId: key.id, client };
  }

  it('lose their rights at once when the key is revoked', async () => {
    const { client, keyId } = await memberWithKey('editor');
    expect((await admin.delete(`/api-keys/${keyId}`)).status).toBe(204);
    expect((await client.get('/me')).status).toBe(401);
    expect((await admin.delete(`/api-keys/${keyId}`)).status).toBe(404);
  });

  it('lose their rights at once when the member is removed', async () => {
    const { client, member } = await memberWithKey('editor');
    expect((await admin.delete(`/members/${member.id}`)).status).toBe(204);
    expect((await client.get('/me')).status).toBe(401);
    const again = await admin.post('/api-keys', { memberId: member.id, name: 'again' });
    expect(again).toMatchObject({ status: 400, body: { errors: [{ path: 'memberId' }] } });
  });

  it('have the rights of a new role at once', async () => {
    const { client, member } = await memberWithKey('editor');
    const queue = () => client.post('/queues', { name: uuid() });
    expect((await queue()).status).toBe(201);
    const demoted = await admin.patch(`/members/${member.id}`, { role: 'viewer' }, member.version);
    expect(demoted.status).toBe(200);
    expect((await queue()).status).toBe(403);
    await admin.patch(`/members/${member.id}`, { role: 'editor' }, demoted.body.version);
    expect((await queue()).status).toBe(201);
  });

  it('end when the key has expired', async () => {
    const { client, member } = await memberWithKey('viewer');
    const past = await admin.post('/api-keys', {
      memberId: member.id,
      name: 'past',
      expiresAt: '2020-01-01T00:00:00Z',
    });
    expect(past).toMatchObject({ status: 400, body: { errors: [{ path: 'expiresAt' }] } });
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const made = await admin.post('/api-keys', { memberId: member.id, name: 'soon', expiresAt });
    expect(made.body).toMatchObject({ expiresAt });
    const soon = new Client(workspace.desk, made.body.key);
    expect((await soon.get('/me')).status).toBe(200);
    await onDatabase(workspace.desk.databaseUrl, (db) =>
      db.query(`update api_keys set expires_at = now() - interval '1 minute' where id = $1`, [made.body.id]),
    );
    const late = await eventually(
      () => soon.get('/me'),
      ({ status }) => status !== 200,
    );
    expect(late).toMatchObject({ status: 401, body: { detail: expect.stringContaining('expired') } });
    expect((await client.get('/me')).status).toBe(200);
  });

  it('leave a workspace with at least one admin', async () => {
    const me = (await admin.get('/me')).body;
    const { version } = (await admin.get('/members')).body.items.find(
      ({ id }: { id: string }) => id === me.id,
    );
    const demotion = await admin.patch(`/members/${me.id}`, { role: 'editor' }, version);
    expect(demotion).toMatchObject({ status: 409, body: { code: 'member.last_admin' } });
    expect(await admin.delete(`/members/${me.id}`)).toMatchObject({
      status: 409,
      body: { code: 'member.last_admin' },
    });
  });
});
