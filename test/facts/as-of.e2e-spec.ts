import fc from 'fast-check';
import type { Reader } from '../../src/base/database/tx.js';
import { expectPast } from '../../src/facts/statements/past.js';
import { onDatabase, sharedDesk } from '../setup/desk.js';
import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { Remembered } from './remembered.js';
import { change, corroboration, done, faults, say, strike } from './steps.js';

describe('what was held to be known at a past moment', () => {
  let desk: Client;
  let remembered: Remembered;

  beforeEach(async () => {
    desk = await Workspace.open().client('admin');
    remembered = new Remembered(desk);
  });

  it('is not changed by statements and strikes that are recorded later', async () => {
    const [one, two, three] = [
      await source(desk, { party: 'One' }),
      await source(desk, { party: 'Two' }),
      await source(desk, { party: 'Three' }),
    ];
    const { id } = await claim(desk);
    await remembered.now(id);
    const first = await say(desk, id, one.id, 'asserts', { saidAt: '2024-10-24T10:00:00Z' });
    await remembered.at(id, first.recordedAt);
    const second = await say(desk, id, two.id, 'confirms', { basedOnStatementId: first.id });
    await remembered.at(id, second.recordedAt);
    const third = await say(desk, id, three.id, 'confirms', { saidAt: '2024-10-25' });
    await remembered.at(id, third.recordedAt);
    // Said before the first and recorded after it: what was known then is not what was said then.
    const late = await say(desk, id, one.id, 'denies', { saidAt: '2024-10-23' });
    await remembered.at(id, late.recordedAt);
    const retracted = await say(desk, id, one.id, 'retracts', { saidAt: '2024-10-26' });
    await remembered.at(id, retracted.recordedAt);
    await strike(desk, retracted.id);
    await remembered.now(id);
    await strike(desk, first.id, { replacementId: third.id });
    await remembered.now(id);

    await remembered.expectUnchanged();
    expect(remembered.answers(id).map(({ status, support }) => [status, support])).toEqual([
      ['unsourced', 0],
      ['single_source', 1],
      ['single_source', 1],
      ['corroborated', 2],
      ['corroborated', 2],
      ['single_source', 1],
      ['corroborated', 2],
      // The relay's base has no supporting position any more; what stands of its source is the denial.
      ['contested', 1],
    ]);
  });

  it('is not changed by re-placements, merges, renamings and thresholds that come later', async () => {
    const body = await source(desk);
    const bureau = await source(desk, { parentId: body.id });
    const [us, usa] = [await source(desk, { party: 'US' }), await source(desk, { party: 'USA' })];
    const { id } = await claim(desk);
    for (const { id: sourceId } of [bureau, us, usa]) {
      const { recordedAt } = await say(desk, id, sourceId, 'asserts');
      await remembered.at(id, recordedAt);
    }
    const steps = [
      () => change(desk, `/sources/${body.id}`, { party: 'Ministry' }),
      () => change(desk, `/sources/${bureau.id}`, { parentId: null }),
      () => change(desk, `/sources/${bureau.id}`, { parentId: us.id }),
      () => change(desk, `/policy`, { corroborationThreshold: 3 }),
      () => done(desk.post(`/parties/${usa.partyId}/merge`, { into: us.partyId })),
      () => patchParty(desk, us.partyId, { name: 'United States' }),
      () => change(desk, `/sources/${usa.id}`, { party: null }),
      () => change(desk, `/policy`, { corroborationThreshold: 1 }),
    ];
    for (const step of steps) {
      await step();
      await remembered.now(id);
    }

    await remembered.expectUnchanged();
    expect(
      remembered.answers(id).map(({ status, threshold, origins }) => ({
        status,
        threshold,
        parties: origins.map(({ party }: Json) => party),
      })),
    ).toEqual([
      { status: 'single_source', threshold: 2, parties: [null] },
      { status: 'corroborated', threshold: 2, parties: [null, 'US'] },
      { status: 'corroborated', threshold: 2, parties: [null, 'US', 'USA'] },
      { status: 'corroborated', threshold: 2, parties: ['Ministry', 'US', 'USA'] },
      { status: 'corroborated', threshold: 2, parties: [null, 'US', 'USA'] },
      { status: 'corroborated', threshold: 2, parties: ['US', 'USA'] },
      { status: 'single_source', threshold: 3, parties: ['US', 'USA'] },
      { status: 'single_source', threshold: 3, parties: ['US'] },
      { status: 'single_source', threshold: 3, parties: ['United States'] },
      { status: 'single_source', threshold: 3, parties: ['United States', null] },
      { status: 'corroborated', threshold: 1, parties: ['United States', null] },
    ]);
  });

  it('is told for any moment between two changes, however near to one of them', async () => {
    const { id: sourceId } = await source(desk, { party: 'One' });
    const { id } = await claim(desk);
    const { recordedAt } = await say(desk, id, sourceId, 'asserts');
    const before = new Date(Date.parse(recordedAt) - 1).toISOString();
    expect(await corroboration(desk, id, before)).toMatchObject({ asOf: before, status: 'unsourced' });
    expect(await corroboration(desk, id, recordedAt)).toMatchObject({
      asOf: recordedAt,
      status: 'single_source',
    });
    const elsewhere = recordedAt.replace('Z', '%2B00:00');
    expect(await corroboration(desk, id, elsewhere)).toMatchObject({ asOf: recordedAt });
  });

  it('is of nothing before the claim was entered', async () => {
    const { id, createdAt } = await claim(desk);
    const before = new Date(Date.parse(createdAt) - 1).toISOString();
    for (const asOf of [before, '1999-12-31T23:59:59Z']) {
      const early = await desk.get(`/claims/${id}/corroboration?asOf=${asOf}`);
      expect(early).toMatchObject({ status: 404, body: { code: 'resource.not_found' } });
      expect(early.body.detail).toContain(createdAt);
    }
    expect(await corroboration(desk, id, createdAt)).toMatchObject({
      status: 'unsourced',
      threshold: 2,
      origins: [],
      summary: 'No statement is on record.',
    });
  });

  it('knows a source under its old party or its new one, and never under none in between', async () => {
    const { id: sourceId } = await source(desk, { party: 'Old' });
    const { id } = await claim(desk, { statement: { sourceId, stance: 'asserts' } });
    const asked = Date.now();
    await change(desk, `/sources/${sourceId}`, { party: 'New, and made by naming it' });
    const parties = new Set<string | null>();
    for (let at = asked; at <= Date.now() && parties.size < 2; at++) {
      const asOf = new Date(at).toISOString();
      if (await remembered.at(id, asOf)) parties.add((await corroboration(desk, id, asOf)).origins[0].party);
    }
    expect([...parties]).toEqual(['Old', 'New, and made by naming it']);
  });

  it('is the moment of the last change when none is asked for', async () => {
    const { id: sourceId } = await source(desk, { party: 'One' });
    const entered = await claim(desk);
    expect((await corroboration(desk, entered.id)).asOf).toBe(entered.createdAt);
    const statement = await say(desk, entered.id, sourceId, 'asserts');
    expect((await corroboration(desk, entered.id)).asOf).toBe(statement.recordedAt);
    await change(desk, `/claims/${entered.id}`, { place: 'Kursk' });
    expect((await corroboration(desk, entered.id)).asOf).toBe(statement.recordedAt);
    const { struckAt } = await strike(desk, statement.id);
    expect((await corroboration(desk, entered.id)).asOf).toBe(struckAt);
    expect(await corroboration(desk, entered.id)).toEqual(await corroboration(desk, entered.id, struckAt));
  });

  it('is told of the present millisecond when that is over, as until then something can be stamped with it', async () => {
    await onDatabase(sharedDesk().databaseUrl, async (client) => {
      const query = async (text: string, values?: unknown[]) => (await client.query(text, values)).rows;
      for (let i = 0; i < 100; i++) {
        const [{ now }] = await query(`select date_trunc('milliseconds', clock_timestamp()) as now`);
        await expectPast({ query } as unknown as Reader, now);
        const [{ over }] = await query(
          `select clock_timestamp() >= $1::timestamptz + interval '1 ms' as over`,
          [now],
        );
        expect(over).toBe(true);
      }
    });
  });

  it('refuses a moment that has not come, and what is no moment', async () => {
    const { id } = await claim(desk);
    for (const asOf of [
      new Date(Date.now() + 2000).toISOString(),
      '9999-12-31T23:59:59-10:00',
      '2024-10-24',
      '2024-02-30T00:00:00Z',
      'yesterday',
      '',
    ]) {
      const answer = await desk.get(`/claims/${id}/corroboration?asOf=${encodeURIComponent(asOf)}`);
      expect(faults(answer)).toEqual({ status: 400, paths: ['asOf'] });
    }
  });
});

