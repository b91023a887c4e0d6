import { type Answer, type Client, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import { decide, letSixMinutesPass, manyQueued, queueOfTwo, record, sql, take } from './reviewing.js';

/** More than a take looks at one by one at the head of a queue. */
const MANY = 70;

describe('a reviewer to whom the whole head of the queue may not be given', () => {
  let factChecker: Client;
  let editor: Client;
  let admin: Client;
  let reviewer: Client;
  let other: Client;

  beforeEach(async () => {
    const workspace = Workspace.open();
    factChecker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
    admin = await workspace.client('admin');
    reviewer = await workspace.client('reviewer');
    other = await workspace.client('reviewer', 'Other reviewer');
  });

  /** Claims that rank behind everything that was queued before them, the first one first. */
  async function behind(count: number, to: object = {}): Promise<string[]> {
    const ids: string[] = [];
    for (let i = 0; i < count; i++) ids.push((await queuedClaim(factChecker, { priority: 0 }, to)).id);
    return ids;
  }

  async function expectTaken(by: Client, ids: string[], queueId: string | null = null): Promise<void> {
    for (const id of ids) expect((await take(by, queueId)).claim.id).toBe(id);
  }

  async function expectNothing(by: Client, queueId: string | null = null): Promise<void> {
    expect((await by.post('/reviews/next', { queueId })).status).toBe(204);
  }

  it('is given what lies behind their own import, in order', async () => {
    const own = await manyQueued(reviewer, MANY);
    const ids = await behind(3);

    await expectTaken(reviewer, ids);
    await expectNothing(reviewer);
    expect(own).toContain((await take(other)).claim.id);
  });

  it('is given what lies behind it also when that comes to wait later, or again', async () => {
    await manyQueued(reviewer, MANY);
    await expectNothing(reviewer);
    const [first, second] = await behind(2);
    const { assignment } = await take(other, null);
    // The other reviewer has one of the import; what the first one may have is untouched by that.
    await expectTaken(reviewer, [first!, second!]);
    await other.post(`/assignments/${assignment.id}/release`, { token: 1 });
    await expectNothing(reviewer);
  });

  it('is given their own once the policy allows it', async () => {
    const own = await manyQueued(reviewer, MANY);
    await expectNothing(reviewer);
    expect((await admin.patch('/policy', { allowSelfReview: true }, 1)).status).toBe(200);
    expect(own).toContain((await take(reviewer)).claim.id);
  });

  it('is given what lies behind claims on which they recorded statements', async () => {
    const stated = await manyQueued(factChecker, MANY);
    await record(reviewer, stated[0]!, 'asserts');
    await sql(
      reviewer.desk,
      `insert into statements
       select (jsonb_populate_record(st, jsonb_build_object('id', gen_random_uuid(), 'claim_id', c.id))).*
         from statements st, claims c where st.claim_id = $1 and c.id = any($2::uuid[])`,
      [stated[0], stated.slice(1)],
    );
    const ids = await behind(2);

    await expectTaken(reviewer, ids);
    await expectNothing(reviewer);
    expect(stated).toContain((await take(other)).claim.id);
  });

  it('is given what lies behind claims they declined', async () => {
    const declined = await manyQueued(factChecker, MANY);
    const ids = await behind(2);
    await each(declined, async () => {
      const { assignment } = await take(reviewer);
      return reviewer.post(`/assignments/${assignment.id}/decline`, { token: 1, reason: 'language' });
    });

    await expectTaken(reviewer, ids);
    await expectNothing(reviewer);
    expect(declined).toContain((await take(other)).claim.id);
  });

  it('is given what lies behind claims they gave back, and those again when nothing else waits', async () => {
    const released = await manyQueued(factChecker, MANY);
    const ids = await behind(2);
    const assignments: string[] = [];
    await each(released, async () => {
      const { assignment } = await take(reviewer);
      assignments.push(assignment.id);
      return reviewer.post(`/assignments/${assignment.id}/release`, { token: 1 });
    });

    await expectTaken(reviewer, ids);
    await expectNothing(reviewer);
    await letSixMinutesPass(reviewer.desk, assignments.at(-1)!);
    const again = await take(reviewer);
    expect(again.assignment).toMatchObject({ lease: { token: 2 } });
    expect(released).toContain(again.claim.id);
    await expectNothing(reviewer);
  });

  it('is given what lies behind claims they have decided, of which another decision is awaited', async () => {
    const queueId = await queueOfTwo(editor);
    const decided = await manyQueued(factChecker, MANY, { queueId });
    const ids = await behind(2, { queueId });
    await each(decided, async () => decide(reviewer, (await take(reviewer, queueId)).assignment));

    await expectTaken(reviewer, ids, queueId);
    await expectNothing(reviewer, queueId);
    expect(decided).toContain((await take(other, queueId)).claim.id);
  });

  it('is given the best of two queues when the head of each is not for them', async () => {
    const queueIds = [await queueOfTwo(editor), await queueOfTwo(editor)];
    for (const queueId of queueIds) await manyQueued(reviewer, MANY, { queueId });
    const [second] = await behind(1, { queueId: queueIds[0] });
    const first = await queuedClaim(factChecker, { priority: 9 }, { queueId: queueIds[1] });

    await expectTaken(reviewer, [first.id, second!]);
    await expectNothing(reviewer);
  });
});

async function each(all: unknown[], act: () => Promise<Answer>): Promise<void> {
  for (const _ of all) {
    const { status, body }: { status: number; body: Json } = await act();
    if (status !== 200) throw new Error(JSON.stringify(body));
  }
}
