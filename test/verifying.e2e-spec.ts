import fc from 'fast-check';
import { run } from './edge/process.js';
import { House } from './facts/house.js';
import { anyLife, Newsroom as Living } from './facts/lives.js';
import { done, say, strike } from './facts/steps.js';
import { decided, newsroom, type Newsroom, publish } from './publications/decided.js';
import { addEvidence, decide, move, queue, record, take } from './reviews/reviewing.js';
import { claim, type Client, queuedClaim, source } from './setup/workspace.js';

/*
 * What somebody could change who owns the database, beside the record and its chains; each of a claim of its own, which
 * is $1. It was decided, published twice and is being changed still.
 */
const FORGERIES: [string, RegExp][] = [
  [`update claims set text = 'Another.' where id = $1`, /claim ID: .* than its events: text$/],
  [`update claims set rating = 'true' where id = $1`, /claim ID: .*: rating$/],
  [
    `update claims set verdict = jsonb_set(verdict, '{rationale}', '"Because."') where id = $1`,
    /claim ID: .*: verdict$/,
  ],
  [
    `update claims set corroboration = 'corroborated', support = 3 where id = $1`,
    /: corroboration, support$/,
  ],
  [
    `update claims set status = 'closed', closed_reason = 'withdrawn' where id = $1`,
    /: closedReason, status$/,
  ],
  [
    `update claims set version = 1, created_at = created_at - interval '1 day' where id = $1`,
    /: createdAt, version$/,
  ],
  ['delete from claims where id = $1', /claim ID: its row is gone, of which events tell$/],
  [
    `update statements set stance = 'denies' where claim_id = $1 and stance = 'asserts'`,
    /statement \S+ of claim ID: .*: stance$/,
  ],
  [
    `update statements set struck_at = null, struck_by = null, strike_reason = null, struck_claim_version = null
      where claim_id = $1 and struck_at is not null`,
    /statement \S+ of claim ID: .*: strikeReason, struckAt, struckBy, struckClaimVersion$/,
  ],
  [
    `delete from statements where claim_id = $1 and struck_at is not null`,
    /statement \S+ of claim ID: its row is gone/,
  ],
  [
    `insert into statements select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'recorded_at', now()))).*
       from statements s where claim_id = $1 and stance = 'asserts'`,
    /statement \S+ of claim ID: there is a row of which no event tells$/,
  ],
  [
    `update evidence set url = 'https://other.example/' where claim_id = $1`,
    /evidence \S+ of claim ID: .*: url$/,
  ],
  [
    `insert into captures (id, workspace_id, claim_id, evidence_id, number, cause, outcome, started_at, finished_at, url,
                           final_url, fault, tool)
     select gen_random_uuid(), workspace_id, claim_id, id, 1, 'added', 'vanished', now(), now(), url, url, 'Gone.', 'mine'
       from evidence where claim_id = $1`,
    /capture \S+ of claim ID: there is a row of which no event tells$/,
  ],
  [
    `update decisions set rating = 'true', member_id = (select created_by from claims where id = $1) where claim_id = $1`,
    /decision \S+ of claim ID: .*: memberId, rating$/,
  ],
  [
    'delete from decision_citations where claim_id = $1',
    /decision \S+ of claim ID: .*: citedEvidence, citedStatements$/,
  ],
  [
    `update publications set content = jsonb_set(content, '{claim,text}', '"Another."') where claim_id = $1 and number = 1`,
    /publication \S+ of claim ID: .*: digest$/,
  ],
  [
    `update publications set content = '{}' where claim_id = $1 and number = 2`,
    /publication \S+ of claim ID: .*: digest$/,
  ],
  [
    `update publications set withdrawn_at = withdrawn_at - interval '1 day' where claim_id = $1`,
    /publication \S+ of claim ID: .*: withdrawnAt$/,
  ],
  [
    'delete from publications where claim_id = $1 and number = 2',
    /publication \S+ of claim ID: its row is gone/,
  ],
];

const CANCELLED: [string, RegExp] = [
  `update decisions set rationale = 'Another.' where claim_id = $1`,
  /decision \S+ of claim ID: .*: rationale$/,
];

