import { eventually, onDatabase, sharedDesk } from '../setup/desk.js';
import { claim, type Client, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import { done, faults, untilOpen } from './steps.js';

const HOURS = '/stats/timeline?bucket=hour';

describe('the timeline of statuses', () => {
  let workspace: Workspace;
  let by: Client;

  beforeEach(async () => {
    workspace = Workspace.open();
    by = await workspace.client('editor');
    await untilOpen(by);
  });

  const sum = (buckets: Json[], side: 'entered' | 'left', status: string) =>
    buckets.reduce((total, bucket) => total + bucket[side][status], 0);
  const move = (id: string, to: object) => done(by.post(`/claims/${id}/transitions`, to, { ifMatch: '*' }));

  it('counts what came into each status and left it, zeros too, at once and after it was folded', async () => {
    await claim(by);
    const { id } = await queuedClaim(by);
    await move(id, { to: 'closed', reason: 'not_checkable' });
    const expected = async () => {
      const { bucket, buckets } = await done(by.get(HOURS));
      expect([bucket, buckets.length]).toEqual(['hour', 24]);
      const flows = Object.keys(buckets[0].entered).map((status) => [
        status,
        sum(buckets, 'entered', status),
        sum(buckets, 'left', status),
      ]);
      expect(flows.filter(([, entered, left]) => entered !== 0 || left !== 0)).toEqual([
        ['triage', 2, 1],
        ['queued', 1, 1],
        ['closed', 1, 0],
      ]);
      expect(flows).toHaveLength(8);
    };
    await expected();
    await folded();
    // Another question, so that no answer from before is given.
    await claim(by);
    await eventually(
      () => done(by.get(HOURS)),
      ({ buckets }) => sum(buckets, 'entered', 'triage') === 3,
    );
    for (const bucket of ['day', 'week']) {
      const { buckets } = await done(by.get(`/stats/timeline?bucket=${bucket}`));
      expect(sum(buckets, 'entered', 'triage')).toBe(3);
    }
  });

  it('is the same when it is made again from the events', async () => {
    for (let i = 0; i < 3; i++) await queuedClaim(by);
    await folded();
    const flows = await flowsOfEvents();
    expect(await flowsFolded()).toEqual(flows);
  });

  it('answers 304 until something moves, and says what it cannot show', async () => {
    const first = await by.get(HOURS);
    const tag = { 'if-none-match': first.headers.get('etag')! };
    expect((await by.get(HOURS, tag)).status).toBe(304);
    await claim(by);
    expect((await by.get(HOURS, tag)).status).toBe(200);
    const asked = (query: string) => by.get(`/stats/timeline?${query}`);
    expect(faults(await asked('bucket=hour&from=2020-01-01T00:00:00Z'))).toEqual({
      status: 400,
      paths: ['from'],
    });
    const back = 'from=2024-01-02T00:00:00Z&to=2024-01-01T00:00:00Z';
    expect(faults(await asked(back))).toEqual({ status: 400, paths: ['to'] });
    expect((await asked('bucket=month')).status).toBe(400);
    // What does not begin and end in the years 0001 to 9999 cannot be written as RFC 3339 has it.
    for (const late of ['bucket=day&to=9999-12-31T23:59:59Z', 'bucket=week&to=9999-12-31T00:00:00Z']) {
      expect(faults(await asked(late))).toEqual({ status: 400, paths: ['to'] });
    }
    expect(faults(await asked('bucket=day&to=0001-01-09T00:00:00Z'))).toEqual({
      status: 400,
      paths: ['from'],
    });
    expect((await done(asked('bucket=day&to=9999-12-31T00:00:00Z'))).to).toBe('9999-12-31T00:00:00.000Z');
    const week = 'bucket=week&from=2024-10-24T10:00:00Z&to=2024-10-29T00:00:00Z';
    const { from, to, buckets } = await done(asked(week));
    expect([from, to]).toEqual(['2024-10-21T00:00:00.000Z', '2024-11-04T00:00:00.000Z']);
    expect(buckets.map(({ start }: Json) => start)).toEqual([from, '2024-10-28T00:00:00.000Z']);
  });

  function rows(sql: string): Promise<Json[]> {
    return onDatabase(sharedDesk().databaseUrl, async (client) => {
      const where = `workspace_id = (select id from workspaces where slug = '${workspace.slug}')`;
      return (await client.query(sql.replaceAll('HERE', where))).rows;
    });
  }

  /** Waits until the machine has folded the feed up to its newest event of this workspace. */
  async function folded(): Promise<void> {
    const behind = `select count(*)::int as count from feed where HERE
       and position > coalesce((select position from feed_readers where name = 'status-flows'), 0)`;
    await eventually(
      () => rows(behind),
      ([row]) => row.count === 0,
    );
  }

  function flowsFolded(): Promise<Json[]> {
    return rows(
      `select hour, status, entered::int, "left"::int from status_flows where HERE order by hour, status`,
    );
  }

  function flowsOfEvents(): Promise<Json[]> {
    return rows(`
      select date_trunc('hour', at, 'UTC') as hour, status, sum(entered)::int as entered, sum("left")::int as "left"
        from (
          select e.at, coalesce(c.data ->> 'to', 'triage') as status, 1 as entered, 0 as "left"
            from (select * from events where HERE) e join event_contents c on c.event_id = e.id
           where e.type in ('claim.submitted', 'claim.transitioned')
          union all
          select e.at, c.data ->> 'from', 0, 1
            from (select * from events where HERE) e join event_contents c on c.event_id = e.id
           where e.type = 'claim.transitioned'
        ) moves
       group by 1, 2 order by 1, 2`);
  }
});
