import { v7 as uuid } from 'uuid';
import type { Answer, Json } from '../setup/workspace.js';
import { faults } from './conforms.js';
import { Document, type Operation, under } from './document.js';
import { type Newsroom, openNewsroom, ROLES, stir } from './newsroom.js';
import { requestTo } from './requests.js';

const document = await Document.of();
// A stream and a file answer no JSON document: they have tests of their own.
const operations = document.guarded.filter(
  ({ responses: { 200: done } }) => done?.content === undefined || 'application/json' in done.content,
);
const reads = operations.filter(({ method }) => method === 'GET');
const polled = reads.filter(({ polling }) => polling);
const each = (some: Operation[]) => some.map((operation) => [operation.id, operation] as const);
const answerOf = ({ responses }: Operation, status: number): Json =>
  responses[status]?.content?.['application/json']?.schema;

describe('every operation', () => {
  let room: Newsroom;

  beforeAll(async () => {
    room = await openNewsroom();
  });

  const read = (
    operation: Operation,
    headers: Record<string, string> = {},
    method = 'GET',
  ): Promise<Answer> => room.by.admin.request(method, requestTo(operation, room).path, { headers });

  it.each(each(reads))(
    'answers what its description says, to each role that may ask: %s',
    async (_, operation) => {
      for (const role of ROLES) {
        const answer = await room.by[role].get(requestTo(operation, room).path);
        if (answer.status === 403) continue;
        expect(answer.status).toBe(200);
        expect(faults(document, answerOf(operation, 200), answer.body)).toEqual([]);
      }
    },
  );

  it.each(each(reads))('answers HEAD as GET, without a body: %s', async (_, operation) => {
    const got = await read(operation);
    const head = await read(operation, {}, 'HEAD');
    expect(head.status).toBe(got.status);
    expect(head.body).toBe('');
    for (const name of ['etag', 'content-type', 'content-length', 'x-content-type-options']) {
      expect([name, head.headers.get(name)]).toEqual([name, got.headers.get(name)]);
    }
    expect((await read(operation, { authorization: '' }, 'HEAD')).status).toBe(401);
  });

  it.each(each(operations))(
    'says what it answers in plain JSON, and under which request id: %s',
    async (_, operation) => {
      const ids = new Set<string>();
      const path = under(operation.path).replace('{id}', uuid());
      const sent: Record<string, string>[] = [{}, { authorization: '' }, { 'x-request-id': 'my own' }];
      for (const headers of sent) {
        const answer = await room.by.admin.request(operation.method, path, {
          headers,
          raw: operation.body && '{}',
        });
        expect(answer.headers.get('content-type') ?? 'application/json').toMatch(
          /^application\/(problem\+)?json(; charset=utf-8)?$/,
        );
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
        if (answer.status >= 400) expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'));
        ids.add(answer.headers.get('x-request-id')!);
      }
      expect(ids.size).toBe(3);
    },
  );

  const creating = operations.filter(
    ({ method, path, responses }) =>
      method === 'POST' &&
      responses['202'] === undefined &&
      operations.some((other) => other.path === path && other.method === 'GET'),
  );

  it.each(each(creating))('answers 201 where a list grows by one: %s', (_, operation) => {
    expect(Object.keys(operation.responses)).toContain('201');
    expect(Object.keys(operation.responses)).not.toContain('200');
  });

  const singles = reads.filter(
    (operation) => document.plain(answerOf(operation, 200)).properties?.['version'],
  );

  it.each(each(singles))(
    'carries its version as a strong ETag, and never answers 304: %s',
    async (_, operation) => {
      const { headers, body } = await read(operation);
      expect(headers.get('etag')).toBe(`"${body.version}"`);
      for (const tag of [headers.get('etag')!, '*'])
        expect((await read(operation, { 'if-none-match': tag })).status).toBe(200);
    },
  );

  const changing = operations.filter(
    ({ method, path }) => ['PATCH', 'PUT'].includes(method) && path.includes('{id}'),
  );

  it.each(each(changing))(
    'can be called with a version that was read, also from a list: %s',
    async (_, operation) => {
      const list = operations.find(
        ({ method, path }) => method === 'GET' && path === operation.path.replace('/{id}', ''),
      );
      const { items } = (await read(list!)).body;
      const id = requestTo(operation, room).path.split('/')[2];
      const { version } = items.find((item: Json) => item.id === id);
      expect(version).toEqual(expect.any(Number));
      const change = (ifMatch?: string) =>
        room.by.admin.request(operation.method, requestTo(operation, room).path, {
          body: {},
          headers: ifMatch ? { 'if-match': ifMatch } : {},
        });
      expect(await change()).toMatchObject({ status: 428, body: { code: 'version.required' } });
      expect(await change(`"${version + 1}"`)).toMatchObject({
        status: 412,
        body: { code: 'version.stale', currentVersion: version },
      });
      expect(await change(`W/"${version}"`)).toMatchObject({ status: 412 });
      const unchanged = await change(`"${version}"`);
      expect(unchanged).toMatchObject({ status: 200, body: { version } });
      expect(unchanged.headers.get('etag')).toBe(`"${version}"`);
    },
  );

  it('refuses to change with two versions at once, or none', async () => {
    const path = `/claims/${room.ids['claims']}`;
    for (const tag of ['"1", "2"', '1', '""', 'null']) {
      expect(await room.by.admin.patch(path, {}, tag)).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'If-Match' }] },
      });
    }
    expect((await room.by.admin.patch(path, {}, ' ')).status).toBe(428);
    expect((await room.by.admin.patch(path, {}, '*')).status).toBe(200);
  });
});

describe('what is polled', () => {
  let room: Newsroom;
  const before = new Map<string, string>();

  /** The longest page there is, so that what was added is on it. */
  const poll = (operation: Operation, tag?: string): Promise<Answer> => {
    const query = operation.parameters.some(({ name }) => name === 'limit') ? '?limit=200' : '';
    const headers: Record<string, string> = tag === undefined ? {} : { 'if-none-match': tag };
    return room.by.admin.get(`${requestTo(operation, room).path}${query}`, headers);
  };

  beforeAll(async () => {
    room = await openNewsroom();
    for (const operation of polled) before.set(operation.id, (await poll(operation)).headers.get('etag')!);
  });

  it.each(each(polled))('answers 304 while its answer is the same: %s', async (_, operation) => {
    const tag = before.get(operation.id)!;
    expect(tag).toMatch(/^"[\w-]{20,}"$/);
    for (const sent of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const answer = await poll(operation, sent);
      expect(answer).toMatchObject({ status: 304, body: '' });
      expect(answer.headers.get('etag')).toBe(tag);
      expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    }
    expect((await poll(operation, '"other"')).status).toBe(200);
  });

  it('answers anew, under another tag, once something was added', async () => {
    await stir(room);
    const same: string[] = [];
    for (const operation of polled) {
      const tag = before.get(operation.id)!;
      const answer = await poll(operation, tag);
      if (answer.status === 304 || answer.headers.get('etag') === tag) same.push(operation.id);
    }
    expect(same).toEqual([]);
  });

  it('tells members apart: what one may not see is under another tag', async () => {
    const tags = await Promise.all(
      [room.by.viewer, room.by.editor].map(async (by) => (await by.get('/sources')).headers.get('etag')),
    );
    expect(tags[0]).not.toBe(tags[1]);
  });
});
