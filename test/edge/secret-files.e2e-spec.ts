import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, onDatabase, sharedDesk } from '../setup/desk.js';
import { run } from './process.js';

const { databaseUrl } = sharedDesk();
const WITHOUT_PASSWORD = 'postgres://desk@127.0.0.1:1/desk';

describe('settings that are kept in files', () => {
  let folder: string;
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'second-source-secrets-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are read, without the line break at the end of the file', async () => {
    const settings = { DATABASE_URL_FILE: file('url', `${databaseUrl}\n`), DATABASE_URL: '' };
    expect(await run(['migrate'], settings)).toMatchObject({
      code: 0,
      stdout: 'The schema is up to date.\n',
    });
  });

  it('fill in the password of an address, whatever signs it has', async () => {
    const password = 'h%75nter 2/@:#?&\'"ü';
    const database = await freshDatabase();
    const name = new URL(database.url).pathname.slice(1);
    try {
      await onDatabase(database.url, async (client) => {
        await client.query(`create role ${name} superuser login password ${client.escapeLiteral(password)}`);
      });
      const url = Object.assign(new URL(database.url), { username: name, password: '' }).href;
      const migrate = (text: string) =>
        run(['migrate'], { DATABASE_URL: url, DATABASE_PASSWORD_FILE: file('password', text) });
      expect(await migrate(`${password}\r\n`)).toMatchObject({ code: 0 });
      const wrong = await migrate('another');
      expect(wrong).toMatchObject({ code: 1, stdout: '' });
      expect(wrong.stderr).toContain('password authentication failed');
    } finally {
      await onDatabase(databaseUrl, (client) => client.query(`drop role if exists ${name}`));
      await database.drop();
    }
  });

  it.each([
    [
      'both the setting and its file',
      () => ({ DATABASE_URL: databaseUrl, DATABASE_URL_FILE: file('url', 'postgres://a:hunter2@b/c') }),
      'DATABASE_URL and DATABASE_URL_FILE are both set; leave one of them out',
    ],
    [
      'a password in the address and in a file',
      () => ({ REDIS_URL: 'redis://:hunter2@queue', REDIS_PASSWORD_FILE: file('password', 'hunter2') }),
      'REDIS_URL has a password and REDIS_PASSWORD_FILE is set; leave one of them out',
    ],
    [
      'a password and no address',
      () => ({ DATABASE_PASSWORD_FILE: file('password', 'hunter2') }),
      'DATABASE_PASSWORD_FILE needs DATABASE_URL beside it: the same address without the password',
    ],
    [
      'a password and an address without a host',
      () => ({ DATABASE_URL: 'postgres:///desk', DATABASE_PASSWORD_FILE: file('password', 'hunter2') }),
      'DATABASE_PASSWORD_FILE needs a host in DATABASE_URL, or there is nobody to tell it to',
    ],
    [
      'a file that is not there',
      () => ({ REDIS_URL_FILE: '/nowhere/redis-url' }),
      'REDIS_URL_FILE names /nowhere/redis-url, which cannot be read: there is no such file',
    ],
    [
      'a folder',
      () => ({ DATABASE_URL: WITHOUT_PASSWORD, DATABASE_PASSWORD_FILE: '/' }),
      'DATABASE_PASSWORD_FILE names /, which cannot be read: it is a folder',
    ],
    ['an empty file', () => ({ DATABASE_URL_FILE: file('empty', '\n') }), '/empty, which is empty'],
    [
      'a file that holds no address',
      () => ({ DATABASE_URL_FILE: file('url', 'hunter2') }),
      'DATABASE_URL must look like postgres://user:password@host:5432/database; in a user name or password write / ? # @ : % as %2F %3F %23 %40 %3A %25',
    ],
  ])('are refused in one line where there is %s', async (_, settings, message) => {
    const { code, stdout, stderr } = await run(['start'], settings());
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const [title, ...told] = stderr.trimEnd().split('\n');
    expect(title).toBe('Second Source cannot start with these settings:');
    expect(told).toEqual([expect.stringContaining(message)]);
    expect(stderr).not.toContain('hunter2');
  });
});
