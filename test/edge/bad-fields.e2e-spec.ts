import type { Json } from '../setup/workspace.js';
import { booksOf, difference } from './books.js';
import { Document, type Schema, withField } from './document.js';
import { type Newsroom, openNewsroom } from './newsroom.js';
import { expectProblem } from './problems.js';
import { requestTo } from './requests.js';

const document = await Document.of();
const fields = document.guarded.flatMap((operation) =>
  operation.body === undefined
    ? []
    : document
        .fields(operation.body)
        .map((field) => ({ operation, ...field, name: `${operation.id} ${field.path}` })),
);
type Field = (typeof fields)[number];
const table = (some: Field[]) => some.map((field) => [field.name, field] as const);

const typesOf = (schema: Schema): string[] => {
  const types = [document.plain(schema).type].flat().filter((type) => type !== undefined);
  return document.isNullable(schema) ? [...types, 'null'] : types;
};
const isText = ({ schema }: Field) => typesOf(schema).includes('string') && !document.plain(schema).enum;
const itemsAreText = ({ schema }: Field) =>
  document.plain(document.plain(schema).items ?? {}).type === 'string';

const IMPOSSIBLE_TIMES = [
  '2024-02-30T00:00:00Z',
  '2023-02-29T00:00:00Z',
  '2024-13-01T00:00:00Z',
  '2024-00-10T00:00:00Z',
  '2024-01-01T24:00:00Z',
  '2024-01-01T23:60:00Z',
  '2024-01-01T23:59:60Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+01:00',
  '9999-12-31T23:59:59-01:00',
  '2024-01-01T00:00:00+99:99',
  '2024-01-01T00:00:00+24:00',
  '2024-01-01T00:00:00',
  '2024-01-01 00:00:00Z',
  '20240101T000000Z',
  '2024-W01-1',
  '+012024-01-01T00:00:00Z',
  '-2024-01-01T00:00:00Z',
  '1729764000',
  'yesterday',
  '٢٠٢٤-٠١-٠١T00:00:00Z',
];
const IMPOSSIBLE_DATES = ['2024-02-30', '0000-01-01', '2024-1-1', '2024-01', '2024-01-01Z'];
const NO_IDS = [
  '',
  '1',
  'x'.repeat(36),
  '01936b6e-7b1c-7d6a-8f4e',
  '01936b6e7b1c7d6a8f4e2d1b3c4a5f60',
  '{01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60}',
  "' or true --",
];
const NO_ADDRESSES = [
  '',
  'news.example',
  '//news.example',
  'ftp://news.example/',
  'javascript:alert(1)',
  'http://',
  'https:// news.example',
  'data:text/html,x',
  'file:///etc/passwd',
  'http://[::1',
  `https://x.example/${'a'.repeat(2000)}`,
];

