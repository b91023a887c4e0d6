import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { follow, type Rebuilt, type ToldEvent } from '../../src/facts/claims/claim.rebuild.js';
import { eventually, onDatabase, sharedDesk } from '../setup/desk.js';
import { claim, type Json, source, Workspace } from '../setup/workspace.js';
import { anyLife, Newsroom } from './lives.js';
import { change, done, faults, say } from './steps.js';

describe('a claim made again from its events alone', () => {
  it('is the claim as it stands, and was at any moment what was answered then, whatever became of it', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyLife, async (life) => {
        const newsroom = await Newsroom.open();
        const remembered: { path: string; asOf: string; shown: Json }[] = [];
        for (const step of life) {
          await newsroom.take(step);
          const path = `/claims/${newsroom.histories[step.of]!.claimId}`;
          const now = await momentOf(newsroom, path);
          if (now !== null) remembered.push({ path, ...now });
        }
        for (const { claimId } of newsroom.histories) {
          await eventually(
            () => done(newsroom.by.get(`/claims/${claimId}`)),
            ({ corroboration }) => !corroboration.stale,
          );
          const { row, events } = await booksOf(claimId);
          const rebuilt = events.reduce<Rebuilt | null>(follow, null)!;
          expect(rebuilt.claim).toEqual(row);
          expect([...rebuilt.unknown]).toEqual([]);
          events.forEach(({ type }) => seen.add(type));
        }
        for (const { path, asOf, shown } of remembered) {
          const { unknown, ...then } = await done(newsroom.by.get(`${path}?asOf=${asOf}`));
          expect(then).toEqual(asPast(shown, asOf));
          expect(unknown).toEqual([]);
          // At the very moment of a change it is what the change made of it.
          const { version, status } = await done(newsroom.by.get(`${path}?asOf=${shown.updatedAt}`));
          expect([version, status]).toEqual([shown.version, shown.status]);
        }
      }),
      { numRuns: 2, endOnFailure: true },
    );
    for (const type of [
      'claim.updated',
      'claim.corroboration-changed',
      'claim.adjudicated',
      'claim.merged',
      'claim.unmerged',
      'statement.struck',
      'evidence.gone',
      'round.settled',
    ]) {
      expect(seen).toContain(type);
    }
  });

  it('answers stale for a moment at which a re-placed source waited to be counted in', async () => {
    const by = await Workspace.open().client('admin');
    const [one, two] = [await source(by, { party: 'One' }), await source(by, { party: 'Two' })];
    const { id } = await claim(by);
    for (const { id: sourceId } of [one, two]) await say(by, id, sourceId, 'asserts');
    await change(by, `/sources/${two.id}`, { party: 'One' });
    const recomputed = await eventually(
      () => done(by.get(`/claims/${id}`)),
      ({ corroboration }) => corroboration.status === 'single_source',
    );
    const just = new Date(Date.parse(recomputed.updatedAt) - 1).toISOString();
    const { corroboration } = await done(by.get(`/claims/${id}?asOf=${just}`));
    expect(corroboration).toMatchObject({ status: 'corroborated', support: 2, stale: true });
    const { corroboration: since } = await done(by.get(`/claims/${id}?asOf=${recomputed.updatedAt}`));
    expect(since).toEqual(recomputed.corroboration);
  });

  it('was not there before it was entered, and is refused for a moment that has not come', async () => {
    const by = await Workspace.open().client('fact_checker');
    const { id, createdAt } = await claim(by);
    const before = new Date(Date.parse(createdAt) - 1).toISOString();
    const early = await by.get(`/claims/${id}?asOf=${before}`);
    expect(early).toMatchObject({ status: 404, body: { code: 'resource.not_found' } });
    expect(early.body.detail).toContain(createdAt);
    expect((await by.get(`/claims/${id}?asOf=${createdAt}`)).body).toMatchObject({ version: 1, createdAt });
    const ahead = new Date(Date.now() + 2000).toISOString();
    expect(faults(await by.get(`/claims/${id}?asOf=${ahead}`))).toEqual({ status: 400, paths: ['asOf'] });
    const stranger = await Workspace.open().client('viewer');
    expect((await stranger.get(`/claims/${id}?asOf=${createdAt}`)).status).toBe(404);
  });
});

/**
 * A moment and what was answered then. Between two answers that are the same nothing has happened, unless the machine
 * was at work: what it had stamped, it had not committed yet. To ask for the moment waits for that, and where it tells
 * of more, so does the claim by then.
 */
async function momentOf({ by }: Newsroom, path: string): Promise<{ asOf: string; shown: Json } | null> {
  const before = await done(by.get(path));
  const asOf = new Date().toISOString();
  const shown = await done(by.get(path));
  if (JSON.stringify(before) !== JSON.stringify(shown) || shown.corroboration.stale) return null;
  const { unknown: _unknown, ...then } = await done(by.get(`${path}?asOf=${asOf}`));
  if (isDeepStrictEqual(then, asPast(shown, asOf))) return { asOf, shown };
  expect(await done(by.get(path))).not.toEqual(shown);
  return null;
}

/** A claim as it is shown for a past moment. */
function asPast(shown: Json, asOf: string): Json {
  return { ...shown, asOf, leases: [], allowedTransitions: [] };
}

/** The claim's row and the events of its chain, as the database has them. */
function booksOf(claimId: string): Promise<{ row: Json; events: ToldEvent[] }> {
  return onDatabase(sharedDesk().databaseUrl, async (client) => {
    const rows = await client.query('select * from claims where id = $1', [claimId]);
    const { search: _search, ...columns } = rows.rows[0];
    const events = await client.query<ToldEvent>(
      `select e.type, e.at, e.workspace_id as "workspaceId", e.claim_id as "claimId", e.actor_id as "actorId", c.data
         from events e join event_contents c on c.event_id = e.id where e.chain_id = $1 order by e.chain_number`,
      [claimId],
    );
    return { row: camelCased(columns), events: events.rows };
  });
}

function camelCased(columns: Json): Json {
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [
      name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