describe('rows beside the record', () => {
  let house: House;
  let room: Newsroom;
  let databaseUrl: string;

  beforeAll(async () => {
    house = await House.open();
    const desk = await house.start('api');
    databaseUrl = desk.databaseUrl;
    room = await newsroom(desk);
  });

  afterAll(() => house.close());

  const verify = () => run(['verify'], { DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' });

  /** A claim with everything that a row is kept of. */
  async function furnished(): Promise<string> {
    const { editor } = room;
    const { claimId, denied } = await decided(room);
    const { id } = await publish(editor, claimId);
    await done(editor.post(`/publications/${id}/withdraw`, { reason: 'The image is another.' }));
    await publish(editor, claimId, { correction: 'The image was another.', authors: ['The desk'] });
    await strike(editor, denied.id);
    return claimId;
  }

  it('say what the events say, whatever became of claims', async () => {
    await furnished();
    await disputed(room);
    await claim(room.checker);
    const living = await Living.open(room.checker.desk);
    for (const step of fc.sample(anyLife, { numRuns: 1, seed: 7 })[0]!) await living.take(step);
    const { code, stdout } = await verify();
    expect(stdout).toMatch(/^The record is whole: .* 6 claims\.\n$/);
    expect(code).toBe(0);
  });

  it('fit while the desk is at work', async () => {
    const { checker, editor } = room;
    const ids = await Promise.all(Array.from({ length: 4 }, async () => (await claim(checker)).id as string));
    const from = await source(checker);
    const verified = verify();
    let isOver = false;
    void verified.finally(() => (isOver = true));
    const work = async (id: string) => {
      while (!isOver) {
        const said = await say(checker, id, from.id, 'asserts');
        await addEvidence(checker, id);
        await strike(editor, said.id);
      }
    };
    await Promise.all(ids.map(work));
    expect(await verified).toMatchObject({ code: 0, stdout: expect.stringMatching(/^The record is whole/) });
  });

  it('are seen to have been changed by hand, each row that was, and what of it', async () => {
    const claims: string[] = [];
    for (let i = 0; i < FORGERIES.length; i++) claims.push(await furnished());
    claims.push(await cancelled(room));
    const forgeries = [...FORGERIES, CANCELLED];
    await house.sql(async (client) => {
      await client.query(`set session_replication_role = 'replica'`);
      for (const [i, [sql]] of forgeries.entries()) {
        expect((await client.query(sql, [claims[i]])).rowCount).toBeGreaterThan(0);
      }
    });
    const { code, stdout } = await verify();
    expect(code).toBe(1);
    const lines = stdout.trim().split('\n');
    for (const [i, [sql, told]] of forgeries.entries()) {
      const of = lines.filter((line) => line.includes(`claim ${claims[i]}`));
      expect([sql, of]).toEqual([sql, [expect.stringMatching(told.source.replace('ID', claims[i]!))]]);
    }
    expect(lines).toHaveLength(forgeries.length + 1);
  });
});

/** A claim on which two do not agree, and an editor had the last word. */
async function disputed({ workspace, checker, editor }: Newsroom): Promise<void> {
  const { id: queueId } = await queue(editor, { reviews: 2, blind: true });
  const { id } = await queuedClaim(editor, {}, { queueId });
  await addEvidence(checker, id);
  await record(checker, id, 'questions');
  const others: Client[] = [
    await workspace.client('reviewer', 'one'),
    await workspace.client('reviewer', 'two'),
  ];
  for (const [i, by] of others.entries()) {
    const { assignment } = await take(by, queueId);
    await done(decide(by, assignment, { rating: ['true', 'false'][i], overrideReason: 'I saw it.' }));
  }
  const word = { rating: 'mixed', confidence: 'low', rationale: 'Both have a point.', overrideReason: null };
  const judge = await workspace.client('editor', 'judge');
  await done(judge.post(`/claims/${id}/adjudication`, word));
}

/** A claim whose blind round was cancelled after the first of two decisions. */
async function cancelled({ reviewer, editor }: Newsroom): Promise<string> {
  const { id: queueId } = await queue(editor, { reviews: 2, blind: true });
  const { id } = await queuedClaim(editor, {}, { queueId });
  const { assignment } = await take(reviewer, queueId);
  await done(decide(reviewer, assignment));
  await done(move(editor, id, { to: 'on_hold', reason: 'Too early.' }));
  return id;
}