describe('a field that cannot be taken', () => {
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

  /** The operation with a good body in which this field has this value, which may be JSON that no value writes. */
  async function refuses({ operation, path }: Field, value: unknown, raw?: string): Promise<void> {
    const request = requestTo(operation, room, { field: path });
    const json = JSON.stringify(withField(request.body, path, raw === undefined ? value : '@@raw@@'));
    const answer = await request.by.request(operation.method, request.path, {
      raw: raw === undefined ? json : json.replace('"@@raw@@"', raw),
      headers: request.headers,
    });
    try {
      expectProblem(answer, 400);
      expect(answer.body.errors?.[0]?.path.startsWith(path.split('.')[0])).toBe(true);
    } catch (error) {
      throw new Error(
        `${path} = ${raw ?? JSON.stringify(value)?.slice(0, 100)} was answered ${answer.status}: ${JSON.stringify(answer.body)}\n${String(error)}`,
      );
    }
  }

  it.each(table(fields))('is refused where it is of another type: %s', async (_, field) => {
    const types = typesOf(field.schema);
    const number = types.includes('integer') || types.includes('number');
    if (!types.includes('string')) await refuses(field, 'text');
    if (!types.includes('string')) await refuses(field, '1');
    if (!number) await refuses(field, 1);
    if (!types.includes('boolean')) await refuses(field, true);
    if (!types.includes('array')) await refuses(field, []);
    if (!types.includes('array')) await refuses(field, ['text']);
    if (!types.includes('object')) await refuses(field, { a: 1 });
    if (!types.includes('null')) await refuses(field, null);
    if (types.includes('array')) for (const item of [null, 1, {}, [[]]]) await refuses(field, [item]);
    if (types.includes('integer')) await refuses(field, 1.5);
  });

  it.each(table(fields.filter(({ required }) => required)))(
    'is refused where it is missing: %s',
    async (_, field) => {
      await refuses(field, undefined);
    },
  );

  it.each(table(fields.filter(isText)))('is refused with characters that are none: %s', async (_, field) => {
    for (const text of ['a\u0000b', '\u0000', 'a\ud800', '\udc00b', '\udc00\ud800'])
      await refuses(field, text);
  });

  it.each(table(fields.filter(itemsAreText)))(
    'is refused with entries that are none: %s',
    async (_, field) => {
      for (const text of ['a\u0000b', '\ud800', '']) await refuses(field, [text]);
    },
  );

  it.each(table(fields.filter(({ schema }) => document.plain(schema).enum)))(
    'is refused with a value that is not on its list: %s',
    async (_, field) => {
      for (const value of ['', 'nonsense', 'ADMIN', ' viewer', '__proto__', 'constructor', 'toString'])
        await refuses(field, value);
    },
  );

  it.each(table(fields.filter(({ schema }) => /integer|number/.test(String(typesOf(schema))))))(
    'is refused with a number that is none: %s',
    async (_, field) => {
      const { minimum, maximum } = document.plain(field.schema);
      for (const raw of ['1e400', '-1e400', '"1"', 'true']) await refuses(field, undefined, raw);
      if (minimum !== undefined)
        for (const raw of [String(minimum - 1), '-9007199254740993']) await refuses(field, undefined, raw);
      if (maximum !== undefined)
        for (const raw of [String(maximum + 1), '9007199254740992', '1e30'])
          await refuses(field, undefined, raw);
    },
  );

  it.each(table(fields.filter(({ schema }) => document.plain(schema).format === 'date-time')))(
    'is refused with a time that cannot be: %s',
    async (_, field) => {
      for (const time of [...IMPOSSIBLE_TIMES, ...IMPOSSIBLE_DATES, '2024-01-01']) await refuses(field, time);
    },
  );

  it.each(table(fields.filter(({ schema }) => document.plain(schema).pattern?.includes('[Tt]'))))(
    'is refused with a time or date that cannot be: %s',
    async (_, field) => {
      for (const time of [...IMPOSSIBLE_TIMES, ...IMPOSSIBLE_DATES]) await refuses(field, time);
    },
  );

  it.each(table(fields.filter(({ schema }) => document.plain(schema).format === 'uuid')))(
    'is refused with an id that is none: %s',
    async (_, field) => {
      for (const id of NO_IDS) await refuses(field, id);
    },
  );

  it.each(table(fields.filter(({ schema }) => document.plain(schema).format === 'uri')))(
    'is refused with an address that is none: %s',
    async (_, field) => {
      for (const url of NO_ADDRESSES) await refuses(field, url);
    },
  );

  it.each(table(fields.filter((field) => isText(field) && document.plain(field.schema).maxLength)))(
    'is refused where it is too long: %s',
    async (_, field) => {
      const { maxLength = 0, minLength } = document.plain(field.schema);
      await refuses(field, 'x'.repeat(maxLength + 1));
      // Selectors of emoji are characters too, though they show nothing.
      await refuses(field, `x${'\ufe0f'.repeat(maxLength)}`);
      await refuses(field, '😀'.repeat(maxLength + 1));
      if (minLength)
        for (const blank of ['', ' ', '\t\n', '\u3000', '\u200b\ufeff', '\u2060 \u00ad'])
          await refuses(field, blank);
    },
  );

  it.each(table(fields.filter(({ schema }) => document.plain(schema).maxItems)))(
    'is refused with too many entries: %s',
    async (_, field) => {
      const { maxItems = 0, items } = document.plain(field.schema);
      const entry: Json = document.plain(items ?? {}).properties ? { url: 'https://x.example/' } : 'en';
      await refuses(
        field,
        Array.from({ length: maxItems + 1 }, () => entry),
      );
    },
  );
});
