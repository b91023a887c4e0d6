import { sharedDesk } from '../setup/desk.js';
import type { Answer, Client } from '../setup/workspace.js';
import { Document, under } from './document.js';
import { type Newsroom, openNewsroom } from './newsroom.js';
import { expectProblem } from './problems.js';
import { requestTo } from './requests.js';
import { requestLine, sendRaw, type WireAnswer } from './wire.js';

const document = await Document.of();
const paths = [...new Set(document.operations.map(({ path }) => path))];
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';

describe('an address or a method that is none', () => {
  let room: Newsroom;
  let by: Client;

  beforeAll(async () => {
    room = await openNewsroom();
    by = room.by.admin;
  });

  /** Asks at an address from the root of the server. */
  async function at(method: string, path: string): Promise<Answer> {
    return by.request(method, `/../..${path}`, {});
  }

  it.each(paths)('answers 405 with what it takes to every other method: %s', async (path) => {
    const concrete = path.replaceAll(/\{\w+\}/g, ID);
    // A word may also be read where an id stands: /claims/similar is an address of /claims/{id} too.
    const isAt = (pattern: string) =>
      new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(concrete);
    const takes = [
      ...new Set(document.operations.filter((one) => isAt(one.path)).map(({ method }) => method)),
    ];
    const allowed = takes.includes('GET') ? [...takes, 'HEAD'] : takes;
    for (const method of METHODS.filter((one) => !takes.includes(one))) {
      const answer = await at(method, concrete);
      expectProblem(answer, 405);
      expect(answer.headers.get('allow')!.split(', ').sort()).toEqual([...allowed].sort());
      expect(answer.body.code).toBe('method.not_allowed');
    }
  });

  it('answers 405 to methods that HTTP knows and the API does not', async () => {
    for (const method of ['OPTIONS', 'PROPFIND', 'SEARCH', 'PURGE', 'LINK']) {
      expectProblem(await wire(requestLine(method, '/api/v1/claims')), 405);
    }
  });

  it.each([
    '/api/v1',
    '/api/v1/',
    '/api/v2/claims',
    '/api/v1/nothing',
    '/api/v1/claims/',
    '/api/v1//claims',
    `/api/v1/claims/${ID}/nothing`,
    `/api/v1/claims/${ID}/`,
    '/api/v1/Claims',
    '/api/v1/claims;a=b',
    '/nothing',
    '/.env',
    '/api/docs/nothing.js',
    '/api/docs/..%2f..%2fpackage.json',
    '/health',
    '/api/v1/constructor',
    '/api/v1/__proto__',
  ])('answers 404 where nothing is: %s', async (path) => {
    const answer = parsed(
      await sendRaw(sharedDesk(), requestLine('GET', path, { authorization: `Bearer ${by.key}` })),
    );
    expectProblem(answer, 404);
    expect(answer.body.code).toBe('resource.not_found');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  const withId = document.operations.filter(({ path }) => path.includes('{id}'));

  it.each(withId.map((operation) => [operation.id, operation] as const))(
    'answers 400 to an id that is none: %s',
    async (_, operation) => {
      const { headers, body } = requestTo(operation, room);
      for (const id of [
        '1',
        'me',
        ID.slice(1),
        `${ID}0`,
        ID.replaceAll('-', ''),
        `%7B${ID}%7D`,
        '..',
        '%2e%2e',
        '%20',
        '%F0%9F%98%80',
        "'%20or%20true--",
        '%00',
        '%0a',
        '__proto__',
      ]) {
        const path = under(operation.path).replace('{id}', id);
        // A client that tidies the address up would not send these: they go over the wire as they are.
        const raw = body === undefined ? '' : JSON.stringify(body);
        const answer = await wire(
          requestLine(operation.method, `/api/v1${path}`, {
            authorization: `Bearer ${by.key}`,
            ...headers,
            ...(raw && {
              'content-type': 'application/json',
              'content-length': String(Buffer.byteLength(raw)),
            }),
          }) + raw,
        );
        expectProblem(answer, 400, 'id');
      }
    },
  );

  it.each(['%', '%zz', '%C3%28', '%C0%AF', '%ff', '%E0%A4%A', '%ED%A0%80', '%u0041'])(
    'answers 400 to an address with bytes that are no text: %s',
    async (garbage) => {
      for (const path of [
        `/api/v1/claims/${garbage}`,
        `/api/v1/${garbage}`,
        `/${garbage}`,
        `/api/v1/claims/${ID}/${garbage}`,
      ]) {
        expectProblem(
          await wire(requestLine('GET', path, { authorization: `Bearer ${by.key}` })),
          [400, 404],
        );
      }
    },
  );

  it('answers 414 or 431 to an address that is too long, and 400 or 404 before that', async () => {
    const authorization = `Bearer ${by.key}`;
    const ask = (path: string) => wire(requestLine('GET', path, { authorization }));
    expectProblem(await ask(`/api/v1/claims/${'a'.repeat(400)}`), 400);
    expectProblem(await ask(`/api/v1/claims/${'a'.repeat(501)}`), 414);
    expectProblem(await ask(`/api/v1/${'a/'.repeat(4000)}`), 404);
    expectProblem(await ask(`/api/v1/claims?text=${'a'.repeat(8000)}`), 400, 'text');
    expectProblem(await ask(`/api/v1/claims?text=${'a'.repeat(100_000)}`), 431);
    expectProblem(
      await wire(requestLine('GET', '/api/v1/claims', { authorization, 'x-long': 'a'.repeat(100_000) })),
      431,
    );
  });

  it.each([
    'nonsense\r\n\r\n',
    'GET\r\n\r\n',
    'GET /api/v1/claims HTTP/9.9\r\n\r\n',
    'FOO /api/v1/claims HTTP/1.1\r\nhost: desk\r\n\r\n',
    'GET /api/v1/claims HTTP/1.1\r\nhost: desk\r\nbad header\r\n\r\n',
    'POST /api/v1/claims HTTP/1.1\r\nhost: desk\r\ncontent-length: x\r\n\r\n',
    'POST /api/v1/claims HTTP/1.1\r\nhost: desk\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST /api/v1/claims HTTP/1.1\r\nhost: desk\r\nauthorization: KEY\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
  ])('answers what is no HTTP: %j', async (text) => {
    expectProblem(await wire(text.replace('KEY', `Bearer ${by.key}`)), 400);
  });

  async function wire(text: string): Promise<Answer> {
    return parsed(await sendRaw(sharedDesk(), text));
  }

  function parsed({ status, headers, body }: WireAnswer): Answer {
    return { status, headers, body: body === '' ? '' : JSON.parse(body) };
  }
});
