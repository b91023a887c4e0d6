import { eventually, sharedDesk } from '../setup/desk.js';
import { claim, type Client, type Json, queuedClaim, source, Workspace } from '../setup/workspace.js';
import { runJob } from './machine-jobs.js';
import { idOf, manyQueued, move, queue, sql, take } from './reviewing.js';

describe('a claim that nobody may review', () => {
  let workspace: Workspace;
  let factChecker: Client;
  let editor: Client;
  let admin: Client;
  let queueId: string;

  beforeEach(async () => {
    workspace = Workspace.open();
    factChecker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
    admin = await workspace.client('admin');
    // What neither editors nor admins have, who may review too.
    queueId = (await queue(editor, { skills: ['geolocation'] })).id;
  });

  it('is told to the editors when it is queued, and can be queued all the same', async () => {
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    const [told] = await stalls();
    expect(told).toMatchObject({
      type: 'round.stalled',
      claimId: id,
      actor: { type: 'system' },
      data: { queueId, number: 1 },
    });
    expect(await stalls()).toHaveLength(1);
    expect((await factChecker.get(`/claims/${id}`)).body.status).toBe('queued');
  });

  it('is not told while there is somebody, though they have all they may hold', async () => {
    const { id: narrow } = await queue(editor, { skills: ['geolocation'], maxLeases: 1 });
    const reviewer = await equipped('Reviewer');
    await queuedClaim(factChecker, {}, { queueId: narrow });
    await take(reviewer, narrow);
    await queuedClaim(factChecker, {}, { queueId: narrow });
    expect((await reviewer.post('/reviews/next', { queueId: narrow })).status).toBe(204);
    expect(await stalls()).toEqual([]);
  });

  it('is told when its author is the only one, unless the policy lets them review their own', async () => {
    const author = await equipped('Author');
    const { id } = await queuedClaim(author, {}, { queueId });
    expect((await stalls()).map(({ claimId }) => claimId)).toEqual([id]);
    await admin.request('PATCH', '/policy', { body: { allowSelfReview: true }, ifMatch: '*' });
    await queuedClaim(author, {}, { queueId });
    expect(await stalls()).toHaveLength(1);
  });

  it.each(['pull', 'push'])('is told when the last who might declines it, in a %s queue', async (mode) => {
    queueId = (await queue(editor, { skills: ['geolocation'], mode })).id;
    const [one, two] = [await equipped('One'), await equipped('Two')];
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    const first = await decline(mode === 'push' ? await offerTo([one, two]) : await taken(one));
    expect(await stalls()).toEqual([]);
    await decline(mode === 'push' ? await offerTo([one, two]) : await taken(first === one ? two : one));
    expect((await stalls()).map(({ claimId }) => claimId)).toEqual([id]);
  });

  it('is told when the last who might is removed, and again when it comes to that again', async () => {
    const reviewer = await equipped('Reviewer');
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    expect(await stalls()).toEqual([]);

    await admin.delete(`/members/${await idOf(reviewer)}`);
    await eventually(stalls, (told) => told.length === 1);

    const next = await equipped('Next reviewer');
    // Somebody may take it again, and does not want to.
    await decline(await taken(next));
    expect((await stalls()).map(({ claimId }) => claimId)).toEqual([id, id]);
    // Nor does a search tell of it once more.
    await runJob(sharedDesk(), 'round.sweep-stalled');
    await runJob(sharedDesk(), 'round.sweep-stalled');
    expect((await stalls()).map(({ claimId }) => claimId)).toEqual([id, id]);
  });

  it('is told of each, however many they are', async () => {
    const reviewer = await equipped('Reviewer');
    const { id: both } = await queue(editor, { skills: ['geolocation'], reviews: 2 });
    await manyQueued(factChecker, 60, { queueId: both });
    await admin.delete(`/members/${await idOf(reviewer)}`);
    await eventually(
      () => sql(sharedDesk(), 'select 1 from rounds where queue_id = $1 and stalled_at is not null', [both]),
      (rows) => rows.length === 60,
    );
  });

  it('is told when the last who might records a statement of it', async () => {
    const [reviewer, sourceId] = [await equipped('Reviewer'), (await source(factChecker)).id];
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    const record = (by: Client) => by.post(`/claims/${id}/statements`, { sourceId, stance: 'asserts' });
    expect((await record(factChecker)).status).toBe(201);
    await runJob(sharedDesk(), 'round.sweep-stalled');
    expect(await stalls()).toEqual([]);
    expect((await record(reviewer)).status).toBe(201);
    await runJob(sharedDesk(), 'round.sweep-stalled');
    await runJob(sharedDesk(), 'round.sweep-stalled');
    expect((await stalls()).map(({ claimId }) => claimId)).toEqual([id]);
  });

  it.each(['before', 'after'])(
    'is told when the last who might recorded on a duplicate what came to it %s it was queued',
    async (when) => {
      const [reviewer, leaving] = [await equipped('Reviewer'), await equipped('Leaving')];
      const [{ id }, duplicate] = [await claim(factChecker), await claim(factChecker)];
      const { id: sourceId } = await source(factChecker);
      await reviewer.post(`/claims/${duplicate.id}/statements`, { sourceId, stance: 'asserts' });
      const moves = [
        () => move(factChecker, duplicate.id, { to: 'closed', reason: 'duplicate', duplicateOf: id }),
        () => move(factChecker, id, { to: 'queued', queueId }),
      ];
      for (const next of when === 'before' ? moves : moves.toReversed())
        expect((await next()).status).toBe(200);
      await runJob(sharedDesk(), 'round.sweep-stalled');
      expect(await stalls()).toEqual([]);
      await admin.delete(`/members/${await idOf(leaving)}`);
      await eventually(stalls, (told) => told.length === 1);
    },
  );

  it('is told when those who have what it asks for lose it', async () => {
    const lone = await equipped('Lone');
    const ids = [];
    for (let i = 0; i < 3; i++) ids.push((await queuedClaim(factChecker, {}, { queueId })).id);
    const other = await queuedClaim(factChecker);
    await admin.patch(`/members/${await idOf(lone)}`, { skills: ['Linear A'] }, '*');
    const told = await eventually(stalls, (events) => events.length === 3);
    expect(told.map(({ claimId }) => claimId).toSorted()).toEqual(ids.toSorted());
    expect(told.map(({ claimId }) => claimId)).not.toContain(other.id);
  });

  async function stalls(): Promise<Json[]> {
    return (await editor.get('/events?after=0&type=round.stalled')).body.items;
  }

  async function equipped(name: string): Promise<Client> {
    const client = await workspace.client('reviewer', name);
    await admin.patch(`/members/${await idOf(client)}`, { skills: ['geolocation'] }, 1);
    return client;
  }

  interface Turn {
    by: Client;
    assignment: Json;
  }

  async function taken(by: Client): Promise<Turn> {
    return { by, assignment: (await take(by, queueId)).assignment };
  }

  /** The offer that stands, to whomever of them it was made. */
  function offerTo(members: Client[]): Promise<Turn> {
    const find = async (): Promise<Turn | undefined> => {
      for (const by of members) {
        const [assignment] = (await by.get('/assignments?mine=true&state=offered')).body.items;
        if (assignment !== undefined) return { by, assignment };
      }
      return undefined;
    };
    return eventually(find, (turn) => turn !== undefined) as Promise<Turn>;
  }

  async function decline({ by, assignment }: Turn): Promise<Client> {
    const token = assignment.lease?.token;
    const answer = await by.post(`/assignments/${assignment.id}/decline`, { token, reason: 'not_competent' });
    expect(answer.status).toBe(200);
    return by;
  }
});
