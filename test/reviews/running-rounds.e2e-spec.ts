import { eventually } from '../setup/desk.js';
import { type Client, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import { decide, idOf, queue, sql, take } from './reviewing.js';

describe('a round that runs', () => {
  let workspace: Workspace;
  let admin: Client;
  let factChecker: Client;
  let reviewer: Client;
  let queueId: string;

  beforeEach(async () => {
    workspace = Workspace.open();
    admin = await workspace.client('admin');
    factChecker = await workspace.client('fact_checker');
    reviewer = await workspace.client('reviewer');
    queueId = (await queue(admin, { leaseSeconds: 600, languages: [] })).id;
  });

  async function change(path: string, fields: object): Promise<void> {
    const answer = await admin.patch(path, fields, '*');
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }

  async function replace(path: string, body: object): Promise<void> {
    const answer = await admin.put(path, body, '*');
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }

  const ratings = ['no', 'yes'].map((key, i) => ({
    key,
    order: i + 1,
    polarity: 'neither',
    colour: '#000000',
    labels: { en: key },
  }));

  const CHANGES: [string, () => Promise<void>][] = [
    [
      'its queue',
      () =>
        change(`/queues/${queueId}`, {
          name: 'Renamed',
          leaseSeconds: 30,
          mode: 'push',
          blind: false,
          agreement: 'majority',
          languages: ['ja'],
          skills: ['geolocation'],
          maxLeases: 1,
          dueHours: 1,
          priorityStepMinutes: 1,
          dueNoticeHours: 1,
        }),
    ],
    [
      'the routing rules',
      async () => replace('/routing-rules', { rules: [{ when: {}, queueId: (await queue(admin)).id }] }),
    ],
    ['the rating scale', () => replace('/rating-scale', { ratings })],
    [
      'what its reviewer can do',
      async () => change(`/members/${await idOf(reviewer)}`, { languages: ['ja'], skills: ['maps'] }),
    ],
    ['the name of the workspace', () => change('/workspace', { name: 'Another newsroom' })],
    [
      'the policy',
      () => change('/policy', { corroborationThreshold: 5, allowSelfReview: true, reReviewAfterDays: 1 }),
    ],
  ];

  it.each(CHANGES)('stays as it was opened, whatever becomes of %s', async (_, changeIt) => {
    const waiting = await queuedClaim(factChecker, { priority: 1 }, { queueId });
    const taken = await queuedClaim(factChecker, { priority: 9 }, { queueId });
    const { assignment } = await take(reviewer, queueId);
    expect(assignment.claimId).toBe(taken.id);
    const before = await booksOf([waiting.id, taken.id]);

    await changeIt();

    expect(await booksOf([waiting.id, taken.id])).toEqual(before);
    const { lease } = (await reviewer.get(`/assignments/${assignment.id}`)).body;
    expect(lease).toEqual(assignment.lease);
    const decided = await decide(reviewer, assignment, { rating: 'mixed' });
    expect([decided.status, decided.body.claim.verdict?.rating]).toEqual([200, 'mixed']);
  });

  describe('whose queue asks for other languages and skills now', () => {
    const ask = (needs: object) => change(`/queues/${queueId}`, needs);
    const skilled = async (name: string, skills: string[]) => {
      const client = await workspace.client('reviewer', name);
      await change(`/members/${await idOf(client)}`, { skills });
      return client;
    };

    it('is taken by those it was opened for, and what is opened since by the others', async () => {
      const [before, later] = [await waitingClaim(), await ask({ skills: ['maps'] }).then(waitingClaim)];
      const mapper = await skilled('Mapper', ['maps']);
      const [plain] = [await take(reviewer, queueId), await expectNothing(reviewer)];
      expect(plain.assignment.claimId).toBe(before);
      expect((await take(mapper, queueId)).assignment.claimId).toBe(later);
      expect(await asked(before)).toEqual({ languages: [], skills: [] });
      expect(await asked(later)).toEqual({ languages: [], skills: ['maps'] });
      expect(await waits()).toBe(0);
    });

    it('is taken before what was opened later, by whoever may have both', async () => {
      const mapper = await skilled('Mapper', ['maps']);
      const [first, second] = [await waitingClaim(), await ask({ skills: ['maps'] }).then(waitingClaim)];
      const third = await ask({ skills: [] }).then(waitingClaim);
      expect(await waits()).toBe(3);
      const taken = [];
      for (let i = 0; i < 3; i++) taken.push((await take(mapper)).assignment.claimId);
      expect(taken).toEqual([first, second, third]);
    });

    it('is not given to whom it was not opened for when the queue asks for less', async () => {
      await ask({ skills: ['maps'] });
      const id = await waitingClaim();
      await ask({ skills: [] });
      await expectNothing(reviewer);
      const mapper = await skilled('Mapper', ['maps']);
      const { assignment } = await take(mapper, queueId);
      const { token } = assignment.lease;
      const to = await idOf(reviewer);
      const handed = await mapper.post(`/assignments/${assignment.id}/hand-over`, { token, to });
      expect([handed.status, handed.body.code]).toEqual([400, 'request.invalid']);
      await mapper.post(`/assignments/${assignment.id}/decline`, { token, reason: 'other' });
      // Once when nobody had what it was opened for, and once when the only one who has it declined.
      expect((await stalled()).map(({ claimId }) => claimId)).toEqual([id, id]);
    });

    it('is offered to those it was opened for', async () => {
      const mapper = await skilled('Mapper', ['maps']);
      await ask({ mode: 'push', skills: ['reading Linear A'] });
      const id = await waitingClaim();
      await ask({ skills: ['maps'] });
      const later = await waitingClaim();
      const offers = () => mapper.get('/assignments?mine=true&state=offered').then(({ body }) => body.items);
      const offered = await eventually(offers, (items) => items.length > 0);
      expect(offered.map(({ claimId }: Json) => claimId)).toEqual([later]);
      expect((await stalled()).map(({ claimId }) => claimId)).toContain(id);
    });

    async function waitingClaim(): Promise<string> {
      return (await queuedClaim(factChecker, {}, { queueId })).id;
    }

    async function expectNothing(by: Client): Promise<void> {
      expect((await by.post('/reviews/next', { queueId })).status).toBe(204);
    }

    async function asked(claimId: string): Promise<Json> {
      const [{ languages, skills }] = (await admin.get(`/claims/${claimId}/reviews`)).body.items;
      return { languages, skills };
    }

    async function waits(): Promise<number> {
      const { queues } = (await admin.get('/stats/queues')).body;
      return queues.find(({ queue: { id } }: Json) => id === queueId).waiting;
    }

    async function stalled(): Promise<Json[]> {
      return (await admin.get('/events?after=0&type=round.stalled')).body.items;
    }
  });

  /** The rows, without when the editors were told that nobody is left: that follows who may take it now. */
  function booksOf(claimIds: string[]): Promise<Json[]> {
    return sql(
      workspace.desk,
      `select to_jsonb(r) - 'stalled_at' as round, to_jsonb(s) as slot, c.queue_id, c.rank, c.status
         from rounds r join slots s on s.round_id = r.id join claims c on c.id = r.claim_id
        where r.claim_id = any($1::uuid[]) order by r.id, s.id`,
      [claimIds],
    );
  }
});
