import { eventually } from '../setup/desk.js';
import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { change, done, everyItem, say, strike } from './steps.js';

describe('the timeline of a claim', () => {
  let workspace: Workspace;
  let by: Client;

  beforeEach(async () => {
    workspace = Workspace.open();
    by = await workspace.client('admin');
  });

  const timeline = (id: string, reader = by, limit = 200) =>
    everyItem(reader, `/claims/${id}/timeline`, limit);

  it('tells what was said against what was known, and what moved each change', async () => {
    const [one, two] = [await source(by, { party: 'One' }), await source(by, { party: 'Two' })];
    const { id, createdAt } = await claim(by);
    const first = await say(by, id, one.id, 'asserts', { saidAt: '2024-10-24' });
    const second = await say(by, id, two.id, 'confirms', { saidAt: '2024-10-23T10:00:00.000Z' });
    const struck = await strike(by, second.id, { reason: 'Another person.' });
    const items = await timeline(id);
    expect(items.map(({ kind, saidAt, recordedAt }) => [kind, saidAt, recordedAt])).toEqual([
      ['entry', null, createdAt],
      ['statement', '2024-10-24', first.recordedAt],
      ['corroboration', null, first.recordedAt],
      ['statement', '2024-10-23T10:00:00.000Z', second.recordedAt],
      ['corroboration', null, second.recordedAt],
      ['strike', '2024-10-23T10:00:00.000Z', struck.struckAt],
      ['corroboration', null, struck.struckAt],
    ]);
    expect(items[1]).toMatchObject({ statement: first, actor: { name: 'admin' }, erased: false });
    expect(items[5]).toMatchObject({ statement: struck, reason: 'Another person.' });
    const none = { statementId: null, struckId: null, recomputed: false, changes: [] };
    expect([items[2], items[4], items[6]].map(({ corroboration }) => corroboration)).toMatchObject([
      {
        from: { status: 'unsourced' },
        to: { status: 'single_source' },
        cause: { ...none, statementId: first.id },
      },
      { to: { status: 'corroborated', support: 2 }, cause: { ...none, statementId: second.id } },
      { to: { status: 'single_source', support: 1 }, cause: { ...none, struckId: second.id } },
    ]);
    expect(await timeline(id, by, 2)).toEqual(items);
  });

  it('names the re-placement, the merge and the threshold that moved it', async () => {
    const [one, two, three] = [
      await source(by, { party: 'One' }),
      await source(by, { party: 'Two' }),
      await source(by, { parentId: (await source(by, { party: 'Three' })).id }),
    ];
    const { id } = await claim(by);
    for (const { id: sourceId } of [one, two, three]) await say(by, id, sourceId, 'asserts');
    const steps = [
      () => change(by, `/sources/${three.parentId}`, { party: 'One' }),
      () => done(by.post(`/parties/${two.partyId}/merge`, { into: one.partyId })),
      () => change(by, '/policy', { corroborationThreshold: 1 }),
    ];
    for (const step of steps) {
      const { version } = await done(by.get(`/claims/${id}`));
      await step();
      await eventually(
        () => done(by.get(`/claims/${id}`)),
        (shown) => shown.version > version,
      );
    }
    const moved = (await timeline(id)).filter(({ kind }) => kind === 'corroboration').slice(3);
    expect(moved.map(({ corroboration }) => corroboration.cause)).toMatchObject([
      { recomputed: true, changes: [{ kind: 'placement', sourceId: three.parentId }] },
      { recomputed: true, changes: [{ kind: 'merge', partyId: two.partyId, into: one.partyId }] },
      { recomputed: true, changes: [{ kind: 'threshold' }] },
    ]);
    for (const { corroboration, recordedAt, actor } of moved) {
      expect(corroboration.cause.changes).toHaveLength(1);
      expect(Date.parse(corroboration.cause.changes[0].at)).toBeLessThan(Date.parse(recordedAt));
      expect(actor.type).toBe('system');
    }
  });

  it('shows moves and verdicts, and nothing of a blind round before it is settled', async () => {
    const reviewers = [await workspace.client('reviewer', 'one'), await workspace.client('reviewer', 'two')];
    const { id: queueId } = await done(by.post('/queues', { name: 'Two', reviews: 2, blind: true }));
    const { id, version } = await claim(by);
    await done(by.post(`/claims/${id}/transitions`, { to: 'queued', queueId }, { ifMatch: version }));
    const decide = async (reviewer: Client) => {
      const { assignment } = await done(reviewer.post('/reviews/next'));
      const judged = { rating: 'false', confidence: 'high', rationale: 'A rationale to be kept.' };
      await done(reviewer.post(`/assignments/${assignment.id}/decision`, { token: 1, ...judged }));
    };
    await decide(reviewers[0]!);
    expect(JSON.stringify(await timeline(id))).not.toContain('A rationale to be kept.');
    await decide(reviewers[1]!);
    const moves = (await timeline(id)).filter(({ kind }) => kind === 'status');
    expect(moves.map(({ status }) => status.to)).toEqual(['queued', 'in_review', 'decided']);
    expect(moves.map(({ verdict }) => verdict)).toEqual([
      null,
      null,
      (await done(by.get(`/claims/${id}`))).verdict,
    ]);
  });

  it('names a confidential source only to those who may know it', async () => {
    const hidden = { name: 'Deep throat', confidential: true, publicLabel: 'An official' };
    const { id: sourceId } = await source(by, hidden);
    const { id } = await claim(by);
    await say(by, id, sourceId, 'asserts');
    const named = async (reader: Client) =>
      (await timeline(id, reader)).flatMap(({ statement }: Json) =>
        statement ? [statement.sourceName] : [],
      );
    expect(await named(by)).toEqual(['Deep throat']);
    expect(await named(await workspace.client('viewer'))).toEqual(['An official']);
  });
});
