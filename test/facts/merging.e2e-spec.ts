import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { corroboration, done, everyEvent, everyItem, say, strike } from './steps.js';

describe('a claim that is closed as a duplicate of another', () => {
  let by: Client;
  let ukraine: Json;
  let russia: Json;
  let agency: Json;

  beforeAll(async () => {
    by = await Workspace.open().client('admin');
    ukraine = await source(by, { party: 'Ukraine' });
    russia = await source(by, { party: 'Russia' });
    agency = await source(by, { party: 'Agency' });
  });

  const move = (id: string, to: object) => by.post(`/claims/${id}/transitions`, to, { ifMatch: '*' });
  const close = (id: string, duplicateOf: string) =>
    done(move(id, { to: 'closed', reason: 'duplicate', duplicateOf }));
  const reopen = (id: string) => done(move(id, { to: 'triage' }));
  const saidOn = (id: string) => everyItem(by, `/claims/${id}/statements`);
  const standingOn = async (id: string) => (await saidOn(id)).filter(({ struckAt }) => struckAt === null);
  const eventsOf = async (id: string, type: string) =>
    (await everyEvent(by, { type })).filter(({ claimId }) => claimId === id);

  it('has its statements recorded anew on the one that stays, which is assessed with them at once', async () => {
    const [stays, twin] = [await claim(by), await claim(by)];
    await say(by, stays.id, ukraine.id, 'asserts');
    const denial = { saidAt: '2024-10-24', quote: 'No.', url: 'https://a.example/', credibility: 3 };
    const denied = await say(by, twin.id, russia.id, 'denies', denial);
    const relay = await say(by, twin.id, agency.id, 'denies', { basedOnStatementId: denied.id });
    const before = new Date().toISOString();
    const earlier = await corroboration(by, stays.id, before);
    await close(twin.id, stays.id);

    const [, copy, copiedRelay] = await saidOn(stays.id);
    expect(copy).toMatchObject({ ...denial, movedFrom: { claimId: twin.id, id: denied.id }, struckAt: null });
    expect(Date.parse(copy.recordedAt)).toBeGreaterThan(Date.parse(before));
    expect(copiedRelay).toMatchObject({ basis: 'relayed', basedOnStatementId: copy.id });
    const now = await done(by.get(`/claims/${stays.id}`));
    expect(now).toMatchObject({ version: 3, corroboration: { status: 'contested', support: 1, oppose: 1 } });
    expect(await corroboration(by, stays.id, before)).toEqual(earlier);
    expect((await saidOn(twin.id)).map(({ id, movedFrom }) => [id, movedFrom])).toEqual([
      [denied.id, null],
      [relay.id, null],
    ]);
    const [merged] = await eventsOf(stays.id, 'claim.merged');
    expect(merged.data).toMatchObject({
      from: twin.id,
      statements: [
        { from: denied.id, to: copy.id },
        { from: relay.id, to: copiedRelay.id },
      ],
      already: [],
      claimVersion: 3,
    });
  });

  it('is what it was at every moment of the merge, to the millisecond', async () => {
    const [stays, twin] = [await claim(by), await claim(by)];
    for (const { id } of [ukraine, russia, agency]) await say(by, twin.id, id, 'asserts');
    await close(twin.id, stays.id);
    const counts = [];
    for (const { recordedAt } of await saidOn(stays.id)) {
      const [explained, shown] = [
        await corroboration(by, stays.id, recordedAt),
        await done(by.get(`/claims/${stays.id}?asOf=${recordedAt}`)),
      ];
      expect(shown.corroboration).toMatchObject({ status: explained.status, support: explained.support });
      counts.push(explained.support);
    }
    expect(counts).toEqual([1, 2, 3]);
  });

  it('doubles nothing that was said there before, and leaves out what was struck', async () => {
    const [stays, twin] = [await claim(by), await claim(by)];
    const same = { saidAt: '2024-10-24', quote: 'They  ARE there.', url: 'https://a.example/' };
    const there = await say(by, stays.id, ukraine.id, 'asserts', same);
    const again = await say(by, twin.id, ukraine.id, 'asserts', { ...same, quote: 'they are there.' });
    const wrong = await say(by, twin.id, russia.id, 'denies');
    await say(by, twin.id, agency.id, 'denies', { basedOnStatementId: wrong.id });
    await strike(by, wrong.id);
    await close(twin.id, stays.id);
    const [first, relay, ...more] = await saidOn(stays.id);
    expect(more).toEqual([]);
    expect(first.id).toBe(there.id);
    expect(relay).toMatchObject({
      sourceId: agency.id,
      basedOnStatementId: null,
      basedOnSourceId: russia.id,
    });
    const [merged] = await eventsOf(stays.id, 'claim.merged');
    expect(merged.data.already).toEqual([{ from: again.id, to: there.id }]);
  });

  it('has its evidence added there, but for what is there or gone', async () => {
    const [stays, twin] = [await claim(by), await claim(by)];
    const attach = (id: string, url: string) =>
      done(by.post(`/claims/${id}/evidence`, { kind: 'page', url, bearing: 'supports' }));
    await attach(stays.id, 'https://both.example/');
    await attach(twin.id, 'https://both.example/');
    const only = await attach(twin.id, 'https://only.example/');
    const { id } = await attach(twin.id, 'https://gone.example/');
    await done(by.post(`/evidence/${id}/gone`, { reason: 'Taken down.' }));
    await close(twin.id, stays.id);
    const items = await everyItem(by, `/claims/${stays.id}/evidence`);
    expect(items.map(({ url, movedFrom }) => [url, movedFrom])).toEqual([
      ['https://both.example/', null],
      ['https://only.example/', { claimId: twin.id, id: only.id }],
    ]);
    await reopen(twin.id);
    const after = await everyItem(by, `/claims/${stays.id}/evidence`);
    expect(after.map(({ goneAt }) => goneAt !== null)).toEqual([false, true]);
  });

  it('is undone when it is reopened: what came is struck, what was there stays', async () => {
    const [stays, twin] = [await claim(by), await claim(by)];
    const own = await say(by, stays.id, ukraine.id, 'asserts');
    await say(by, twin.id, russia.id, 'denies');
    await close(twin.id, stays.id);
    const merged = await done(by.get(`/claims/${stays.id}`));
    await reopen(twin.id);
    const now = await done(by.get(`/claims/${stays.id}`));
    expect(now.corroboration).toMatchObject({ status: 'single_source', support: 1, oppose: 0 });
    expect((await standingOn(stays.id)).map(({ id }) => id)).toEqual([own.id]);
    const [, copy] = await saidOn(stays.id);
    expect(copy.strikeReason).toMatch(/no duplicate/);
    expect((await standingOn(twin.id)).map(({ sourceId }) => sourceId)).toEqual([russia.id]);
    const then = await done(by.get(`/claims/${stays.id}?asOf=${merged.updatedAt}`));
    expect(then.corroboration).toEqual(merged.corroboration);
    const [unmerged] = await eventsOf(stays.id, 'claim.unmerged');
    expect(unmerged.data).toMatchObject({ from: twin.id, statements: [copy.id], evidence: [] });
    await close(twin.id, stays.id);
    expect(await standingOn(stays.id)).toHaveLength(2);
  });

  it('leaves what another duplicate said too, when it was none', async () => {
    const [stays, one, two] = [await claim(by), await claim(by), await claim(by)];
    const same = { saidAt: '2024-10-24', quote: 'No.' };
    for (const { id } of [one, two]) {
      const base = await say(by, id, russia.id, 'denies', same);
      await say(by, id, agency.id, 'denies', { saidAt: '2024-10-25', basedOnStatementId: base.id });
    }
    await close(one.id, stays.id);
    await close(two.id, stays.id);
    expect(await standingOn(stays.id)).toHaveLength(2);
    await reopen(one.id);
    const [copy, relay, ...more] = await standingOn(stays.id);
    expect(more).toEqual([]);
    expect([copy.movedFrom.claimId, relay.movedFrom.claimId]).toEqual([two.id, two.id]);
    expect(relay.basedOnStatementId).toBe(copy.id);
    await reopen(two.id);
    expect(await standingOn(stays.id)).toEqual([]);
  });

  it('can be followed by another: a chain takes all along, and is undone from its end', async () => {
    const [first, second, third] = [await claim(by), await claim(by), await claim(by)];
    await say(by, third.id, ukraine.id, 'asserts');
    await close(third.id, second.id);
    await close(second.id, first.id);
    const [copy] = await standingOn(first.id);
    expect(copy.movedFrom.claimId).toBe(second.id);
    const early = await move(third.id, { to: 'triage' });
    expect(early).toMatchObject({ status: 409, body: { code: 'claim.survivor_is_duplicate' } });
    const circle = await move(first.id, { to: 'closed', reason: 'duplicate', duplicateOf: third.id });
    expect([circle.status, circle.body.errors[0].path]).toEqual([400, 'duplicateOf']);
    await reopen(second.id);
    await reopen(third.id);
    for (const { id } of [first, second]) expect(await standingOn(id)).toEqual([]);
    expect(await standingOn(third.id)).toHaveLength(1);
  });

  it('is reopened by an editor alone', async () => {
    const workspace = Workspace.open();
    const [checker, editor] = [await workspace.client('fact_checker'), await workspace.client('editor')];
    const [stays, twin] = [await claim(checker), await claim(checker)];
    const to = (body: object, by: Client) =>
      by.post(`/claims/${twin.id}/transitions`, body, { ifMatch: '*' });
    await done(to({ to: 'closed', reason: 'duplicate', duplicateOf: stays.id }, checker));
    expect((await to({ to: 'triage' }, checker)).status).toBe(403);
    expect((await to({ to: 'triage' }, editor)).status).toBe(200);
  });

  it('is merged once and for all when many are closed into one another at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => claim(by)));
    const [stays, ...twins] = all;
    for (const { id } of twins) await say(by, id, ukraine.id, 'asserts', { saidAt: '2024-10-24' });
    await Promise.all(twins.map(({ id }) => close(id, stays.id)));
    expect(await standingOn(stays.id)).toHaveLength(1);
    await Promise.all(twins.map(({ id }) => reopen(id)));
    expect(await standingOn(stays.id)).toEqual([]);

    const [one, other] = [await claim(by), await claim(by)];
    const answers = await Promise.all([
      move(one.id, { to: 'closed', reason: 'duplicate', duplicateOf: other.id }),
      move(other.id, { to: 'closed', reason: 'duplicate', duplicateOf: one.id }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });
});
