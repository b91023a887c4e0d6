import { randomUUID } from 'node:crypto';
import { claim, type Client, queuedClaim, Workspace } from '../setup/workspace.js';
import { decide, idOf, letSixMinutesPass, move, queue, record, take } from './reviewing.js';

describe('which claims a reviewer is given', () => {
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

  it('answers 204 with nothing in it when no claim waits', async () => {
    const answer = await reviewer.post('/reviews/next', {});
    expect([answer.status, answer.body]).toEqual([204, '']);
  });

  it('gives another one also to a reviewer who holds some', async () => {
    const ids = [await queuedClaim(factChecker), await queuedClaim(factChecker)].map(({ id }) => id);
    expect([(await take(reviewer)).claim.id, (await take(reviewer)).claim.id]).toEqual(ids);
    expect((await reviewer.post('/reviews/next')).status).toBe(204);
  });

  it('never gives a claim to the member who entered it', async () => {
    const { id } = await queuedClaim(reviewer);
    expect((await reviewer.post('/reviews/next')).status).toBe(204);
    const { assignment, claim } = await take(other);
    expect(claim.id).toBe(id);
    expect((await decide(other, assignment)).body.claim.verdict.selfReviewed).toBe(false);
  });

  it.each(['before it is queued', 'while it waits'])(
    'never gives a claim to whoever recorded on a duplicate what came to it %s, and says so where the policy allows it',
    async (when) => {
      const claims = [await claim(factChecker), await claim(factChecker), await claim(factChecker)];
      const [stays, middle, duplicate] = claims.map(({ id }) => id as string) as [string, string, string];
      const statement = await record(reviewer, duplicate, 'asserts');
      const close = (id: string, duplicateOf: string) => ({
        id,
        to: { to: 'closed', reason: 'duplicate', duplicateOf },
      });
      const moves = [close(duplicate, middle), close(middle, stays)];
      moves.splice(when === 'while it waits' ? 0 : 2, 0, { id: stays, to: { to: 'queued' } as never });
      for (const { id, to } of moves) expect((await move(factChecker, id, to)).status).toBe(200);

      expect((await reviewer.post('/reviews/next')).status).toBe(204);
      const { assignment } = await take(other);
      const handed = await other.post(`/assignments/${assignment.id}/hand-over`, {
        token: 1,
        to: await idOf(reviewer),
      });
      expect([handed.status, handed.body.errors[0].message]).toEqual([
        400,
        expect.stringContaining('has recorded a statement of it'),
      ]);

      await admin.patch('/policy', { allowSelfReview: true }, '*');
      await other.post(`/assignments/${assignment.id}/release`, { token: 1 });
      const again = await take(reviewer);
      expect([again.claim.id, statement.claimId]).toEqual([stays, duplicate]);
      expect((await decide(reviewer, again.assignment)).body.claim.verdict.selfReviewed).toBe(true);
    },
  );

  it('gives it to them where the policy allows that, and the verdict shows it', async () => {
    expect((await admin.patch('/policy', { allowSelfReview: true }, 1)).status).toBe(200);
    const { id } = await queuedClaim(reviewer);

    const { assignment, claim } = await take(reviewer);

    expect(claim.id).toBe(id);
    const decided = await decide(reviewer, assignment);
    expect(decided.body.claim.verdict.selfReviewed).toBe(true);
  });

  it('never gives a declined claim to the same member again, also not in a later round', async () => {
    const { id } = await queuedClaim(factChecker);
    const { assignment } = await take(reviewer);
    const decline = { token: 1, reason: 'conflict_of_interest', note: 'I worked for them.' };
    const declined = await reviewer.post(`/assignments/${assignment.id}/decline`, decline);
    expect(declined.status).toBe(200);
    expect(declined.body).toMatchObject({
      assignment: { state: 'declined' },
      claim: { id, status: 'queued' },
    });

    expect((await reviewer.post('/reviews/next')).status).toBe(204);
    await letSixMinutesPass(reviewer.desk, assignment.id);
    expect((await reviewer.post('/reviews/next')).status).toBe(204);
    await move(editor, id, { to: 'triage' });
    await move(editor, id, { to: 'queued' });
    expect((await reviewer.post('/reviews/next')).status).toBe(204);
    expect((await take(other)).assignment).toMatchObject({ claimId: id, round: 2, lease: { token: 1 } });
  });

  it('shows why somebody declined to them and to editors alone', async () => {
    await queuedClaim(factChecker);
    const { assignment } = await take(reviewer);
    const path = `/assignments/${assignment.id}`;
    await reviewer.post(`${path}/decline`, { token: 1, reason: 'wellbeing', note: 'Not this week.' });

    const why = { declineReason: 'wellbeing', declineNote: 'Not this week.' };
    for (const by of [reviewer, editor, admin]) expect((await by.get(path)).body).toMatchObject(why);
    for (const by of [factChecker, other]) {
      expect((await by.get(path)).body).toMatchObject({ declineReason: null, declineNote: null });
    }
    const { items } = (await admin.get('/events?type=assignment.declined')).body;
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toMatch(/wellbeing|Not this week/);
  });

  it('gives a released claim to others at once, to the same member after 5 minutes', async () => {
    const { id, version } = await queuedClaim(factChecker);
    const { assignment } = await take(reviewer);
    const released = await reviewer.post(`/assignments/${assignment.id}/release`, { token: 1 });
    expect(released.body).toMatchObject({
      assignment: { state: 'released' },
      claim: { id, status: 'queued', version: version + 2, leases: [] },
    });

    expect((await reviewer.post('/reviews/next')).status).toBe(204);
    const { assignment: second, claim } = await take(other);
    expect(claim.id).toBe(id);
    await other.post(`/assignments/${second.id}/release`, { token: 2 });
    expect((await reviewer.post('/reviews/next')).status).toBe(204);

    await letSixMinutesPass(reviewer.desk, assignment.id);
    expect((await take(reviewer)).assignment).toMatchObject({ claimId: id, lease: { token: 3 } });
    expect((await other.post('/reviews/next')).status).toBe(204);
  });

  it('gives back what a member released only when nothing else waits for them', async () => {
    const urgent = await queuedClaim(factChecker, { priority: 9 });
    const { assignment } = await take(reviewer);
    await reviewer.post(`/assignments/${assignment.id}/release`, { token: 1 });
    await letSixMinutesPass(reviewer.desk, assignment.id);
    const plain = await queuedClaim(factChecker, { priority: 0 });

    expect((await take(reviewer)).claim.id).toBe(plain.id);
    expect((await take(reviewer)).claim.id).toBe(urgent.id);
  });

  it('says 404 for a queue that does not exist, also for one of another workspace', async () => {
    const foreign = await queue(await Workspace.open().client('editor'));
    for (const queueId of [randomUUID(), foreign.id]) {
      const answer = await reviewer.post('/reviews/next', { queueId });
      expect([answer.status, answer.body.code]).toEqual([404, 'resource.not_found']);
    }
    const malformed = await reviewer.post('/reviews/next', { queueId: 'front-desk' });
    expect([malformed.status, malformed.body.errors[0].path]).toEqual([400, 'queueId']);
  });

  it('takes from the queue that is named, and from no other', async () => {
    const quick = await queue(editor);
    const deep = await queue(editor);
    const inQuick = await queuedClaim(factChecker, {}, { queueId: quick.id });
    const inDeep = await queuedClaim(factChecker, {}, { queueId: deep.id });

    expect((await take(reviewer, deep.id)).claim.id).toBe(inDeep.id);
    expect((await reviewer.post('/reviews/next', { queueId: deep.id })).status).toBe(204);
    expect((await take(reviewer, quick.id)).assignment).toMatchObject({
      claimId: inQuick.id,
      queueId: quick.id,
    });
  });

  it.each([
    ['languages', ['uk', 'en'], ['en'], ['EN', 'ru', 'UK']],
    ['skills', ['Imagery', 'open records'], ['imagery'], ['OPEN  RECORDS', 'imagery']],
  ])('leaves out a queue whose %s a reviewer has not all', async (field, needed, some, all) => {
    const demanding = await queue(editor, { [field]: needed });
    const { id } = await queuedClaim(factChecker, {}, { queueId: demanding.id });
    const member = await idOf(reviewer);

    for (const wanted of [{}, { queueId: demanding.id }]) {
      expect((await reviewer.post('/reviews/next', wanted)).status).toBe(204);
    }
    expect((await admin.patch(`/members/${member}`, { [field]: some }, 1)).status).toBe(200);
    expect((await reviewer.post('/reviews/next')).status).toBe(204);
    expect((await admin.patch(`/members/${member}`, { [field]: all }, 2)).status).toBe(200);
    expect((await take(reviewer)).claim.id).toBe(id);
  });

  it('is refused to those who may not review', async () => {
    await queuedClaim(factChecker);
    const answer = await factChecker.post('/reviews/next');
    expect([answer.status, answer.body.code]).toEqual([403, 'permission.denied']);
  });
});
