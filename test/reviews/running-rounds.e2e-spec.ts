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
