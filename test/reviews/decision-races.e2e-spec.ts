import { quietDesk } from '../setup/desk.js';
import { type Client, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import { decide, move, RUNS, sql, take } from './reviewing.js';

describe('a decision that races', () => {
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

  it('itself is counted once: one of the two wins, the other is told that it is closed', async () => {
    for (let run = 0; run < RUNS; run++) {
      const { id } = await queuedClaim(factChecker);
      const { assignment } = await take(reviewer);
      const ratings = ['true', 'false'];

      const answers = await Promise.all(ratings.map((rating) => decide(reviewer, assignment, { rating })));

      expect(answers.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([
        200,
        'assignment.closed',
      ]);
      const won = ratings[answers.findIndex(({ status }) => status === 200)];
      expect(await decisionsOn(id)).toEqual([won]);
      expect((await factChecker.get(`/claims/${id}`)).body.verdict.rating).toBe(won);
    }
  });

  it('the end of its lease either counts, or the claim goes to the next reviewer: never both', async () => {
    for (let run = 0; run < RUNS; run++) {
      const { id } = await queuedClaim(factChecker);
      const { assignment } = await take(reviewer);
      await endsIn(assignment.id, (run % 8) * 4);

      const [decided, taken] = await Promise.all([decide(reviewer, assignment), other.post('/reviews/next')]);

      if (decided.status === 200) {
        expect(taken.status).toBe(204);
        expect((await other.post('/reviews/next')).status).toBe(204);
      } else {
        expect(decided.body.code).toBe('lease.lost');
        const work = taken.status === 200 ? taken.body : await take(other);
        expect(work).toMatchObject({
          claim: { id, status: 'in_review' },
          assignment: { lease: { token: 2 } },
        });
        expect((await decide(other, work.assignment)).status).toBe(200);
      }
      expect(await decisionsOn(id)).toHaveLength(1);
    }
  });

  it.each([
    [{ to: 'closed', reason: 'not_checkable' }, 'closed'],
    [{ to: 'on_hold' }, 'on_hold'],
  ])(
    'an editor who asks for %j either counts or is refused: never both',
    async (to, status) => {
      for (let run = 0; run < RUNS; run++) {
        const { id } = await queuedClaim(factChecker);
        const { assignment, claim } = await take(reviewer);

        const [decided, moved] = await Promise.all([
          decide(reviewer, assignment),
          editor.post(`/claims/${id}/transitions`, to, { ifMatch: claim.version }),
        ]);

        const after = (await factChecker.get(`/claims/${id}`)).body;
        if (decided.status === 200) {
          expect([moved.status, moved.body.code]).toEqual([412, 'version.stale']);
          expect(after).toMatchObject({ status: 'decided', verdict: { rating: 'unverifiable' } });
          expect(await decisionsOn(id)).toHaveLength(1);
        } else {
          expect([decided.body.code, decided.body.holder, moved.status]).toEqual(['lease.lost', null, 200]);
          expect(after).toMatchObject({ status, verdict: null });
          expect(await decisionsOn(id)).toHaveLength(0);
        }
        expect(after.version).toBe(claim.version + 1);
      }
    },
    60_000,
  );

  it('a statement that is recorded at the same moment has seen it or is told of it', async () => {
    const { id: sourceId } = (
      await factChecker.post('/sources', { name: 'The ministry', kind: 'government' })
    ).body;
    for (let run = 0; run < RUNS; run++) {
      const { id } = await queuedClaim(factChecker);
      const { assignment, claim } = await take(reviewer);

      const [decided, recorded] = await Promise.all([
        decide(reviewer, assignment, { claimVersion: claim.version }),
        factChecker.post(`/claims/${id}/statements`, { sourceId, stance: 'denies' }),
      ]);

      expect(recorded.status).toBe(201);
      const types = (await factChecker.get(`/claims/${id}/history`)).body.items.map(
        (event: Json) => event.type,
      );
      if (decided.status === 200) {
        expect(types.indexOf('decision.submitted')).toBeLessThan(types.indexOf('statement.recorded'));
      } else {
        expect(decided.body).toMatchObject({
          code: 'decision.ground_changed',
          statements: [recorded.body.id],
        });
        expect((await move(editor, id, { to: 'closed', reason: 'out_of_scope' })).status).toBe(200);
      }
    }
  });

  /** Lets a lease end in so many milliseconds from now. */
  function endsIn(assignmentId: string, ms: number): Promise<unknown> {
    return sql(
      desk,
      `update assignments set expires_at = clock_timestamp() + make_interval(secs => $2::float8 / 1000) where id = $1`,
      [assignmentId, ms],
    );
  }

  async function decisionsOn(claimId: string): Promise<string[]> {
    const rows = await sql(desk, 'select rating from decisions where claim_id = $1', [claimId]);
    return rows.map(({ rating }) => rating as string);
  }
});
