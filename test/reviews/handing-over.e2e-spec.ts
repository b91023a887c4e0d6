import { randomUUID } from 'node:crypto';
import { quietDesk } from '../setup/desk.js';
import { type Answer, type Client, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import { RUNS, decide, idOf, queue, queueOfTwo, record, runOut, sql, take, traces } from './reviewing.js';

describe('a claim handed over', () => {
  const desk = quietDesk();
  let workspace: Workspace;
  let factChecker: Client;
  let editor: Client;
  let admin: Client;
  let giver: Client;
  let receiver: Client;

  beforeEach(async () => {
    workspace = Workspace.open(desk);
    factChecker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
    admin = await workspace.client('admin');
    giver = await workspace.client('reviewer', 'Giver');
    receiver = await workspace.client('reviewer', 'Receiver');
  });

  async function handOver(assignment: Json, to: Client | string = receiver): Promise<Answer> {
    return giver.post(`/assignments/${assignment.id}/hand-over`, {
      token: assignment.lease?.token ?? 1,
      to: typeof to === 'string' ? to : await idOf(to),
      note: 'You read Korean.',
    });
  }

  /** Takes a claim and hands it over; answers the giver's turn and the receiver's offer. */
  async function handedOver(queueId: string | null = null): Promise<{ given: Json; offer: Json }> {
    const { assignment } = await take(giver, queueId);
    const answer = await handOver(assignment);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return { given: assignment, offer: await offerTo(receiver) };
  }

  async function offerTo(by: Client): Promise<Json> {
    return (await by.get('/assignments?mine=true&state=offered')).body.items[0];
  }

  async function types(claimId: string): Promise<string[]> {
    const { items } = (await editor.get(`/claims/${claimId}/history?limit=200`)).body;
    return items.map((event: Json) => event.type);
  }

  it('is offered to the member named, on the same slot, and theirs once they accept', async () => {
    const claim = await queuedClaim(factChecker);
    const { assignment } = await take(giver);

    const answer = await handOver(assignment);

    expect(answer.status).toBe(200);
    expect(answer.body.assignment).toMatchObject({ id: assignment.id, state: 'handed_over' });
    expect(answer.body.assignment.endedAt).not.toBeNull();
    const offer = await offerTo(receiver);
    expect(offer).toMatchObject({ claimId: claim.id, round: 1, slot: 1, state: 'offered', lease: null });
    const shown = { assignmentId: offer.id, state: 'offered', member: { name: 'Receiver' } };
    expect(answer.body.claim).toMatchObject({ status: 'in_review', leases: [shown] });
    expect((await factChecker.get(`/claims/${claim.id}`)).body.leases).toMatchObject([shown]);

    const accepted = await receiver.post(`/assignments/${offer.id}/accept`);
    expect(accepted.body).toMatchObject({
      assignment: { state: 'leased', lease: { token: 2 } },
      claim: { status: 'in_review', leases: [{ assignmentId: offer.id, state: 'leased' }] },
    });
    expect((await decide(receiver, accepted.body.assignment)).body.claim.status).toBe('decided');
    expect((await types(claim.id)).slice(-6)).toEqual([
      'assignment.handed-over',
      'assignment.offered',
      'assignment.leased',
      'decision.submitted',
      'round.settled',
      'claim.transitioned',
    ]);
  });

  it('tells in the events who gave it to whom and why, and in the ledger', async () => {
    const claim = await queuedClaim(factChecker);
    const { given, offer } = await handedOver();

    const [from, to] = await Promise.all([giver, receiver].map(idOf));
    const events = (await factChecker.get('/events?type=assignment.*&limit=200')).body.items;
    expect(events.slice(-2)).toMatchObject([
      {
        type: 'assignment.handed-over',
        actor: { id: from },
        claimId: claim.id,
        subject: { id: given.id },
        data: { memberId: from, to, offerId: offer.id },
        reason: 'You read Korean.',
      },
      {
        type: 'assignment.offered',
        actor: { id: from },
        subject: { id: offer.id },
        data: { memberId: to, expiresAt: offer.expiresAt },
      },
    ]);
    const ledger = await sql(
      desk,
      `select assignment_id, entry, by_member, note from assignment_ledger
        where assignment_id = any($1) and entry <> 'leased' order by id`,
      [[given.id, offer.id]],
    );
    expect(ledger).toEqual([
      { assignment_id: given.id, entry: 'handed_over', by_member: from, note: 'You read Korean.' },
      { assignment_id: offer.id, entry: 'offered', by_member: from, note: null },
    ]);
  });

  it('is not the giver’s any more: their late write is told who holds it now', async () => {
    const claim = await queuedClaim(factChecker);
    const { given, offer } = await handedOver();
    const before = await traces(desk, claim.id);
    const late = await decide(giver, given);
    expect(late.body).toMatchObject({ code: 'lease.lost', state: 'handed_over', holder: null });
    expect(await traces(desk, claim.id)).toEqual(before);

    const { assignment } = (await receiver.post(`/assignments/${offer.id}/accept`)).body;

    expect((await decide(giver, given)).body).toMatchObject({
      code: 'lease.lost',
      holder: { id: await idOf(receiver), name: 'Receiver' },
      expiresAt: assignment.lease.expiresAt,
    });
    expect((await handOver(given)).body.code).toBe('lease.lost');
  });

  it('stands as long as the queue lets an offer stand, and then waits for anybody', async () => {
    const { id: queueId } = await queue(editor, { offerSeconds: 60, leaseSeconds: 900 });
    const claim = await queuedClaim(factChecker, {}, { queueId });
    const { offer } = await handedOver(queueId);
    expect(Date.parse(offer.expiresAt) - Date.parse(offer.openedAt)).toBeLessThan(62_000);
    await runOut(desk, offer.id);

    expect((await factChecker.get(`/claims/${claim.id}`)).body.leases).toEqual([]);
    expect((await receiver.post(`/assignments/${offer.id}/accept`)).body.code).toBe('lease.lost');
    const third = await workspace.client('reviewer', 'Third');
    expect(await take(third, queueId)).toMatchObject({
      claim: { id: claim.id, status: 'in_review' },
      assignment: { lease: { token: 2 } },
    });
  });

  it('waits for anybody when the receiver declines it, and the claim is queued', async () => {
    const claim = await queuedClaim(factChecker);
    const { offer } = await handedOver();

    const declined = await receiver.post(`/assignments/${offer.id}/decline`, { reason: 'language' });

    expect(declined.body).toMatchObject({ assignment: { state: 'declined' }, claim: { status: 'queued' } });
    const third = await workspace.client('reviewer', 'Third');
    const { assignment } = await take(third);
    expect(assignment.claimId).toBe(claim.id);
    const again = { token: assignment.lease.token, to: await idOf(receiver) };
    const refused = await third.post(`/assignments/${assignment.id}/hand-over`, again);
    expect(refused.body.errors).toMatchObject([
      { path: 'to', message: expect.stringContaining('Receiver has declined it') },
    ]);
  });

  it('can go back to who gave it', async () => {
    await queuedClaim(factChecker);
    const { offer } = await handedOver();
    const { assignment } = (await receiver.post(`/assignments/${offer.id}/accept`)).body;
    const back = { token: 2, to: await idOf(giver) };
    expect((await receiver.post(`/assignments/${assignment.id}/hand-over`, back)).status).toBe(200);
    const accepted = await giver.post(`/assignments/${(await offerTo(giver)).id}/accept`);
    expect(accepted.body.assignment.lease.token).toBe(3);
  });

  it('may go to a member who was late with another part of the round, before anything tidied that', async () => {
    const queueId = await queueOfTwo(editor);
    await queuedClaim(factChecker, {}, { queueId });
    const late = (await take(receiver, queueId)).assignment;
    const { assignment } = await take(giver, queueId);
    await runOut(desk, late.id);
    expect((await handOver(assignment)).status).toBe(200);
    expect((await receiver.get(`/assignments/${late.id}`)).body.state).toBe('expired');
    expect((await offerTo(receiver)).slot).toBe(assignment.slot);
  });

  describe('is refused', () => {
    async function expectRefused(assignment: Json, to: Client | string, words: string): Promise<void> {
      const before = await traces(desk, assignment.claimId);
      const answer = await handOver(assignment, to);
      expect(answer).toMatchObject({
        status: 400,
        body: { code: 'request.invalid', errors: [{ path: 'to', message: expect.stringContaining(words) }] },
      });
      expect(await traces(desk, assignment.claimId)).toEqual(before);
    }

    it('to oneself, to nobody known, to another workspace’s member and to one who was removed', async () => {
      await queuedClaim(factChecker);
      const { assignment } = await take(giver);
      await expectRefused(assignment, giver, 'is you');
      const stranger = await Workspace.open(desk).client('reviewer');
      const removed = await workspace.client('reviewer', 'Removed');
      const id = await idOf(removed);
      await admin.delete(`/members/${id}`);
      const answers = [];
      for (const to of [randomUUID(), await idOf(stranger), id]) {
        await expectRefused(assignment, to, 'There is no member with this id in your workspace.');
        answers.push({ ...(await handOver(assignment, to)).body, requestId: null });
      }
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    });

    it('to a member whose role may not review', async () => {
      await queuedClaim(factChecker);
      const { assignment } = await take(giver);
      await expectRefused(assignment, factChecker, 'fact_checker may not review as fact_checker');
    });

    it('to a member without the languages and skills that the queue asks for', async () => {
      const { id: queueId } = await queue(editor, { skills: ['Korean'] });
      await queuedClaim(factChecker, {}, { queueId });
      await admin.patch(`/members/${await idOf(giver)}`, { skills: ['korean'] }, '*');
      const { assignment } = await take(giver, queueId);
      await expectRefused(assignment, receiver, 'languages and skills');
    });

    it('to the member who entered the claim, unless the workspace allows that', async () => {
      await queuedClaim(receiver);
      const { assignment } = await take(giver);
      await expectRefused(assignment, receiver, 'Receiver entered it');
      await admin.patch('/policy', { allowSelfReview: true }, '*');
      expect((await handOver(assignment)).status).toBe(200);
    });

    it('to a member who has recorded a statement of it', async () => {
      const { id } = await queuedClaim(factChecker);
      await record(receiver, id, 'asserts');
      const { assignment } = await take(giver);
      await expectRefused(assignment, receiver, 'Receiver has recorded a statement of it');
    });

    it('to a member who records a statement of it before they accept, or the verdict says so where that is allowed', async () => {
      const { id } = await queuedClaim(factChecker);
      const { offer } = await handedOver();
      await record(receiver, id, 'questions');
      const before = await traces(desk, id);
      const refused = await receiver.post(`/assignments/${offer.id}/accept`);
      expect([refused.status, refused.body.code]).toEqual([403, 'reviewer.took_part']);
      expect(await traces(desk, id)).toEqual(before);
      await admin.patch('/policy', { allowSelfReview: true }, '*');
      const { assignment } = (await receiver.post(`/assignments/${offer.id}/accept`)).body;
      expect((await decide(receiver, assignment)).body.claim.verdict.selfReviewed).toBe(true);
    });

    it('to a member who has another part in the round', async () => {
      const queueId = await queueOfTwo(editor);
      await queuedClaim(factChecker, {}, { queueId });
      const { assignment } = await take(giver, queueId);
      const other = (await take(receiver, queueId)).assignment;
      await expectRefused(assignment, receiver, 'has another part in this round');
      await decide(receiver, other);
      await expectRefused(assignment, receiver, 'has another part in this round');
    });

    it('to a member who has as many in hand as the queue allows', async () => {
      const { id: queueId } = await queue(editor, { maxLeases: 1 });
      for (let i = 0; i < 2; i++) await queuedClaim(factChecker, {}, { queueId });
      const { assignment } = await take(giver, queueId);
      await take(receiver, queueId);
      await expectRefused(assignment, receiver, 'as many in hand');
    });

    it('under an offer that was not accepted', async () => {
      await queuedClaim(factChecker);
      const { offer } = await handedOver();
      const answer = await receiver.post(`/assignments/${offer.id}/hand-over`, {
        token: 1,
        to: await idOf(giver),
      });
      expect(answer.body.code).toBe('assignment.not_offered');
    });
  });

  it('to one member by two at once never gives them more than the queue allows', async () => {
    const { id: queueId } = await queue(editor, { maxLeases: 1 });
    for (let run = 0; run < RUNS; run++) {
      const other = await workspace.client('reviewer', `Other ${run}`);
      for (let i = 0; i < 3; i++) await queuedClaim(factChecker, {}, { queueId });
      const one = (await take(giver, queueId)).assignment;
      const two = (await take(other, queueId)).assignment;
      const to = await idOf(receiver);

      const answers = await Promise.all([
        giver.post(`/assignments/${one.id}/hand-over`, { token: one.lease.token, to }),
        other.post(`/assignments/${two.id}/hand-over`, { token: two.lease.token, to }),
        receiver.post('/reviews/next', { queueId }),
      ]);

      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      const inHand = (await receiver.get('/assignments?mine=true')).body.items.filter(({ state }: Json) =>
        ['offered', 'leased'].includes(state),
      );
      expect(inHand).toHaveLength(1);
      await clear(queueId);
    }
  });

  it('is accepted or has run out when both come at once, and never both', async () => {
    const third = await workspace.client('reviewer', 'Third');
    for (let run = 0; run < RUNS; run++) {
      const claim = await queuedClaim(factChecker);
      const { offer } = await handedOver();
      await sql(
        desk,
        `update assignments set expires_at = clock_timestamp() + make_interval(secs => $2::float8 / 1000) where id = $1`,
        [offer.id, (run % 8) * 4],
      );

      const [accepted, taken] = await Promise.all([
        receiver.post(`/assignments/${offer.id}/accept`),
        third.post('/reviews/next'),
      ]);

      const { leases } = (await factChecker.get(`/claims/${claim.id}`)).body;
      if (accepted.status === 200) {
        expect(taken.status).toBe(204);
        expect(leases).toMatchObject([{ assignmentId: offer.id, state: 'leased' }]);
        await decide(receiver, accepted.body.assignment);
      } else {
        expect(accepted.body.code).toBe('lease.lost');
        const work = taken.status === 200 ? taken.body : await take(third);
        expect(work).toMatchObject({ claim: { id: claim.id }, assignment: { lease: { token: 2 } } });
        await decide(third, work.assignment);
      }
    }
  });

  async function clear(queueId: string): Promise<void> {
    for (const { id } of (await editor.get(`/claims?queueId=${queueId}&limit=200`)).body.items) {
      await editor.post(
        `/claims/${id}/transitions`,
        { to: 'closed', reason: 'out_of_scope' },
        { ifMatch: '*' },
      );
    }
  }
});
