import { type Client, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import { queue, take } from './reviewing.js';

const DEFAULTS = {
  reviews: 1,
  blind: true,
  agreement: 'unanimous',
  leaseSeconds: 900,
  mode: 'pull',
  offerSeconds: 600,
  languages: [],
  skills: [],
  maxLeases: null,
  dueHours: null,
  priorityStepMinutes: 240,
  dueNoticeHours: 4,
  escalateTo: null,
};

describe('queues', () => {
  let workspace: Workspace;
  let editor: Client;
  let factChecker: Client;
  let reviewer: Client;

  beforeEach(async () => {
    workspace = Workspace.open();
    editor = await workspace.client('editor');
    factChecker = await workspace.client('fact_checker');
    reviewer = await workspace.client('reviewer');
  });

  it('has one from the start, which claims go to when nothing else is said', async () => {
    const { items, nextCursor } = (await factChecker.get('/queues')).body;
    expect(items).toMatchObject([{ name: 'Front desk', isDefault: true, version: 1, ...DEFAULTS }]);
    expect(nextCursor).toBeNull();
    await queue(editor);
    expect((await queuedClaim(factChecker)).queueId).toBe(items[0].id);
  });

  it('opens one by its name alone, with the defaults, and tells the feed', async () => {
    const created = await editor.post('/queues', { name: ' Night shift ' });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      id: expect.any(String),
      name: ' Night shift ',
      isDefault: false,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      version: 1,
      ...DEFAULTS,
    });
    expect(created.headers.get('etag')).toBe('"1"');
    const read = await reviewer.get(`/queues/${created.body.id}`);
    expect([read.status, read.headers.get('etag'), read.body]).toEqual([200, '"1"', created.body]);
    const { items } = (await editor.get('/events?type=queue.created')).body;
    expect(items.at(-1)).toMatchObject({
      subject: { type: 'queue', id: created.body.id },
      data: { queue: DEFAULTS },
    });
  });

  it('opens one with everything said', async () => {
    const fields = {
      name: 'Open sources',
      reviews: 1,
      blind: false,
      agreement: 'within_one',
      leaseSeconds: 30,
      mode: 'push',
      languages: ['uk', 'en-GB'],
      skills: ['imagery'],
      maxLeases: 3,
      dueHours: 24,
      priorityStepMinutes: 60,
      dueNoticeHours: 0,
    };
    const created = await editor.post('/queues', fields);
    expect(created.body).toMatchObject(fields);
    expect((await editor.get(`/queues/${created.body.id}`)).body).toMatchObject(fields);
  });

  it.each([
    ['name', undefined],
    ['name', '  '],
    ['reviews', 0],
    ['reviews', 1.5],
    ['reviews', 6],
    ['blind', 'yes'],
    ['agreement', 'two_thirds'],
    ['leaseSeconds', 29],
    ['leaseSeconds', 86_401],
    ['leaseSeconds', '900'],
    ['mode', 'pool'],
    ['languages', 'en'],
    ['languages', ['in English']],
    ['skills', ['']],
    ['maxLeases', 0],
    ['dueHours', -1],
    ['priorityStepMinutes', 0],
    ['dueNoticeHours', null],
    ['isDefault', true],
    ['colour', 'red'],
  ])('refuses %s = %j with its path, to open as to change', async (field, value) => {
    const path = (body: Json) => body.errors.map((error: Json) => error.path.split('.')[0]);
    const created = await editor.post('/queues', { name: 'Refused', [field]: value });
    expect([created.status, path(created.body)]).toEqual([400, [field]]);
    if (value === undefined) return;
    const { id } = (await editor.get('/queues')).body.items[0];
    const changed = await editor.patch(`/queues/${id}`, { [field]: value }, 1);
    expect([changed.status, path(changed.body)]).toEqual([400, [field]]);
    expect((await editor.get(`/queues/${id}`)).body.version).toBe(1);
  });

  it('names each once, however it is written; another workspace may use the name', async () => {
    await queue(editor, { name: 'Night  Shift' });
    for (const name of ['night shift', 'NIGHT SHIFT ', 'Front desk']) {
      const again = await editor.post('/queues', { name });
      expect([again.status, again.body.code]).toEqual([409, 'queue.duplicate']);
    }
    const other = await queue(editor);
    const renamed = await editor.patch(`/queues/${other.id}`, { name: 'Night shift' }, 1);
    expect([renamed.status, renamed.body.code]).toEqual([409, 'queue.duplicate']);
    const twice = await Promise.all(['One', 'one'].map((name) => editor.post('/queues', { name })));
    expect(twice.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await queue(await Workspace.open().client('editor'), { name: 'Night Shift' })).version).toBe(1);
  });

  it('changes one at the version that was read, and tells what changed', async () => {
    const { id } = await queue(editor, { name: 'Desk' });
    const missing = await editor.request('PATCH', `/queues/${id}`, { body: { maxLeases: 2 } });
    expect([missing.status, missing.body.code]).toEqual([428, 'version.required']);
    const stale = await editor.patch(`/queues/${id}`, { maxLeases: 2 }, 2);
    expect([stale.status, stale.body.code, stale.body.currentVersion]).toEqual([412, 'version.stale', 1]);

    const changed = await editor.patch(`/queues/${id}`, { maxLeases: 2, languages: ['uk'], name: 'desk' }, 1);

    expect(changed.body).toMatchObject({
      ...DEFAULTS,
      id,
      name: 'desk',
      maxLeases: 2,
      languages: ['uk'],
      version: 2,
    });
    expect(changed.headers.get('etag')).toBe('"2"');
    const { items } = (await editor.get('/events?type=queue.updated')).body;
    expect(items).toHaveLength(1);
    expect(items[0].data.changes).toEqual({
      name: { from: 'Desk', to: 'desk' },
      maxLeases: { from: null, to: 2 },
      languages: { from: [], to: ['uk'] },
    });
    const same = await editor.patch(`/queues/${id}`, { maxLeases: 2 }, 2);
    expect([same.status, same.body.version]).toEqual([200, 2]);
    expect((await editor.get('/events?type=queue.updated')).body.items).toHaveLength(1);
    expect((await editor.patch(`/queues/${id}`, { maxLeases: null }, 2)).body.maxLeases).toBeNull();
  });

  it('changes no round that is open: neither its lease nor its mode', async () => {
    const { id: queueId } = await queue(editor, { leaseSeconds: 30 });
    const before = await queuedClaim(factChecker, {}, { queueId });
    await editor.patch(
      `/queues/${queueId}`,
      { leaseSeconds: 86_400, mode: 'push', priorityStepMinutes: 1 },
      1,
    );

    const { assignment, claim } = await take(reviewer, queueId);
    expect([claim.id, claim.rank]).toEqual([before.id, before.rank]);
    expect(length(assignment)).toBeLessThanOrEqual(30_001);
    const renewed = await reviewer.post(`/assignments/${assignment.id}/renew`, { token: 1 });
    expect(length(renewed.body.assignment)).toBeLessThan(60_000);

    await queuedClaim(factChecker, {}, { queueId });
    expect((await reviewer.post('/reviews/next', { queueId })).status).toBe(204);
  });

  it('lists them page by page, oldest first, of its own workspace only', async () => {
    const ids = [(await editor.get('/queues')).body.items[0].id];
    for (let i = 0; i < 3; i++) ids.push((await queue(editor)).id);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Json = (await editor.get(`/queues?limit=3${cursor && `&cursor=${cursor}`}`)).body;
      seen.push(...page.items.map(({ id }: Json) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(ids);
    const stranger = await Workspace.open().client('admin');
    for (const answer of [
      await stranger.get(`/queues/${ids[1]}`),
      await stranger.patch(`/queues/${ids[1]}`, { name: 'Mine now' }, 1),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([404, 'resource.not_found']);
    }
  });

  it('leaves opening and changing them to editors', async () => {
    const { id } = (await reviewer.get('/queues')).body.items[0];
    for (const answer of [
      await reviewer.post('/queues', { name: 'Mine' }),
      await reviewer.patch(`/queues/${id}`, { name: 'Mine' }, 1),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([403, 'permission.denied']);
    }
  });
});

/** How long a lease was given for, in milliseconds. */
function length(assignment: Json): number {
  return Date.parse(assignment.lease.expiresAt) - Date.parse(assignment.openedAt);
}
