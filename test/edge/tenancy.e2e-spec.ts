import { v7 as uuid } from 'uuid';
import type { Answer, Json } from '../setup/workspace.js';
import { booksOf, difference } from './books.js';
import { Document, type Operation, withField } from './document.js';
import { type Newsroom, openNewsroom } from './newsroom.js';
import { idIn, requestTo } from './requests.js';

// Where a body names a thing whose absence is answered as 404, by the documentation of the operation.
const ANSWERED_404 = new Set(['reviews_next queueId']);

/** The ids of the other workspace that fit a field, by its name; every one of them must be refused. */
const FOREIGN: Record<string, (other: Newsroom) => string> = {
  memberId: ({ ids }) => ids['members']!,
  into: ({ second }) => second.party,
  parentId: ({ ids }) => ids['sources']!,
  sourceId: ({ ids }) => ids['sources']!,
  fileId: ({ ids }) => ids['files']!,
  claimantId: ({ ids }) => ids['sources']!,
  reportedById: ({ ids }) => ids['sources']!,
  basedOnSourceId: ({ ids }) => ids['sources']!,
  basedOnStatementId: ({ ids }) => ids['statements']!,
  replacementId: ({ second }) => second.statement,
  citedStatements: ({ ids }) => ids['statements']!,
  citedEvidence: ({ ids }) => ids['evidence']!,
  queueId: ({ ids }) => ids['queues']!,
  escalateTo: ({ ids }) => ids['queues']!,
  parties: ({ ids }) => ids['parties']!,
  sources: ({ ids }) => ids['sources']!,
  duplicateOf: ({ ids }) => ids['claims']!,
  to: ({ ids }) => ids['members']!,
  assignee: ({ ids }) => ids['members']!,
  reviewer: ({ ids }) => ids['members']!,
};

const document = await Document.of();
const operations = document.guarded;
const withId = operations.filter(({ path }) => path.includes('{'));
const idFields = operations.flatMap((operation) =>
  operation.body === undefined
    ? []
    : document
        .fields(operation.body)
        .filter(({ schema }) => isId(schema) || (schema.items !== undefined && isId(schema.items)))
        .map(({ path, schema }) => ({ operation, field: schema.items ? `${path}.0` : path })),
);
const idFilters = operations.flatMap((operation) =>
  operation.parameters
    .filter((parameter) => parameter.in === 'query' && isId(parameter.schema))
    .map(({ name }) => ({ operation, name })),
);

function isId(schema: Json): boolean {
  return document.plain(schema).format === 'uuid';
}

function foreignId(field: string, other: Newsroom): string {
  const name = field.split('.').findLast((part) => !/^\d+$/.test(part))!;
  const id = FOREIGN[name]?.(other);
  if (id === undefined)
    throw new Error(`no id of the other workspace for ${field}: add one to FOREIGN in this file`);
  return id;
}

/** What an answer says, without what differs between any two requests. */
function words({ status, body }: Answer): Json {
  return { status, ...body, requestId: undefined };
}

describe('a workspace beside another', () => {
  let own: Newsroom;
  let other: Newsroom;
  let otherBefore: string[];
  let ownBefore: string[];
  const told: string[] = [];

  beforeAll(async () => {
    own = await openNewsroom();
    other = await openNewsroom();
    otherBefore = await books(other);
    ownBefore = await books(own);
  });

  const books = ({ workspace }: Newsroom) => booksOf(workspace.desk.databaseUrl, workspace.slug);

  async function ask(
    operation: Operation,
    given: { id?: string; field?: string; value?: string },
  ): Promise<Answer> {
    const { by, path, body, headers } = requestTo(operation, own, given);
    const sent = given.field === undefined ? body : withField(body, given.field, given.value);
    const answer = await by.request(operation.method, path, { body: sent, headers });
    told.push(JSON.stringify(answer.body));
    return answer;
  }

  it.each(withId.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    'answers 404 to the other workspace’s id as to one that was never given out: %s',
    async (_, operation) => {
      const foreign = await ask(operation, { id: idIn(operation, other) });
      const unknown = await ask(operation, { id: uuid() });
      expect(foreign.status).toBe(404);
      expect(foreign.body.code).toBe('resource.not_found');
      expect(words(foreign)).toEqual(words(unknown));
    },
  );

  it.each(idFields.map(({ operation, field }) => [`${operation.id} ${field}`, operation, field] as const))(
    'refuses the other workspace’s id in a body as one that was never given out: %s',
    async (name, operation, field) => {
      const foreign = await ask(operation, { field, value: foreignId(field, other) });
      const unknown = await ask(operation, { field, value: uuid() });
      expect(words(foreign)).toEqual(words(unknown));
      if (ANSWERED_404.has(name)) {
        expect(foreign.status).toBe(404);
      } else {
        expect(foreign).toMatchObject({
          status: 400,
          body: { code: 'request.invalid', errors: [{ path: field }] },
        });
      }
    },
  );

  it.each(idFilters.map(({ operation, name }) => [`${operation.id} ${name}`, operation, name] as const))(
    'finds nothing by the other workspace’s id in a filter: %s',
    async (_, operation, name) => {
      const { by, path } = requestTo(operation, own);
      const foreign = await by.get(`${path}?${name}=${foreignId(name, other)}`);
      const unknown = await by.get(`${path}?${name}=${uuid()}`);
      told.push(JSON.stringify(foreign.body));
      expect(foreign.status).toBe(200);
      expect(words(foreign)).toEqual(words(unknown));
      if (foreign.body.items !== undefined) expect(foreign.body.items).toEqual([]);
    },
  );

  it('never tells anything of the other workspace', async () => {
    for (const operation of operations.filter(({ method }) => method === 'GET')) {
      for (const by of Object.values(own.by)) {
        told.push(JSON.stringify((await by.get(requestTo(operation, own).path)).body));
      }
    }
    const all = told.join('\n');
    expect(all).toContain(own.mark);
    expect(all).not.toContain(other.mark);
    for (const id of [...Object.values(other.ids), ...Object.values(other.second)])
      expect(all).not.toContain(id);
  });

  it('has written nothing, here or there', async () => {
    expect(difference(otherBefore, await books(other))).toEqual([]);
    expect(difference(ownBefore, await books(own))).toEqual([]);
  });

  it('may use the names and external ids that the other workspace uses', async () => {
    const { items: sources } = (await other.by.admin.get('/sources')).body;
    const { externalId } = (await other.by.admin.get(`/claims/${other.ids['claims']}`)).body;
    const { email } = (await other.by.admin.get('/members')).body.items.find(
      ({ kind }: Json) => kind === 'person',
    );
    const { name, party } = sources[0];
    const entered = [
      await own.by.admin.post('/sources', { name, party, kind: 'ngo' }),
      await own.by.admin.post('/claims', { text: 'a claim', language: 'en', externalId }),
      await own.by.admin.post('/members', { email, name: 'the same person', role: 'viewer' }),
    ];
    expect(entered.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(entered[0]!.body).toMatchObject({ partyCreated: true });
    expect(difference(otherBefore, await books(other))).toEqual([]);
  });

  it('was asked about every kind of thing that has an id', () => {
    expect(withId.length).toBeGreaterThan(20);
    expect(idFields.length).toBeGreaterThan(12);
    expect(idFilters.length).toBeGreaterThan(3);
  });
});
