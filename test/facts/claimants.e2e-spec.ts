import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { change, done, everyItem, say, strike } from './steps.js';

describe('the claimant', () => {
  let by: Client;
  let early: Json;
  let late: Json;

  beforeEach(async () => {
    by = await Workspace.open().client('editor');
    [early, late] = [await source(by), await source(by)];
  });

  const claimantOf = async (id: string) => (await done(by.get(`/claims/${id}`))).claimantId;

  it('is the source of the earliest live assertion, whenever it was recorded', async () => {
    const { id, claimantId } = await claim(by);
    expect(claimantId).toBeNull();
    await say(by, id, early.id, 'confirms', { saidAt: '2024-10-01' });
    expect(await claimantOf(id)).toBeNull();
    await say(by, id, late.id, 'asserts', { saidAt: '2024-10-20' });
    expect(await claimantOf(id)).toBe(late.id);
    const first = await say(by, id, early.id, 'asserts', { saidAt: '2024-10-10' });
    expect(await claimantOf(id)).toBe(early.id);
    await strike(by, first.id);
    expect(await claimantOf(id)).toBe(late.id);
  });

  it('is another when the assertion is taken back or replaced', async () => {
    const { id } = await claim(by, {
      statement: { sourceId: early.id, stance: 'asserts', saidAt: '2024-10-10' },
    });
    expect(await claimantOf(id)).toBe(early.id);
    await say(by, id, late.id, 'asserts', { saidAt: '2024-10-20' });
    await say(by, id, early.id, 'evades', { saidAt: '2024-10-21' });
    expect(await claimantOf(id)).toBe(early.id);
    await say(by, id, early.id, 'retracts', { saidAt: '2024-10-22' });
    expect(await claimantOf(id)).toBe(late.id);
    await say(by, id, late.id, 'denies', { saidAt: '2024-10-23' });
    expect(await claimantOf(id)).toBeNull();
  });

  it('stays whom somebody named, until the name is taken back', async () => {
    const { id } = await claim(by, {
      claimantId: late.id,
      statement: { sourceId: early.id, stance: 'asserts', saidAt: '2024-10-10' },
    });
    expect(await claimantOf(id)).toBe(late.id);
    const { items } = await done(by.get(`/claims/${id}/statements`));
    await strike(by, items[0].id);
    expect(await claimantOf(id)).toBe(late.id);
    await say(by, id, early.id, 'asserts', { saidAt: '2024-10-11' });
    expect((await change(by, `/claims/${id}`, { claimantId: null })).claimantId).toBe(early.id);
    expect((await change(by, `/claims/${id}`, { claimantId: late.id })).claimantId).toBe(late.id);
    await change(by, `/claims/${id}`, { text: 'Said otherwise.' });
    expect(await claimantOf(id)).toBe(late.id);
  });

  it('can be told from the history of the claim', async () => {
    const { id } = await claim(by, {
      statement: { sourceId: late.id, stance: 'asserts', saidAt: '2024-10-20' },
    });
    await say(by, id, early.id, 'asserts', { saidAt: '2024-10-10' });
    await say(by, id, early.id, 'denies', { saidAt: '2024-10-21' });
    await change(by, `/claims/${id}`, { claimantId: early.id });
    const told: unknown[] = [];
    for (const { data } of await everyItem(by, `/claims/${id}/history`)) {
      if (data.claim) told.push(data.claim.claimantId);
      if (data.changes?.claimantId) told.push(data.changes.claimantId);
    }
    expect(told).toEqual([
      late.id,
      { from: late.id, to: early.id },
      { from: early.id, to: late.id },
      { from: late.id, to: early.id },
    ]);
  });
});
