import { booksOf, difference } from './books.js';
import { Document, type Operation } from './document.js';
import { type Newsroom, openNewsroom } from './newsroom.js';
import { expectProblem } from './problems.js';
import { requestTo } from './requests.js';

const document = await Document.of();
const withBody = document.guarded.filter(({ body }) => body !== undefined);
const each = withBody.map((operation) => [operation.id, operation] as const);

const MIB = 1024 * 1024;
const deep = (levels: number, open: string, close: string) =>
  `${open.repeat(levels)}1${close.repeat(levels)}`;

describe('a body that cannot be taken', () => {
  let room: Newsroom;
  let before: string[];
  const books = () => booksOf(room.workspace.desk.databaseUrl, room.workspace.slug);

  beforeAll(async () => {
    room = await openNewsroom();
    before = await books();
  });

  afterAll(async () => {
    // Nothing that was refused has left anything behind.
    expect(difference(before, await books())).toEqual([]);
  });

  /** Sends the text as it is to an operation that would take a good body. */
  function send(operation: Operation, raw: string, headers: Record<string, string> = {}) {
    const request = requestTo(operation, room);
    return request.by.request(operation.method, request.path, {
      raw,
      headers: { ...request.headers, ...headers },
    });
  }

  it.each(each)('is refused where it is no JSON object: %s', async (_, operation) => {
    for (const raw of ['[]', '[{}]', '"text"', '1', 'true', 'null']) {
      expectProblem(await send(operation, raw), 400);
    }
  });

  it.each(each)('is refused where it is no JSON: %s', async (_, operation) => {
    for (const raw of [
      '',
      '{',
      '{"a":1,}',
      "{'a':1}",
      'text',
      '{"a":\u0000}',
      '\ufeff{',
      '{}{}',
      '{"a":NaN}',
    ]) {
      expectProblem(await send(operation, raw), 400);
    }
  });

  it.each(each)('is refused with a field that nobody knows: %s', async (_, operation) => {
    const { body } = requestTo(operation, room);
    for (const name of [
      'unknown',
      'id',
      'workspaceId',
      'constructor',
      'toString',
      'hasOwnProperty',
      '',
      'a.b',
      '0',
    ]) {
      expectProblem(await send(operation, JSON.stringify({ ...body, [name]: 'x' })), 400, name);
    }
  });

  it.each(each)('is refused where it reaches for prototypes: %s', async (_, operation) => {
    const fields = JSON.stringify(requestTo(operation, room).body).slice(1, -1);
    const more = fields === '' ? '' : `,${fields}`;
    for (const poison of [
      '"__proto__":{"role":"admin"}',
      '"__proto__":1',
      '"\\u005f_proto__":{"a":1}',
      '"constructor":{"prototype":{"role":"admin"}}',
      '"prototype":{"a":1}',
    ]) {
      expectProblem(await send(operation, `{${poison}${more}}`), 400);
    }
  });

  it.each(each)('is refused where it is nested without an end: %s', async (_, operation) => {
    for (const value of [deep(100_000, '[', ']'), deep(20_000, '{"a":', '}')]) {
      expectProblem(await send(operation, `{"reason":${value}}`), 400);
    }
  });

  it('is refused where it is nothing but nesting', async () => {
    const operation = withBody.find(({ id }) => id === 'claims_submit')!;
    for (const raw of [deep(100_000, '{"a":', '}'), deep(100_000, '[', ']'), deep(100_000, '[{"a":', '}]')]) {
      expectProblem(await send(operation, raw), 400);
      expectProblem(await send(operation, raw.slice(0, -1)), 400);
    }
  });

  it.each(each)('is refused where it is larger than 1 MiB: %s', async (_, operation) => {
    expectProblem(await send(operation, JSON.stringify({ text: 'x'.repeat(MIB) })), 413);
  });

  it.each(['gzip', 'br', 'identity, gzip'])('is refused where it is encoded: %s', async (encoding) => {
    const operation = withBody.find(({ id }) => id === 'claims_submit')!;
    const body = JSON.stringify(requestTo(operation, room).body);
    const answer = await send(operation, body, { 'content-encoding': encoding });
    expectProblem(answer, 415);
    expect(answer.body.detail).toContain('Content-Encoding');
    expect(answer.headers.get('accept-encoding')).toBe('identity');
  });

  it.each(each)('is refused where it is of another type: %s', async (_, operation) => {
    const body = JSON.stringify(requestTo(operation, room).body);
    for (const type of [
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/octet-stream',
      'nonsense',
    ]) {
      expectProblem(await send(operation, body, { 'content-type': type }), 415);
    }
  });

  it('says which byte of the size limit is the last', async () => {
    const operation = withBody.find(({ id }) => id === 'claims_submit')!;
    const frame = JSON.stringify({ unknown: '' }).length;
    expectProblem(
      await send(operation, JSON.stringify({ unknown: 'x'.repeat(MIB - frame) })),
      400,
      'unknown',
    );
    expectProblem(await send(operation, JSON.stringify({ unknown: 'x'.repeat(MIB - frame + 1) })), 413);
  });
});