describe('the order in which statements are recorded', () => {
  it('decides nothing where each is of another source', async () => {
    const desk = await Workspace.open().client('fact_checker');
    const sources: Json[] = [];
    for (const party of ['One', 'Two', 'Two', 'Three', null, null])
      sources.push(await source(desk, { party }));
    const said = fc.uniqueArray(
      fc.record({
        of: fc.nat(sources.length - 1),
        stance: fc.constantFrom('asserts', 'confirms', 'partly_confirms', 'denies', 'questions', 'evades'),
        day: fc.integer({ min: 1, max: 28 }),
        relayed: fc.option(fc.nat(sources.length - 1)),
        min: fc.option(fc.integer({ min: 1, max: 5 })),
        max: fc.option(fc.integer({ min: 3, max: 9 })),
      }),
      { selector: ({ of }) => of, minLength: 2 },
    );
    const both = said.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    await fc.assert(
      fc.asyncProperty(both, async (orders) => {
        const answers = [];
        for (const order of orders) {
          const { id } = await claim(desk);
          for (const { of, stance, day, relayed, min, max } of order) {
            const bounds = min !== null && max !== null && min > max ? { min } : { min, max };
            await say(desk, id, sources[of].id, stance, {
              saidAt: `2024-10-${String(day).padStart(2, '0')}`,
              ...(relayed !== null && relayed !== of && { basedOnSourceId: sources[relayed].id }),
              ...((min ?? max) !== null && { quantity: { ...bounds, unit: 'soldiers' } }),
            });
          }
          answers.push(whateverTheOrder(await corroboration(desk, id)));
        }
        expect(answers[0]).toEqual(answers[1]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });
});

/** What an answer says apart from ids of statements, moments and the order of its lists. */
function whateverTheOrder({ status, threshold, support, oppose, divided, partial, ...lists }: Json) {
  const { origins, excluded, quantities, unplacedSources, summary } = lists;
  return {
    ...{ status, threshold, support, oppose, divided, partial, summary },
    origins: origins
      .map(({ statements, sources, roots, ...origin }: Json) =>
        JSON.stringify({ ...origin, count: statements.length, sources: sources.sort(), roots: roots.sort() }),
      )
      .sort(),
    excluded: excluded.length,
    quantities: quantities.map(({ statements, ...range }: Json) => ({ ...range, count: statements.length })),
    unplaced: unplacedSources.sort(),
  };
}

/** Parties have no address of their own; their list carries the version that a change needs. */
async function patchParty(by: Client, id: string, fields: object) {
  const { items } = await done(by.get('/parties'));
  return done(by.patch(`/parties/${id}`, fields, items.find((party: Json) => party.id === id).version));
}
