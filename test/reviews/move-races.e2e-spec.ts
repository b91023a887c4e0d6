import { quietDesk } from '../setup/desk.js';
import { type Client, type Json, claim as enter, queuedClaim, Workspace } from '../setup/workspace.js';
import { move, RUNS, runOut, take } from './reviewing.js';

describe('moves that race', () => {
  const desk = quietDesk();
  let factChecker: Client;
  let editor: Client;
  let reviewer: Client;
  let other: Client;

  beforeAll(async () => {
    const workspace = Workspace.open(desk);
    factChecker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
    reviewer = await workspace.client('reviewer');
    other = await workspace.client('reviewer', 'Other reviewer');
  });

  it('with the same version: one is done, the other is told that its version is stale', async () => {
    for (let run = 0; run < RUNS; run++) {
      const { id, version } = await enter(factChecker);
      const answers = await Promise.all(
        ['queued', 'on_hold'].map((to) =>
          editor.post(`/claims/${id}/transitions`, { to }, { ifMatch: version }),
        ),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
      const done = answers.find(({ status }) => status === 200)!.body;
      expect((await editor.get(`/claims/${id}`)).body).toMatchObject({
        status: done.status,
        version: version + 1,
      });
      await move(editor, id, { to: 'triage' });
    }
  });

  it('never close two claims as duplicates of each other', async () => {
    for (let run = 0; run < RUNS; run++) {
      const [a, b] = [await enter(factChecker), await enter(factChecker)];
      const close = (id: string, duplicateOf: string) =>
        move(factChecker, id, { to: 'closed', reason: 'duplicate', duplicateOf });
      const answers = await Promise.all([close(a.id, b.id), close(b.id, a.id)]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400]);
    }
  });

  it('with a take: the claim is closed or in review, and nobody holds a claim that is closed', async () => {
    for (let run = 0; run < RUNS; run++) {
      const { id, version } = await queuedClaim(factChecker);
      const [taken, closed] = await Promise.all([
        reviewer.post('/reviews/next'),
        factChecker.post(
          `/claims/${id}/transitions`,
          { to: 'closed', reason: 'withdrawn' },
          { ifMatch: version },
        ),
      ]);
      const after = (await editor.get(`/claims/${id}`)).body;
      if (closed.status === 200) {
        expect([taken.status, after.status, after.leases]).toEqual([204, 'closed', []]);
      } else {
        expect([closed.status, taken.status, taken.body.claim.id]).toEqual([412, 200, id]);
        expect([after.status, after.leases.length]).toEqual(['in_review', 1]);
        await move(editor, id, { to: 'closed', reason: 'withdrawn' });
      }
    }
  });

  it('with the tidying of a lease that has run out: nothing is lost, nothing happens twice', async () => {
    for (let run = 0; run < RUNS; run++) {
      const { id } = await queuedClaim(factChecker);
      const { assignment } = await take(reviewer);
      await runOut(desk, assignment.id);

      const [taken, held] = await Promise.all([
        other.post('/reviews/next'),
        move(editor, id, { to: 'on_hold' }),
      ]);

      expect(held.status).toBe(200);
      const { items } = (await editor.get(`/claims/${id}/history?limit=200`)).body;
      const types: string[] = items.map((event: Json) => event.type);
      expect(types.filter((type) => type === 'assignment.expired')).toHaveLength(1);
      expect(types.filter((type) => type === 'assignment.broken')).toHaveLength(taken.status === 200 ? 1 : 0);
      expect((await editor.get(`/claims/${id}`)).body).toMatchObject({ status: 'on_hold', leases: [] });
    }
  });
});
