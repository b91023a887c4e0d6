import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { Program } from '../edge/process.js';
import { eventually, sharedDesk, startDesk } from '../setup/desk.js';
import { type Answer, type Client, type Json, type Role, Workspace } from '../setup/workspace.js';
import { sql } from '../reviews/reviewing.js';
import { Browser } from './browser.js';

const PASSWORD = 'seven otters mend a lamp';
const OTHER = 'nine cranes paint the harbour';

describe('signing in', () => {
  const desk = sharedDesk();
  let workspace: Workspace;
  let admin: Client;
  let email: string;

  beforeEach(async () => {
    // All of this comes from one address.
    await sql(desk, 'delete from sign_in_tries', []);
    workspace = Workspace.open(desk);
    admin = await workspace.client('admin');
    email = `Person@${workspace.slug}.example`;
  });

  async function admit(by = admin, role: Role = 'reviewer'): Promise<string> {
    return good(await by.post('/members', { email, name: 'A person', role }), 201).id;
  }

  async function invited(id: string, by = admin): Promise<string> {
    const { url } = good(await by.post(`/members/${id}/invitations`), 201);
    expect(url).toMatch(new RegExp(`^${desk.url}/invitation#sn_`));
    return url.split('#')[1];
  }

  /** A person who has chosen their password, and the browser in which they did. */
  async function person(): Promise<{ browser: Browser; id: string }> {
    const id = await admit();
    const browser = new Browser(desk);
    good(await browser.post('/session/invitation', { token: await invited(id), password: PASSWORD }));
    return { browser, id };
  }

  async function signIn(
    password = PASSWORD,
    more: object = {},
  ): Promise<{ browser: Browser; answer: Answer }> {
    const browser = new Browser(desk);
    return { browser, answer: await browser.post('/session', { email, password, ...more }) };
  }

  it('begins with a link that is good once, by which a person chooses their password', async () => {
    const id = await admit();
    const replaced = await invited(id);
    const token = await invited(id);
    const browser = new Browser(desk);
    const accept = (given: object) =>
      browser.request('POST', '/session/invitation', { body: { token, password: PASSWORD, ...given } });
    expect((await accept({ token: replaced })).body.code).toBe('invitation.unknown');
    expect((await accept({ password: 'too short' })).body.errors[0].path).toBe('password');

    const accepted = await accept({});

    expect(accepted.status).toBe(200);
    expect(accepted.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^second-source=sn_\S+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/),
    ]);
    expect(accepted.body).toMatchObject({
      memberId: id,
      places: [{ slug: workspace.slug, memberId: id, role: 'reviewer' }],
    });
    expect(JSON.stringify(accepted.body)).not.toContain('sn_');
    expect((await browser.get('/me')).body).toMatchObject({ id, role: 'reviewer' });
    expect((await browser.post('/claims', { text: 'Entered by a person.', language: 'en' })).status).toBe(
      201,
    );
    expect((await new Browser(desk).post('/session/invitation', { token, password: OTHER })).body.code).toBe(
      'invitation.unknown',
    );
    const { items } = (await admin.get('/events?type=member.invited')).body;
    expect(items.map(({ subject }: Json) => subject.id)).toEqual([id, id]);
  });

  it('takes the address in any case and the password as it was typed, and says of neither which was wrong', async () => {
    await person();
    expect((await signIn(PASSWORD)).answer.status).toBe(200);
    email = email.toLowerCase();
    expect((await signIn(PASSWORD.replace('otters', 'o\u0074ters'))).answer.status).toBe(200);
    const wrong = (await signIn(OTHER)).answer;
    email = `nobody@${workspace.slug}.example`;
    const unknown = (await signIn(OTHER)).answer;
    expect([wrong.status, wrong.body.code]).toEqual([401, 'sign_in.refused']);
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it.each<[string, string | null]>([
    ['short', 'fourteen chars'],
    ['of one word again and again', 'passwordpasswordpassword'],
    ['of the keys beside each other', 'qwertyuiopasdfghjkl'],
    ['of digits in order', '12345678901234567890'],
    ['their own address', null],
    ['longer than anybody types', 'a1 '.repeat(100)],
  ])('takes no password that is %s', async (_, given) => {
    const password = given ?? email;
    const id = await admit();
    const token = await invited(id);
    const answer = await new Browser(desk).post('/session/invitation', { token, password });
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'password']);
    expect((await new Browser(desk).post('/session/invitation', { token, password: PASSWORD })).status).toBe(
      200,
    );
  });

  it('lets wait whoever tries too often, at once too, also with the right password, and only that account', async () => {
    await person();
    const tries = await Promise.all(Array.from({ length: 20 }, () => signIn(OTHER)));
    const statuses = tries.map(({ answer }) => answer.status).sort();
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(11);
    expect(statuses.at(-1)).toBe(429);
    const right = (await signIn()).answer;
    expect([right.status, right.body.code]).toEqual([429, 'sign_in.throttled']);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
    await sql(desk, `update sign_in_tries set last_at = last_at - interval '20 minutes'`, []);
    expect((await signIn()).answer.status).toBe(200);
    expect((await signIn(OTHER)).answer.status).toBe(401);
  });

  it('lets wait an address that tries many accounts', async () => {
    await sql(desk, `insert into sign_in_tries values ('address:127.0.0.1', 80, clock_timestamp())`, []);
    await person();
    expect((await signIn()).answer.status).toBe(429);
  });

  it('is of use to pages of this server alone', async () => {
    const { browser } = await person();
    const enter = (headers: Record<string, string>) =>
      browser.request('POST', '/claims', { body: { text: 'A claim.', language: 'en' }, headers });
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: '' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) {
      const answer = await enter(headers);
      expect([headers, answer.status, answer.body.code]).toEqual([headers, 403, 'origin.foreign']);
      const out = await browser.request('DELETE', '/session', { headers });
      expect([headers, out.status]).toEqual([headers, 403]);
    }
    expect((await browser.get('/claims')).body.items).toEqual([]);
    expect((await browser.request('GET', '/claims', { headers: foreign[0] })).status).toBe(200);
    const lured = new Browser(desk);
    const answer = await lured.request('POST', '/session', {
      body: { email, password: PASSWORD },
      headers: foreign[0],
    });
    expect([answer.status, lured.cookie]).toEqual([403, null]);
    expect((await enter({ 'sec-fetch-site': 'same-origin' })).status).toBe(201);
  });

  it('is seen and ended elsewhere; a new password ends all others, and streams end with their session', async () => {
    const { browser } = await person();
    const there = (await signIn()).browser;
    const stream = await there.send('GET', '/events/stream');
    const { items } = (await browser.get('/sessions')).body;
    expect(items.map(({ current }: Json) => current).sort()).toEqual([false, true]);
    expect(items[0]).toMatchObject({ address: expect.stringContaining('127.0.0.1'), userAgent: 'node' });
    const other = items.find(({ current }: Json) => !current);
    expect((await browser.delete(`/sessions/${other.id}`)).status).toBe(204);
    expect((await there.get('/me')).status).toBe(401);
    expect((await there.get('/session')).status).toBe(401);
    await drained(stream);

    const third = (await signIn()).browser;
    const wrong = await browser.post('/session/password', { current: OTHER, password: OTHER });
    expect(wrong.body.errors[0].path).toBe('current');
    expect((await browser.post('/session/password', { current: PASSWORD, password: OTHER })).status).toBe(
      204,
    );
    expect((await third.get('/me')).status).toBe(401);
    expect((await browser.get('/me')).status).toBe(200);
    expect((await signIn(PASSWORD)).answer.status).toBe(401);
    expect((await signIn(OTHER)).answer.status).toBe(200);

    expect((await browser.delete('/session')).status).toBe(204);
    expect(browser.cookie).toBeNull();
    const none = await browser.get('/session');
    expect([none.status, none.body.code]).toEqual([401, 'credentials.required']);
  });

  it('goes on in another workspace in which the person has a place, and in no other', async () => {
    const { browser } = await person();
    const second = Workspace.open(desk);
    const admin2 = await second.client('admin');
    const there = await admit(admin2, 'viewer');
    const taken = await admin2.post(`/members/${there}/invitations`);
    expect([taken.status, taken.body.code]).toEqual([409, 'account.has_password']);
    const { places } = (await browser.get('/session')).body;
    expect(places.map(({ slug }: Json) => slug).sort()).toEqual([second.slug, workspace.slug].sort());
    const old = browser.cookie;
    const { workspaceId } = places.find(({ slug }: Json) => slug === second.slug);
    expect((await browser.post('/session/workspace', { workspaceId })).body.memberId).toBe(there);
    expect((await browser.get('/me')).body).toMatchObject({ id: there, role: 'viewer' });
    const before = new Browser(desk);
    before.cookie = old;
    expect((await before.get('/me')).status).toBe(401);
    expect((await signIn(PASSWORD, { workspace: workspace.slug })).answer.body.places).toHaveLength(2);
    expect((await signIn(PASSWORD, { workspace: 'elsewhere' })).answer.status).toBe(401);
    const stranger = Workspace.open(desk);
    await stranger.client('admin');
    const [{ id }] = await sql(desk, 'select id from workspaces where slug = $1', [stranger.slug]);
    expect((await browser.post('/session/workspace', { workspaceId: id })).status).toBe(400);
  });

  it('ends with the place, with time, and with what is not used', async () => {
    const { browser, id } = await person();
    const age = (column: string, days: number) =>
      sql(
        desk,
        `update sessions set ${column} = ${column} - make_interval(days => ${days}) where member_id = $1`,
        [id],
      );
    await age('last_used_at', 8);
    expect((await browser.get('/session')).status).toBe(401);
    const next = (await signIn()).browser;
    await age('expires_at', 31);
    expect((await next.get('/session')).status).toBe(401);
    const last = (await signIn()).browser;
    expect((await last.get('/me')).status).toBe(200);
    expect((await admin.delete(`/members/${id}`)).status).toBe(204);
    expect((await last.get('/me')).status).toBe(401);
    expect((await signIn()).answer.status).toBe(401);
  });

  it('is not for programs, and a key is no session', async () => {
    const { id } = (await admin.get('/me')).body;
    const answer = await admin.post(`/members/${id}/invitations`);
    expect([answer.status, answer.body.code]).toEqual([409, 'member.no_person']);
    expect((await admin.get('/session')).status).toBe(401);
    const { browser } = await person();
    const secret = browser.cookie!.split('=')[1]!;
    const bearer = await fetch(`${desk.url}/api/v1/me`, { headers: { authorization: `Bearer ${secret}` } });
    expect(bearer.status).toBe(401);
    browser.cookie = `second-source=${admin.key}`;
    expect((await browser.get('/me')).status).toBe(401);
  });

  it('over https is kept in a cookie that no other host can set', async () => {
    await person();
    const port = await freePort();
    const settings = {
      ROLE: 'api',
      PORT: String(port),
      PUBLIC_URL: 'https://desk.example',
      TRUSTED_PROXIES: '127.0.0.1',
    };
    const secure = await startDesk(desk.databaseUrl, settings);
    try {
      const browser = new Browser({ ...secure, url: `http://127.0.0.1:${port}` });
      const { headers } = await browser.post('/session', { email, password: PASSWORD });
      expect(headers.getSetCookie()).toEqual([
        expect.stringMatching(/^__Host-second-source=sn_\S+; .*HttpOnly; Secure; SameSite=Strict$/),
      ]);
      expect((await browser.get('/me')).status).toBe(200);
      const through = { 'x-forwarded-for': '198.51.100.7' };
      await browser.request('POST', '/session', { body: { email, password: PASSWORD }, headers: through });
      expect((await browser.get('/sessions')).body.items[0].address).toBe('198.51.100.7');
    } finally {
      await secure.stop();
    }
  });

  it('lets whoever runs the server replace a lost password, which ends every session of the person', async () => {
    const { browser } = await person();
    const run = async (...args: string[]) => {
      const program = new Program(['reset-password', ...args], { DATABASE_URL: desk.databaseUrl });
      return { code: await program.end(), out: program.stdout, err: program.stderr };
    };
    expect(await run('--account', 'nobody@newsroom.example')).toMatchObject({ code: 1, out: '' });
    const { code, out } = await run('--account', email.toUpperCase());
    expect(code).toBe(0);
    expect(out).toMatch(/^http:\/\/\S+\/invitation#sn_\S+\n$/);
    await eventually(
      () => browser.get('/session'),
      ({ status }) => status === 401,
    );
    expect((await signIn()).answer.status).toBe(401);
    const token = out.trim().split('#')[1]!;
    good(await new Browser(desk).post('/session/invitation', { token, password: OTHER }));
    expect((await signIn()).answer.status).toBe(401);
    good((await signIn(OTHER)).answer);
    const { items } = (await admin.get('/events?type=member.invited')).body;
    expect(items.at(-1).actor).toMatchObject({ type: 'system' });
  });
});

function good({ status, body }: Answer, expected = 200): Json {
  expect([status, body]).toEqual([expected, body]);
  return body;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Reads a stream to its end; the test ends when it does not. */
async function drained(stream: Response): Promise<void> {
  for await (const _ of stream.body!) continue;
}
