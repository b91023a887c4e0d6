import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { sharedDesk } from '../setup/desk.js';
import type { Json } from '../setup/workspace.js';
import { faults } from './conforms.js';
import { Document } from './document.js';

const root = new URL('../../', import.meta.url);
const { url } = sharedDesk();
const document = await Document.of();
const each = document.operations.map((operation) => [operation.id, operation] as const);
const described = ({ path, method }: { path: string; method: string }): Json =>
  document.json.paths[path][method.toLowerCase()];

/** What asks whoever is signed in, and nobody for a permission. */
const OF_SESSIONS = ['read', 'signOut', 'move', 'changePassword', 'list', 'end'].map(
  (word) => `sessions_${word}`,
);

describe('the description of the API', () => {
  it('is served to everybody, and is the file that clients are generated from', async () => {
    const response = await fetch(`${url}/api/openapi.json`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const file: unknown = JSON.parse(await readFile(new URL('openapi.json', root), 'utf8'));
    expect(await response.json()).toEqual(file);
    const tag = response.headers.get('etag')!;
    expect((await fetch(`${url}/api/openapi.json`, { headers: { 'if-none-match': tag } })).status).toBe(304);
  });

  it('can be compared with the code by a command', async () => {
    const script = new URL('scripts/openapi.js', root).pathname;
    const environment = {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    };
    await promisify(execFile)(process.execPath, [script, '--check'], { env: environment });
  });

  it('says what it is, where it is served and under which license', () => {
    const { openapi, info, servers, security } = document.json;
    expect(openapi).toMatch(/^3\.1\./);
    expect(info).toMatchObject({ title: 'Second Source', license: { name: 'Apache-2.0' } });
    for (const word of ['/api/v1', 'limit', 'cursor', 'ETag', 'If-Match', 'application/problem+json']) {
      expect(info.description).toContain(word);
    }
    expect(servers).toMatchObject([{ url: '/' }]);
    expect(security).toEqual([{ apiKey: [] }, { session: [] }]);
  });

  it.each(each)('names and explains %s', (_, operation) => {
    const { operationId, tags, summary, security } = described(operation);
    expect(operationId).toMatch(/^[a-z][A-Za-z]*_[a-z][A-Za-z]*$/);
    expect(summary).toMatch(/^[A-Z][a-z]+ .*[^.]$/);
    expect(tags).toHaveLength(1);
    const tag = document.json.tags.find(({ name }: Json) => name === tags[0]);
    // A new noun needs a line in src/base/http/openapi.nouns.ts.
    expect(tag?.description).toMatch(/\w/);
    const open = OF_SESSIONS.includes(operation.id) ? [{ session: [] }] : [];
    expect(security).toEqual(operation.permission === undefined ? open : undefined);
    for (const parameter of described(operation).parameters ?? []) {
      if (parameter.in !== 'query') expect(parameter.description).toMatch(/\w/);
    }
  });

  it.each(each)('shows bodies by examples that fit: %s', (_, operation) => {
    const { requestBody, responses } = described(operation);
    const answers = Object.values<Json>(responses).map((response) => document.resolve(response) as Json);
    const media = [requestBody, ...answers].flatMap((body) => Object.values<Json>(body?.content ?? {}));
    expect(media.length).toBeGreaterThan(0);
    for (const { schema, example, examples } of media) {
      const shown =
        examples === undefined ? [example] : Object.values<Json>(examples).map(({ value }) => value);
      for (const value of shown) {
        expect(value).toBeDefined();
        expect(faults(document, schema, value)).toEqual([]);
      }
    }
  });

  it.each(each)('says how %s can refuse', (_, operation) => {
    const { responses } = described(operation);
    const wanted = ['500'];
    if (operation.permission !== undefined) wanted.push('400', '401', '403', '503');
    if (operation.path.includes('{id}')) wanted.push('404');
    if (operation.body !== undefined) wanted.push('413', '415');
    if (operation.parameters.some(({ name }) => name === 'If-Match')) wanted.push('412', '428');
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(wanted));
    for (const [status, reference] of Object.entries<Json>(responses)) {
      const { content, headers } = document.resolve(reference) as Json;
      if (Number(status) < 400) continue;
      expect(Object.keys(content)).toEqual(['application/problem+json']);
      for (const [code, { value }] of Object.entries<Json>(content['application/problem+json'].examples)) {
        expect(value).toMatchObject({
          status: Number(status),
          code,
          type: `urn:second-source:problem:${code}`,
        });
      }
      expect(headers).toHaveProperty('x-request-id');
      if (status === '503') expect(headers).toHaveProperty('Retry-After');
    }
    expect(JSON.stringify(described(operation))).not.toContain('x-problems');
  });

  it('takes nothing unknown in a body, and says so', () => {
    for (const { body } of document.operations) {
      if (body !== undefined) expect(document.plain(body).additionalProperties).toBe(false);
    }
  });
});

describe('the page to try the API', () => {
  it('needs nothing but this server', async () => {
    const page = await fetch(`${url}/api/docs`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    const html = await page.text();
    expect(html).not.toMatch(/https?:|\/\//);
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(
      ([, file]) => new URL(file!, `${url}/api/docs`),
    );
    expect(files).toHaveLength(4);
    for (const file of files) {
      const response = await fetch(file);
      expect([file.pathname, response.status]).toEqual([file.pathname, 200]);
      expect(response.headers.get('content-type')).toMatch(/^(text\/(css|javascript)|image\/png)/);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
    }
  });

  it('shows the description of this server and tells no validator of it', async () => {
    const start = await (await fetch(`${url}/api/docs/start.js`)).text();
    expect(start).toContain("url: './openapi.json'");
    expect(start).toContain('validatorUrl: null');
    expect(start).not.toMatch(/https?:/);
  });

  it('is found with a slash at the end too', async () => {
    const response = await fetch(`${url}/api/docs/`, { redirect: 'manual' });
    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toBe('/api/docs');
  });
});
