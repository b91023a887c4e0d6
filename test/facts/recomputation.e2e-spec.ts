import { eventually, type OwnDesk } from '../setup/desk.js';
import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { House } from './house.js';
import { change, corroboration, done, everyEvent, say } from './steps.js';

describe('a change of what the rule reads besides statements', () => {
  let house: House;
  let api: OwnDesk;
  let worker: OwnDesk | undefined;
  let desk: Client;

  beforeAll(async () => {
    house = await House.open();
    // No worker: what is stale stays so until a test starts one.
    api = await house.start('api');
  });

  beforeEach(async () => {
    desk = await Workspace.open(api).client('admin');
  });

  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
  });

  afterAll(() => house.close());

  const startWorker = async () => {
    worker = await house.start('worker');
  };

  const read = (id: string) => done(desk.get(`/claims/${id}`));

  const supported = async (...sources: Json[]) => {
    const { id } = await claim(desk);
    for (const one of sources) await say(desk, id, one.id, 'asserts');
    return id;
  };

  /** A claim is stale everywhere it is shown, and what it says is still the old answer. */
  async function expectStale(id: string, status: string, version: number) {
    expect(await read(id)).toMatchObject({ corroboration: { status, stale: true }, version });
    expect(await corroboration(desk, id)).toMatchObject({ status, stale: true });
    const { items } = await done(desk.get(`/claims?corroboration=${status}`));
    expect(items.find((item: Json) => item.id === id).corroboration.stale).toBe(true);
  }

  /** The job came through: the new status, one version on, and one event by the machine that says so. */
  async function expectRecomputed(id: string, from: string, to: string, version: number) {
    const shown = await eventually(
      () => read(id),
      (now) => !now.corroboration.stale,
    );
    expect(shown).toMatchObject({ corroboration: { status: to }, version: version + 1 });
    const explained = await corroboration(desk, id);
    expect(explained).toMatchObject({ status: to, stale: false, asOf: shown.corroboration.asOf });
    const events = await eventually(
      async () => (await changesByMachine()).filter((event) => event.claimId === id),
      ({ length }) => length > 0,
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      actor: { type: 'system', id: null, name: null },
      subject: { type: 'claim', id },
      data: { from: { status: from }, to: { status: to } },
    });
  }

  async function changesByMachine(): Promise<Json[]> {
    const events = await everyEvent(desk, { type: 'claim.corroboration-changed' });
    return events.filter(({ actor }) => actor.type === 'system');
  }

  async function expectUntouched(id: string, before: Json) {
    expect(await read(id)).toEqual(before);
  }

  it('lets the claims of a re-placed source and of all below it answer stale until they are recomputed', async () => {
    const ministry = await source(desk);
    const service = await source(desk, { parentId: ministry.id });
    const bureau = await source(desk, { parentId: service.id });
    const [us, other] = [await source(desk, { party: 'US' }), await source(desk, { party: 'Other' })];
    const touched = await supported(bureau, us);
    const byRelay = await supported(us);
    await say(desk, byRelay, other.id, 'confirms', { basedOnSourceId: service.id });
    const untouched = await supported(us, other);
    const before = await read(untouched);

    await change(desk, `/sources/${ministry.id}`, { party: 'US' });
    await expectStale(touched, 'corroborated', 3);
    await expectStale(byRelay, 'corroborated', 3);
    await expectUntouched(untouched, before);
    // Asked for this very moment, the rule answers with the placements of this moment, job or no job.
    const now = new Date().toISOString();
    expect(await corroboration(desk, touched, now)).toMatchObject({ status: 'single_source', stale: false });

    await startWorker();
    await expectRecomputed(touched, 'corroborated', 'single_source', 3);
    await expectRecomputed(byRelay, 'corroborated', 'single_source', 3);
    await expectUntouched(untouched, before);
  });

  it('recomputes when a source gets another parent', async () => {
    const [ua, us] = [await source(desk, { party: 'Ukraine' }), await source(desk, { party: 'US' })];
    const bureau = await source(desk, { parentId: ua.id });
    const touched = await supported(bureau, ua);
    await change(desk, `/sources/${bureau.id}`, { parentId: us.id });
    await expectStale(touched, 'single_source', 3);
    await startWorker();
    await expectRecomputed(touched, 'single_source', 'corroborated', 3);
  });

  it('recomputes when two parties are merged', async () => {
    const [us, usa, third] = [
      await source(desk, { party: 'US' }),
      await source(desk, { party: 'USA' }),
      await source(desk, { party: 'Third' }),
    ];
    const bureau = await source(desk, { parentId: usa.id });
    const [touched, below] = [await supported(us, usa), await supported(us, bureau)];
    const untouched = await supported(third);
    const before = await read(untouched);
    await done(desk.post(`/parties/${usa.partyId}/merge`, { into: us.partyId }));
    for (const id of [touched, below]) await expectStale(id, 'corroborated', 3);
    await startWorker();
    for (const id of [touched, below]) await expectRecomputed(id, 'corroborated', 'single_source', 3);
    expect((await corroboration(desk, touched)).origins).toMatchObject([{ party: 'US' }]);
    await expectUntouched(untouched, before);
  });

  it('counts a new name of a party in without a new version where the status stays', async () => {
    const us = await source(desk, { party: 'US' });
    const id = await supported(us);
    await done(desk.patch(`/parties/${us.partyId}`, { name: 'United States' }, 1));
    await expectStale(id, 'single_source', 2);
    await startWorker();
    await eventually(
      () => read(id),
      ({ corroboration: { stale } }) => !stale,
    );
    expect((await corroboration(desk, id)).origins).toMatchObject([{ party: 'United States' }]);
    expect((await read(id)).version).toBe(2);
    expect(await everyEvent(desk, { type: 'claim.corroboration-changed' })).toHaveLength(1);
  });

  it('recomputes every claim that another threshold changes, and gives no other a new version', async () => {
    const sources = [];
    for (const party of ['One', 'Two', 'Three']) sources.push(await source(desk, { party }));
    const [one, two, three] = sources;
    const [single, both, all] = [
      await supported(one),
      await supported(one, two),
      await supported(one, two, three),
    ];
    await change(desk, '/policy', { corroborationThreshold: 3 });
    await expectStale(both, 'corroborated', 3);
    await expectStale(all, 'corroborated', 4);
    await startWorker();
    await expectRecomputed(both, 'corroborated', 'single_source', 3);
    for (const [id, status, version] of [
      [single, 'single_source', 2],
      [all, 'corroborated', 4],
    ]) {
      const shown = await eventually(
        () => read(id),
        (now) => !now.corroboration.stale,
      );
      expect(shown).toMatchObject({ corroboration: { status }, version });
      expect(await corroboration(desk, id)).toMatchObject({ threshold: 3, stale: false });
    }
  });

  it('makes nothing stale when it changes nothing that the rule reads', async () => {
    const us = await source(desk, { party: 'US', name: 'State Department' });
    const id = await supported(us);
    await change(desk, `/sources/${us.id}`, { notes: 'Daily briefing.', party: 'us' });
    await change(desk, '/policy', { allowSelfReview: true });
    await done(desk.patch(`/parties/${us.partyId}`, { aliases: ['USA'] }, 1));
    expect((await read(id)).corroboration).toMatchObject({ stale: false });
    expect(await corroboration(desk, id)).toMatchObject({ stale: false });
  });

  it('is counted in by the next statement, which leaves nothing for the job', async () => {
    const [ua, us] = [await source(desk, { party: 'Ukraine' }), await source(desk)];
    const [id, later] = [await supported(ua, us), await supported(ua, us)];
    await change(desk, `/sources/${us.id}`, { party: 'Ukraine' });
    await expectStale(id, 'corroborated', 3);
    await say(desk, id, us.id, 'confirms');
    const counted = await read(id);
    expect(counted).toMatchObject({ corroboration: { status: 'single_source', stale: false }, version: 4 });
    await startWorker();
    await expectRecomputed(later, 'corroborated', 'single_source', 3);
    await expectUntouched(id, counted);
  });

  it('reaches more claims than one batch holds, each exactly once', async () => {
    const [ua, us] = [await source(desk, { party: 'Ukraine' }), await source(desk, { party: 'US' })];
    const count = 230;
    for (let i = 0; i < count; i += 10) {
      await Promise.all(Array.from({ length: 10 }, () => supported(ua, us)));
    }
    await startWorker();
    await change(desk, `/sources/${us.id}`, { party: 'Ukraine' });
    await eventually(
      () => done(desk.get('/stats/claims')),
      ({ byCorroboration }) => byCorroboration.single_source === count,
      60_000,
    );
    const changes = await eventually(changesByMachine, ({ length }) => length >= count);
    expect(changes).toHaveLength(count);
    expect(new Set(changes.map(({ claimId }) => claimId)).size).toBe(count);
  });

  it('never passes an answer off as current that a change has not been counted into', async () => {
    const [ua, us] = [await source(desk, { party: 'Ukraine' }), await source(desk, { party: 'US' })];
    const ids: string[] = [];
    for (let i = 0; i < 30; i++) ids.push(await supported(ua, us));
    await startWorker();
    const reads: (() => Promise<Json[]>)[] = [
      async () => (await done(desk.get('/claims?limit=200'))).items.map((item: Json) => item.corroboration),
      async () => [(await read(ids.at(-1)!)).corroboration],
      async () => [await corroboration(desk, ids.at(-1)!)],
    ];
    for (const [party, status] of Array.from({ length: 4 }).flatMap(() => [
      ['Ukraine', 'single_source'],
      ['US', 'corroborated'],
    ])) {
      await change(desk, `/sources/${us.id}`, { party });
      const polls = reads.map(async (poll) => {
        for (let waiting = true; waiting;) {
          const answers = await poll();
          const current = answers.filter(({ stale }) => !stale);
          expect(new Set(current.map((answer) => answer.status))).toEqual(
            new Set(current.length ? [status] : []),
          );
          waiting = current.length < answers.length;
        }
      });
      await Promise.all(polls);
    }
  });
});

describe('a change whose jobs are lost', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open();
  });

  afterAll(() => house.close());

  it('reaches every claim through the sweep, which finds it in the rows', async () => {
    const desk = await Workspace.open(await house.start('api')).client('admin');
    const [ua, us] = [await source(desk, { party: 'Ukraine' }), await source(desk, { party: 'US' })];
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) {
      const { id } = await claim(desk);
      for (const { id: sourceId } of [ua, us]) await say(desk, id, sourceId, 'asserts');
      ids.push(id);
    }
    await change(desk, `/sources/${us.id}`, { party: 'Ukraine' });
    await done(desk.get('/events'));
    // As if a worker had read the event and died with its queue before the job ran.
    await house.sql((client) =>
      client.query(
        `insert into feed_readers (name, position) select 'event-tracker', max(position) from feed`,
      ),
    );
    // The first worker on a queue runs every sweep at once; after that they come by their schedule.
    await house.start('worker');
    for (const id of ids) {
      const shown = await eventually(
        () => done(desk.get(`/claims/${id}`)),
        (now) => !now.corroboration.stale,
      );
      expect(shown.corroboration).toMatchObject({ status: 'single_source', support: 1 });
    }
  });
});
