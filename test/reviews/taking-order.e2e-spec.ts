import fc from 'fast-check';
import { type Client, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import { decide, manyQueued, queue, RUNS, sql, take } from './reviewing.js';

const HOUR = 3_600_000;

describe('the order in which claims are handed out', () => {
  let workspace: Workspace;
  let factChecker: Client;
  let editor: Client;
  let reviewer: Client;

  beforeEach(async () => {
    workspace = Workspace.open();
    factChecker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
    reviewer = await workspace.client('reviewer');
  });

  it('follows priority and due time, and among equals the time of queueing', async () => {
    const soon = new Date(Date.now() + HOUR / 2).toISOString();
    const later = new Date(Date.now() + 1000 * HOUR).toISOString();
    const overdue = new Date(Date.now() - 1000 * HOUR).toISOString();
    const wanted: Record<string, Json> = {
      last: { priority: 0 },
      'due one day': { priority: 0, dueAt: later },
      'due soon': { priority: 0, dueAt: soon },
      plain: {},
      'plain, a little later': { dueAt: later },
      urgent: { priority: 9 },
      'overdue, as urgent, later': { priority: 0, dueAt: overdue },
    };
    const names = new Map<string, string>();
    for (const [name, fields] of Object.entries(wanted)) {
      names.set((await queuedClaim(factChecker, fields)).id, name);
    }

    const listed = (await reviewer.get('/claims?sort=rank')).body.items.map(({ id }: Json) => names.get(id));
    const order = await takeAll(reviewer);

    expect(order.map(({ claim }) => names.get(claim.id))).toEqual([
      'urgent',
      'overdue, as urgent, later',
      'plain',
      'plain, a little later',
      'due soon',
      'last',
      'due one day',
    ]);
    expect(listed).toEqual(order.map(({ claim }) => names.get(claim.id)));
  });

  it('lets nothing wait behind what was queued more than nine steps later', async () => {
    const old = await queuedClaim(factChecker, { priority: 0 });
    // As if it had been queued 37 hours ago; nine steps are 36.
    await sql(editor.desk, `update slots set rank = rank - interval '37 hours' where claim_id = $1`, [
      old.id,
    ]);
    const urgent = await queuedClaim(factChecker, { priority: 9, dueAt: new Date(0).toISOString() });

    expect((await take(reviewer)).claim.id).toBe(old.id);
    expect((await take(reviewer)).claim.id).toBe(urgent.id);
  });

  it('lets nothing wait so, whatever the priorities and due times', async () => {
    const queued = fc.record({
      priority: fc.integer({ min: 0, max: 9 }),
      dueMinutes: fc.option(fc.integer({ min: -200, max: 200 })),
      minutesAgo: fc.integer({ min: 0, max: 300 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(queued, { minLength: 10, maxLength: 10 }), async (all) => {
        const { id: queueId } = await queue(editor, { priorityStepMinutes: 10, dueNoticeHours: 1 });
        for (const one of all) await queuedBefore(queueId, one);
        const at = await queuedAt(queueId);

        const order = (await takeAll(reviewer, queueId)).map(({ claim }) => at.get(claim.id)!);

        expect(order).toHaveLength(all.length);
        const latestBefore = order.map((_, i) => Math.max(...order.slice(0, i + 1)));
        for (const [i, moment] of order.entries())
          expect(latestBefore[i]! - moment).toBeLessThanOrEqual(1.5 * HOUR);
      }),
      { numRuns: 3 },
    );
  });

  /** As if the claim had been queued then; what it is due moves with it, so its rank moves by as much. */
  async function queuedBefore(
    queueId: string,
    { priority, dueMinutes, minutesAgo }: { priority: number; dueMinutes: number | null; minutesAgo: number },
  ): Promise<void> {
    const dueAt = dueMinutes === null ? null : new Date(Date.now() + dueMinutes * 60_000).toISOString();
    const { id } = await queuedClaim(factChecker, { priority, dueAt }, { queueId });
    await sql(
      editor.desk,
      `with slot as (update slots set rank = rank - make_interval(mins => $2) where claim_id = $1)
       update rounds set opened_at = opened_at - make_interval(mins => $2) where claim_id = $1`,
      [id, minutesAgo],
    );
  }

  async function queuedAt(queueId: string): Promise<Map<string, number>> {
    const rows = await sql<{ id: string; at: Date }>(
      editor.desk,
      'select claim_id as id, opened_at as at from rounds where queue_id = $1',
      [queueId],
    );
    return new Map(rows.map(({ id, at }) => [id, at.getTime()]));
  }

  it('uses the steps of the queue, and its hours when a claim has no due time of its own', async () => {
    const strict = await queue(editor, { dueHours: 2, dueNoticeHours: 1, priorityStepMinutes: 1 });
    const { rank, updatedAt } = await queuedClaim(factChecker, { priority: 4 }, { queueId: strict.id });
    expect(Date.parse(updatedAt) - Date.parse(rank)).toBeGreaterThanOrEqual(4 * 60_000);
    expect(Date.parse(updatedAt) - Date.parse(rank)).toBeLessThan(5 * 60_000);
    const own = { priority: 4, dueAt: new Date(Date.now() + HOUR - 5 * 60_000).toISOString() };
    const due = await queuedClaim(factChecker, own, { queueId: strict.id });
    expect(Date.parse(due.rank)).toBe(Date.parse(own.dueAt) - HOUR);
  });

  it('gives a claim that was released its old place', async () => {
    const head = await queuedClaim(factChecker);
    await queuedClaim(factChecker);
    const { assignment } = await take(reviewer);
    await reviewer.post(`/assignments/${assignment.id}/release`, { token: 1 });
    expect((await take(await workspace.client('reviewer', 'Other reviewer'))).claim.id).toBe(head.id);
  });

  it('is one order over all queues that are for the reviewer', async () => {
    const one = await queue(editor);
    const two = await queue(editor);
    const claims: Json[] = [];
    for (const [priority, { id: queueId }] of [
      [1, one],
      [8, two],
      [3, one],
      [2, two],
      [9, one],
    ] as [number, Json][]) {
      claims.push(await queuedClaim(factChecker, { priority }, { queueId }));
    }
    const taken = (await takeAll(reviewer)).map(({ claim }) => claim.priority);
    expect(taken).toEqual([9, 8, 3, 2, 1]);
  });

  it('stops at the number of leases the queue allows one member, until one of them ends', async () => {
    const { id: queueId } = await queue(editor, { maxLeases: 2 });
    await manyQueued(factChecker, 4, { queueId });
    const elsewhere = await queuedClaim(factChecker);

    const first = await take(reviewer, queueId);
    await take(reviewer, queueId);
    expect((await reviewer.post('/reviews/next', { queueId })).status).toBe(204);
    expect((await take(reviewer)).claim.id).toBe(elsewhere.id);
    expect((await reviewer.post('/reviews/next')).status).toBe(204);

    await decide(reviewer, first.assignment);
    await take(reviewer, queueId);
    expect((await reviewer.post('/reviews/next', { queueId })).status).toBe(204);
  });

  it('stops there also when one member asks many times at once', async () => {
    for (let run = 0; run < RUNS; run++) {
      const { id: queueId } = await queue(editor, { maxLeases: 2 });
      await manyQueued(factChecker, 5, { queueId });
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => reviewer.post('/reviews/next', { queueId })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 204, 204, 204, 204]);
      const held = answers.filter(({ status }) => status === 200).map(({ body }) => body.claim.id);
      expect(new Set(held).size).toBe(2);
    }
  });

  it('gives a member who asks many times at once one slot of each round', async () => {
    for (let run = 0; run < RUNS; run++) {
      const { id: queueId } = await queue(editor, { reviews: 5 });
      await manyQueued(factChecker, 2, { queueId });
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => reviewer.post('/reviews/next', { queueId })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([
        200,
        200,
        ...Array<number>(6).fill(204),
      ]);
      const given = answers.filter(({ status }) => status === 200).map(({ body }) => body.claim.id);
      expect(new Set(given).size).toBe(2);
    }
  });
});

async function takeAll(by: Client, queueId: string | null = null): Promise<Json[]> {
  const taken: Json[] = [];
  for (;;) {
    const { status, body } = await by.post('/reviews/next', { queueId });
    if (status !== 200) return taken;
    taken.push(body);
  }
}
