import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { eventually, onDatabase, sharedDesk } from '../setup/desk.js';
import { runJob } from '../reviews/machine-jobs.js';
import type { Answer, Client, Json } from '../setup/workspace.js';
import { imported, send } from '../exchange/importing.js';
import { Receiver, webhook } from '../webhooks/receiver.js';
import { Document } from './document.js';
import { type Newsroom, openNewsroom, reviewElsewhere, stir } from './newsroom.js';
import { run } from './process.js';

/** In the description of the API every type of event has a schema, and `Event` says which it is. */
class Described {
  private readonly ajv = new Ajv2020({ strict: true, strictTypes: false });
  readonly schemas: Map<string, string>;

  constructor(document: Document) {
    const { mapping } = document.json.components.schemas.Event.discriminator;
    this.schemas = new Map(Object.entries(mapping));
    addFormats.default(this.ajv);
    for (const keyword of ['discriminator', 'components']) this.ajv.addKeyword(keyword);
    const { components } = structuredClone(document.json);
    for (const pointer of this.schemas.values()) {
      const told = components.schemas[pointer.split('/').at(-1)!].allOf[1].properties;
      told.data = closed(told.data);
    }
    this.ajv.addSchema({ components }, 'openapi');
  }

  /** What in an event is not as its schema says; also what the schema does not know. */
  faults(event: Json): string[] {
    const schema = this.schemas.get(event.type);
    if (schema === undefined) return [`${event.type} is not described`];
    const validate = this.ajv.getSchema(`openapi${schema}`)!;
    void validate(event);
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${event.type} ${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }
}

/** The same schema, with every field refused that it does not know. Parts of one object know each their own. */
function closed(schema: Json, isPart = false): Json {
  const inner = Object.entries<Json>(schema).map(([key, value]) => {
    if (key === 'properties') {
      return [key, Object.fromEntries(Object.entries<Json>(value).map(([name, one]) => [name, closed(one)]))];
    }
    if (key === 'items') return [key, closed(value)];
    if (key === 'anyOf' || key === 'allOf')
      return [key, value.map((one: Json) => closed(one, key === 'allOf'))];
    return [key, value];
  });
  const isObject = schema.properties !== undefined || schema.allOf !== undefined;
  return { ...Object.fromEntries(inner), ...(isObject && !isPart && { unevaluatedProperties: false }) };
}

describe('the schemas of events', () => {
  let room: Newsroom;
  let described: Described;

  beforeAll(async () => {
    [room, described] = [await openNewsroom(), new Described(await Document.of())];
    await stir(room);
    await changeEverything(room);
    await turnEveryWay(room);
    await endWebhooks(room);
    await missDueTimes(room);
    await doubt(room);
    await importMuch(room);
  });

  it('fit every event that is on the record, whoever wrote it', async () => {
    const events = await onDatabase(sharedDesk().databaseUrl, async (client) => {
      const { rows } = await client.query(
        `select e.id, f.position as cursor, e.type, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
                jsonb_build_object('type', e.actor_type, 'id', e.actor_id, 'name', null) as actor,
                jsonb_build_object('type', e.subject_type, 'id', e.subject_id) as subject,
                e.claim_id as "claimId", c.data, c.reason
           from events e left join event_contents c on c.event_id = e.id left join feed f on f.event_id = e.id
          order by e.id limit 20000`,
      );
      return rows;
    });
    const faults = new Set(events.flatMap((event) => described.faults(event)));
    expect([...faults]).toEqual([]);
  });

  // Whoever adds a type has it happen in the newsroom, or below.
  it('are there for no type that does not happen', async () => {
    const happened = await onDatabase(sharedDesk().databaseUrl, async (client) => {
      const { rows } = await client.query<{ type: string }>(
        'select distinct type from events where workspace_id = (select id from workspaces where slug = $1)',
        [room.workspace.slug],
      );
      return rows.map(({ type }) => type);
    });
    expect([...described.schemas.keys()].filter((type) => !happened.includes(type))).toEqual([]);
  });

  it('fit every event as the feed and the history of a claim tell it', async () => {
    const { viewer } = room.by;
    const told: Json[] = [];
    for (let after = '0', full = true; full;) {
      const page = await done(viewer.get(`/events?limit=200&after=${after}`));
      told.push(...page.items);
      after = page.nextCursor;
      full = page.items.length === 200;
    }
    const history = await done(viewer.get(`/claims/${room.ids['claims']}/history?limit=200`));
    const faults = [...told, ...history.items].flatMap((event) => described.faults(event));
    expect([told.length > 100, history.items.length > 5, faults]).toEqual([true, true, []]);
  });

  it('refuse what they do not describe', async () => {
    const page = await done(room.by.viewer.get('/events?type=claim.transitioned&limit=1'));
    const [event] = page.items;
    expect(described.faults(event)).toEqual([]);
    expect(described.faults({ ...event, type: 'claim.invented' })).toEqual([
      'claim.invented is not described',
    ]);
    expect(described.faults({ ...event, data: { ...event.data, to: 'nowhere' } })).not.toEqual([]);
    expect(described.faults({ ...event, data: { ...event.data, more: 1 } })).not.toEqual([]);
    expect(described.faults({ ...event, data: { from: 'triage' } })).not.toEqual([]);
  });
});

/** Changes once whatever can be changed. */
async function changeEverything({ by, ids, second, mark }: Newsroom): Promise<void> {
  const { admin, editor, fact_checker: checker } = by;
  await done(checker.patch(`/claims/${second.claim}`, { place: 'Elsewhere', dueAt: SOON() }, '*'));
  await done(checker.patch(`/sources/${second.source}`, { notes: 'Changed', kind: 'ngo' }, '*'));
  await done(checker.patch(`/parties/${second.party}`, { name: `${mark} renamed` }, '*'));
  await done(admin.patch('/policy', { reReviewAfterDays: 30 }, '*'));
  await done(admin.patch('/workspace', { name: `${mark} renamed` }, '*'));
  await done(editor.patch(`/queues/${ids['queues']}`, { skills: ['geolocation'] }, '*'));
  await done(editor.patch(`/queues/${ids['queues']}`, { skills: [] }, '*'));
  const word = { key: 'true', order: 1, polarity: 'supports', colour: '#00aa00', labels: { en: 'True' } };
  const other = { ...word, key: 'false', order: 2, polarity: 'refutes' };
  await done(editor.put('/rating-scale', { ratings: [word, other] }, '*'));
  const keys = await done(admin.get('/api-keys?limit=200'));
  const spare = keys.items.find(({ name }: Json) => name === 'another');
  await done(admin.delete(`/api-keys/${spare.id}`));
  await done(admin.patch(`/members/${second.member}`, { skills: ['geolocation'] }, '*'));
  await done(admin.delete(`/members/${second.member}`));
  const { databaseUrl } = sharedDesk();
  expect((await run(['erase', '--member', second.member], { DATABASE_URL: databaseUrl })).code).toBe(0);
}

const SOON = () => new Date(Date.now() + 3_600_000).toISOString();

/** Has an assignment begin and end in each of the ways there are. */
async function turnEveryWay(room: Newsroom): Promise<void> {
  const { by, mark } = room;
  const { reviewer, editor, fact_checker: checker } = by;
  const queue = async (fields: object) =>
    (await done(editor.post('/queues', { name: `${mark} ${JSON.stringify(fields)}`, ...fields }))).id;
  const queueId = await queue({ reviews: 1 });
  const claim = await waiting(checker, queueId);
  const next = async (as: Client) => (await done(as.post('/reviews/next', { queueId }))).assignment;
  const turn = ({ id }: Json, verb: string, more: object = {}, as = reviewer) =>
    done(as.post(`/assignments/${id}/${verb}`, more));

  const first = await next(reviewer);
  await turn(first, 'renew', { token: 1 });
  await turn(first, 'hold', { token: 1, until: SOON(), reason: 'An answer is awaited.' });
  await turn(first, 'renew', { token: 1 });
  const { id: to } = await done(editor.get('/me'));
  await turn(first, 'hand-over', { token: 1, to });
  const [handed] = (await done(editor.get('/assignments?mine=true&state=offered'))).items;
  await turn(handed, 'accept', {}, editor);
  await turn(handed, 'release', { token: 2 }, editor);
  // Whoever gave a claim back is not given it again for a while.
  await turn(await next(by.admin), 'break', { reason: 'Needed elsewhere.' }, editor);
  const other = await waiting(checker, queueId);
  await runOut((await next(reviewer)).id);
  await eventually(
    () => done(by.viewer.get(`/claims/${other}/history?limit=200`)),
    ({ items }) => items.some(({ type }: Json) => type === 'assignment.expired'),
  );
  await done(
    editor.post(`/claims/${claim}/transitions`, { to: 'closed', reason: 'not_checkable' }, { ifMatch: '*' }),
  );
  await waiting(checker, await queue({ skills: ['nobody has it'] }));
}

/** Brings two things up against a verdict, one after the other. */
/** So many rows that it is told how far it is, and a table that breaks off. */
async function importMuch({ by, ids, mark }: Newsroom): Promise<void> {
  await imported(by.fact_checker, Array<string>(1001).fill('{}'));
  for (const word of ['wrong', 'right']) await reviewElsewhere(by, mark, 'again', word);
  await done(by.editor.post(`/rating-words/${ids['rating-words']}/map`, { rating: 'false' }));
  expect((await send(by.fact_checker, 'text\n"', 'format=csv')).status).toBe(400);
}

async function doubt({ by, ids, mark }: Newsroom): Promise<void> {
  const queueId = (await done(by.editor.post('/queues', { name: `${mark} settled` }))).id;
  const id = await waiting(by.fact_checker, queueId);
  const { assignment } = await done(by.reviewer.post('/reviews/next', { queueId }));
  const decision = { token: 1, rating: 'false', confidence: 'low', rationale: mark };
  await done(by.reviewer.post(`/assignments/${assignment.id}/decision`, decision));
  for (let i = 0; i < 2; i++) {
    const denial = { sourceId: ids['sources'], stance: 'denies' };
    await done(by.fact_checker.post(`/claims/${id}/statements`, denial));
  }
  await eventually(
    () => done(by.viewer.get(`/claims/${id}`)),
    ({ reReview }) => reReview?.causes.length === 2,
  );
}

/** Lets one due time come near and another one pass. */
async function missDueTimes({ by, mark }: Newsroom): Promise<void> {
  const queue = async (fields: object) => (await done(by.editor.post('/queues', fields))).id;
  const escalateTo = await queue({ name: `${mark} late` });
  const queueId = await queue({ name: `${mark} in time`, escalateTo });
  for (const dueAt of [SOON(), '2024-10-24T10:00:00Z']) {
    const id = await waiting(by.fact_checker, queueId);
    await done(by.fact_checker.patch(`/claims/${id}`, { dueAt }, '*'));
  }
  await runJob(sharedDesk(), 'round.sweep-due');
}

/** Has a webhook rotated, sent again, given up by its receiver and deleted. */
async function endWebhooks({ by: { admin }, ids, mark }: Newsroom): Promise<void> {
  const receiver = await Receiver.open();
  receiver.answer(410);
  const { id } = await webhook(admin, receiver.url, ['source.created']);
  await done(admin.post('/sources', { name: `${mark} told of at the end`, kind: 'ngo' }));
  await eventually(
    () => done(admin.get('/webhooks')),
    ({ items }) => items.some((one: Json) => one.id === id && one.disabledReason === 'gone'),
  );
  await receiver.close();
  await done(admin.post(`/deliveries/${ids['deliveries']}/redeliver`));
  await done(admin.post(`/webhooks/${id}/rotate`));
  await done(admin.delete(`/webhooks/${id}`));
}

async function waiting(by: Client, queueId: string): Promise<string> {
  const { id } = await done(by.post('/claims', { text: 'Waits.', language: 'en' }));
  await done(by.post(`/claims/${id}/transitions`, { to: 'queued', queueId }, { ifMatch: '*' }));
  return id;
}

async function runOut(assignmentId: string): Promise<void> {
  await onDatabase(sharedDesk().databaseUrl, (client) =>
    client.query(`update assignments set expires_at = now() - interval '1 second' where id = $1`, [
      assignmentId,
    ]),
  );
}

async function done(sent: Promise<Answer>): Promise<Json> {
  const answer = await sent;
  if (answer.status >= 300) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
