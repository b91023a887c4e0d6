import type { Client } from '../setup/workspace.js';
import { Document, type Operation } from './document.js';
import { type Newsroom, openNewsroom } from './newsroom.js';
import { expectProblem } from './problems.js';
import { requestTo } from './requests.js';

const document = await Document.of();
const operations = document.guarded;
const each = (some: Operation[]) => some.map((operation) => [operation.id, operation] as const);
const queryOf = ({ parameters }: Operation) => parameters.filter((parameter) => parameter.in === 'query');
const lists = operations.filter((operation) => queryOf(operation).some(({ name }) => name === 'cursor'));
const parameters = operations.flatMap((operation) =>
  queryOf(operation).map((parameter) => ({
    operation,
    ...parameter,
    label: `${operation.id} ${parameter.name}`,
  })),
);
const having = (test: (schema: (typeof parameters)[number]['schema']) => unknown) =>
  parameters.filter(({ schema }) => test(schema)).map((parameter) => [parameter.label, parameter] as const);

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';

describe('a query that cannot be taken', () => {
  let room: Newsroom;
  let by: Client;

  beforeAll(async () => {
    room = await openNewsroom();
    by = room.by.admin;
  });

  async function refuses(operation: Operation, query: string, path: string): Promise<void> {
    const request = requestTo(operation, room);
    const answer = await request.by.request(operation.method, `${request.path}?${query}`, request);
    try {
      expectProblem(answer, 400, path);
    } catch (error) {
      throw new Error(
        `?${query.slice(0, 200)} was answered ${answer.status}: ${JSON.stringify(answer.body)?.slice(0, 300)}\n${String(error)}`,
      );
    }
  }

  it.each(each(operations))('is refused with a parameter that nobody knows: %s', async (_, operation) => {
    for (const name of [
      'unknown',
      'Limit',
      'toString',
      '__proto__',
      'constructor',
      'limit[]',
      'limit[gte]',
      'a.b',
    ]) {
      await refuses(operation, `${encodeURIComponent(name)}=1`, name);
    }
  });

  it.each(having(() => true))(
    'is refused with a parameter given twice: %s',
    async (_, { operation, name, schema }) => {
      const value = schema.type === 'integer' ? '1' : schema.format === 'uuid' ? ID : 'x';
      const given = `${name}=${(schema.enum as string[] | undefined)?.[0] ?? value}`;
      await refuses(operation, `${given}&${given}`, name);
    },
  );

  it.each(having(({ type }) => type === 'integer'))(
    'is refused with a number that is none: %s',
    async (_, { operation, name, schema }) => {
      const { minimum = 0, maximum = 0 } = schema;
      for (const value of [
        '',
        'x',
        '1.5',
        '1e2',
        '0x10',
        '%201',
        '1%20',
        '-1',
        'NaN',
        'Infinity',
        '١',
        minimum - 1,
        maximum + 1,
        '9'.repeat(30),
      ]) {
        await refuses(operation, `${name}=${value}`, name);
      }
    },
  );

  it.each(having(({ type }) => type === 'boolean'))(
    'is refused with a flag that is none: %s',
    async (_, { operation, name }) => {
      for (const value of ['', '1', 'yes', 'TRUE']) await refuses(operation, `${name}=${value}`, name);
    },
  );

  it.each(having(({ enum: values }) => values))(
    'is refused with a value that is not on its list: %s',
    async (_, { operation, name }) => {
      for (const value of ['', 'nonsense', 'constructor', '__proto__', '%00'])
        await refuses(operation, `${name}=${value}`, name);
    },
  );

  it.each(having(({ format }) => format === 'uuid'))(
    'is refused with an id that is none: %s',
    async (_, { operation, name }) => {
      for (const value of ['', '1', `${ID}0`, '%27', 'null'])
        await refuses(operation, `${name}=${value}`, name);
    },
  );

  it.each(having(({ format }) => format === 'date-time'))(
    'is refused with a time that cannot be: %s',
    async (_, { operation, name }) => {
      for (const value of [
        '',
        '2024-02-30T00:00:00Z',
        '2024-01-01',
        '2024-01-01T24:00:00Z',
        '0000-01-01T00:00:00Z',
        '2024-01-01T00:00:00+00:00',
      ]) {
        await refuses(operation, `${name}=${value}`, name);
      }
    },
  );

  it.each(having(({ maxLength }) => maxLength))(
    'is refused with text that is none or too long: %s',
    async (_, { operation, name, schema }) => {
      await refuses(operation, `${name}=${'x'.repeat(schema.maxLength! + 1)}`, name);
      await refuses(operation, `${name}=a%00b`, name);
      await refuses(operation, `${name}=`, name);
      await refuses(operation, `${name}=%20`, name);
    },
  );

  it.each(each(lists))('is refused with a cursor that is none: %s', async (_, operation) => {
    const forged = [
      'x',
      'AAAA',
      '=',
      ID,
      encode(null),
      encode({}),
      encode([]),
      encode([null, null]),
      encode(['2024-10-24T10:00:00.000Z', ID]),
      encode(['2024-10-24T10:00:00.000Z', `${ID}' or true --`]),
      encode([{ $gt: '' }, ID]),
      encode(['1']),
      Buffer.from('[1').toString('base64url'),
      encodeURIComponent(Buffer.from('["2024-10-24T10:00:00.000Z"]').toString('base64')),
      'a'.repeat(500),
      '%F0%9F%98%80',
    ];
    for (const cursor of forged) await refuses(operation, `cursor=${cursor}`, 'cursor');
  });

  it('is refused with the cursor of another list, another order or another filter', async () => {
    const first = async (path: string) => {
      const { body } = await by.get(path);
      expect(body.nextCursor).toEqual(expect.any(String));
      return body.nextCursor as string;
    };
    const claims = await first('/claims?limit=1');
    const statements = await first(`/claims/${room.ids['claims']}/statements?limit=1`);
    const cases = [
      ['/sources', claims],
      ['/claims', await first('/sources?limit=1')],
      ['/claims?sort=rank', claims],
      ['/claims?sort=createdAt', claims],
      ['/claims', await first('/claims?limit=1&sort=-updatedAt')],
      ['/claims?status=queued', claims],
      [`/claims/${room.second.claim}/statements`, statements],
      [`/claims/${room.ids['claims']}/evidence`, statements],
    ] as const;
    for (const [path, cursor] of cases) {
      expectProblem(await by.get(`${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`), 400, 'cursor');
    }
  });

  it('is not refused with the same list’s cursor and another limit', async () => {
    const { items, nextCursor } = (await by.get('/claims?limit=1&sort=createdAt')).body;
    const rest = await by.get(`/claims?cursor=${nextCursor}&sort=createdAt&limit=200`);
    expect(rest.status).toBe(200);
    expect(rest.body.items.map(({ id }: { id: string }) => id)).not.toContain(items[0].id);
    const all = (await by.get('/claims?sort=createdAt&limit=200')).body.items;
    expect([items[0], ...rest.body.items].map(({ id }) => id)).toEqual(
      all.map(({ id }: { id: string }) => id),
    );
  });

  it('is refused where two filters exclude each other', async () => {
    expectProblem(await by.get(`/stats/claims?topic=a&queueId=${room.ids['queues']}`), 400, 'queueId');
  });
});
