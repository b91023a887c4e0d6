import fc from 'fast-check';
import type { Json } from '../setup/workspace.js';
import { faults } from './conforms.js';
import { Document, type Operation, type Schema } from './document.js';
import { type Newsroom, openNewsroom } from './newsroom.js';
import { expectProblem } from './problems.js';
import { needsIfMatch, requestTo } from './requests.js';

const document = await Document.of();
const operations = document.guarded;
const each = (some: Operation[]) => some.map((operation) => [operation.id, operation] as const);
// The same everywhere and always, unless one wants to dig: FUZZ_RUNS=1000 FUZZ_SEED=7.
const runs = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 40), seed: Number(process.env['FUZZ_SEED'] ?? 1) };

/** Text that people and programs send by mistake or by intent. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '2024-10-24',
    '2024-10-24T10:00:00Z',
    '1',
    'null',
    '__proto__',
    'en',
    'https://x.example/',
    '😀'.repeat(600),
  ),
);
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(-0, 2 ** 53, -1, 0, 1, 5, 1e308));
const junk = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(text, number, fc.boolean(), fc.constant(null)) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** Values as the schema wants them, mostly; ids are those of the newsroom, mostly. */
function valueOf(schema: Schema, ids: string[]): fc.Arbitrary<unknown> {
  const plain = document.plain(schema);
  const good = goodValueOf(plain, ids);
  const maybeNull = document.isNullable(schema)
    ? fc.oneof({ weight: 4, arbitrary: good }, { weight: 1, arbitrary: fc.constant(null) })
    : good;
  return fc.oneof({ weight: 9, arbitrary: maybeNull }, { weight: 1, arbitrary: junk });
}

function goodValueOf(schema: Schema, ids: string[]): fc.Arbitrary<unknown> {
  const [type] = [schema.type].flat();
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (schema.format === 'date-time')
    return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (schema.format === 'uri') return fc.webUrl();
  if (type === 'integer') return fc.integer({ min: schema.minimum, max: schema.maximum });
  if (type === 'number') return number;
  if (type === 'boolean') return fc.boolean();
  if (type === 'array') return fc.array(valueOf(schema.items ?? {}, ids), { maxLength: 4 });
  if (schema.properties) return objectOf(schema, ids);
  return text;
}

function objectOf(schema: Schema, ids: string[]): fc.Arbitrary<Json> {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, field]) => [name, valueOf(field, ids)] as const,
  );
  return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] });
}

describe('whatever is sent', () => {
  let room: Newsroom;
  let ids: string[];

  beforeAll(async () => {
    room = await openNewsroom();
    ids = [...Object.values(room.ids), ...Object.values(room.second)];
  });

  async function expectAnswered(
    operation: Operation,
    sent: { query?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<void> {
    const request = requestTo(operation, room);
    // JSON.stringify writes lone surrogates as escapes, as a careless client would.
    const answer = await request.by.request(operation.method, `${request.path}${sent.query ?? ''}`, {
      body: sent.body,
      headers: { ...request.headers, ...sent.headers },
    });
    if (answer.status >= 400) {
      expectProblem(
        answer,
        Object.keys(operation.responses)
          .map(Number)
          .filter((status) => status < 500),
      );
    } else {
      const described = operation.responses[answer.status]?.content?.['application/json']?.schema;
      expect(described === undefined ? [] : faults(document, described, answer.body)).toEqual([]);
    }
  }

  it.each(each(operations.filter(({ body }) => body !== undefined)))(
    '%s answers with what it describes, to any body',
    async (_, operation) => {
      const schema = document.plain(operation.body!);
      await fc.assert(
        fc.asyncProperty(
          fc.oneof({ weight: 6, arbitrary: objectOf(schema, ids) }, { weight: 1, arbitrary: fc.jsonValue() }),
          (body) => expectAnswered(operation, { body }),
        ),
        runs,
      );
    },
  );

  const withQuery = operations.filter(({ parameters }) =>
    parameters.some((parameter) => parameter.in === 'query'),
  );

  it.each(each(withQuery))('%s answers with what it describes, to any query', async (_, operation) => {
    const fields = operation.parameters
      .filter((parameter) => parameter.in === 'query')
      .map(({ name, schema }) => [name, valueOf(schema, ids)] as const);
    const queries = fc.record(Object.fromEntries(fields), { requiredKeys: [] }).map((query) => {
      const known = new URLSearchParams();
      for (const [name, value] of Object.entries(query)) {
        if (value !== null)
          known.set(name, (typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed());
      }
      return `?${known.toString()}`;
    });
    await fc.assert(
      fc.asyncProperty(queries, (query) => expectAnswered(operation, { query })),
      runs,
    );
  });

  const conditional = operations.filter((operation) => needsIfMatch(operation) || operation.polling);

  it.each(each(conditional))('%s answers with what it describes, to any condition', async (_, operation) => {
    const tags = [
      '"1"',
      'W/"1"',
      '"0"',
      '1',
      '"',
      '""',
      '*',
      '"1", "2"',
      '"-1"',
      '"1e3"',
      `"${'9'.repeat(30)}"`,
      'x'.repeat(500),
      ' ',
      '"é"',
    ];
    const name = needsIfMatch(operation) ? 'if-match' : 'if-none-match';
    const body = operation.body && { unknown: 'refused before anything is changed' };
    for (const tag of tags) await expectAnswered(operation, { body, headers: { [name]: tag } });
  });
});
