import { v7 as uuid } from 'uuid';
import { EventsRepository } from '../../dist/src/record/events/events.repository.js';
import { TakingRepository } from '../../dist/src/reviews/rounds/taking.repository.js';
import { connect, withConnections } from '../database.js';
import { inTurn, keepBusy, withCallers } from '../load.js';
import { ALL_FILTERS, FINISHED, OWN_HEAD } from './taking.rows.js';

/** So many takes at once, and so many times each. */
const TAKES = 400;
const TURNS = 4;
const OWN = 100_000;
const NEEDS = { languages: ['en'], skills: ['imagery'] };
/** More than one reviewer takes in a turn with all tabs together: the limit is looked at, and never reached. */
const MAX_LEASES = 1000;

/**
 * POST /reviews/next by eight reviewers with every filter at work, on a small desk and on a large one, beside the taking
 * statement alone on eight connections and beside a transaction of it with all other rows that a take writes.
 */
export async function takingFigures(desks) {
  const cases = [];
  for (const { desk, server } of desks) {
    const { queueIds, reviewers } = desk;
    await onDatabase(desk, ALL_FILTERS, [
      queueIds,
      reviewers.map(({ id }) => id),
      NEEDS.languages,
      NEEDS.skills,
      MAX_LEASES,
    ]);
    const waiting = Math.round(desk.claims / queueIds.length).toLocaleString('en');
    cases.push({ desk, server, takers: reviewers, what: `POST /reviews/next, ${waiting} slots wait` });
  }
  const figures = await measure(cases);
  const { desk, server } = desks.at(-1);
  if (desk.claims <= OWN) return figures;
  // One reviewer, who has entered what waits at the head; takes of one member wait for each other.
  const [one] = desk.reviewers;
  await onDatabase(desk, OWN_HEAD, [desk.queueIds[0], one.id, OWN]);
  const what = `POST /reviews/next, the first ${OWN.toLocaleString('en')} of them one's own, 1 reviewer`;
  return [...figures, ...(await measure([{ desk, server, takers: [one], what }]))];
}

async function measure(cases) {
  for (const one of cases) {
    one.batches = 0;
    // What is read, and planned, for the first time is not what is measured.
    for (const way of WAYS) await batch(one, way);
  }
  const batches = WAYS.flatMap((way) => cases.map((one) => () => batch(one, way)));
  const seen = await inTurn(TURNS, batches);
  return cases.flatMap(({ what }, i) => {
    const [api, alone, rows] = WAYS.map((_, way) => seen[way * cases.length + i]);
    return [
      { what, api, limit: 'the taking statement alone', bare: alone },
      { what: '', api, limit: 'the same rows in one transaction', bare: rows },
    ];
  });
}

/** Each from the queue that was longest left alone, so that a short one lasts. */
async function batch(one, way) {
  await onDatabase(one.desk, FINISHED, []);
  const { queueIds } = one.desk;
  return way(one, queueIds[one.batches++ % queueIds.length]);
}

function overHttp({ server, takers }, queueId) {
  return withCallers(server, takers, (callers) =>
    keepBusy(callers, (caller) => caller.post(200, '/reviews/next', { queueId }), { count: TAKES }),
  );
}

function inSql(take) {
  const repository = new TakingRepository();
  return ({ desk, takers }, queueId) =>
    withConnections(desk.url, takers.length, async (clients) => {
      const { rows } = await clients[0].query('select id from queue_needs where queue_id = $1', [queueId]);
      const [{ id: needsId }] = rows;
      const workers = clients.map((client, i) => ({
        client,
        tx: {
          query: async (text, values) => (await client.query({ name: text.slice(0, 60), text, values })).rows,
        },
        taker: {
          workspaceId: desk.workspaceId,
          memberId: takers[i].id,
          has: NEEDS,
          needs: { id: needsId, queueId, ...NEEDS, maxLeases: MAX_LEASES },
          allowSelfReview: false,
          returned: false,
        },
      }));
      return keepBusy(workers, (worker) => take(repository, worker), { count: TAKES });
    });
}

const WAYS = [overHttp, inSql(takeAlone), inSql(takeWithItsRows)];

async function takeAlone(repository, { tx, taker }) {
  for (const where of ['first', 'wide']) {
    const taken = await repository.take(tx, taker, uuid(), where);
    if (taken !== null) return taken;
  }
  throw new Error('nothing was taken');
}

/** What a take writes besides: the status of the claim, its events with their contents, the head of their chain. */
async function takeWithItsRows(repository, { client, tx, taker }) {
  await client.query('begin');
  const { claimId, assignmentId } = await takeAlone(repository, { tx, taker });
  const moved = await tx.query(
    `update claims set status = 'in_review', version = version + 1, updated_at = clock_timestamp()
      where id = $1 and status = 'queued' returning 1`,
    [claimId],
  );
  const events = new EventsRepository();
  const { heads, at } = await events.lockChains(tx, taker.workspaceId, [claimId]);
  const [head] = heads.values();
  const rows = ['assignment.leased', 'claim.transitioned'].slice(0, 1 + moved.length).map((type) => ({
    id: uuid(),
    type,
    at,
    actorId: taker.memberId,
    subjectType: 'assignment',
    subjectId: assignmentId,
    claimId,
    number: (head.length += 1),
    contentDigest: head.head,
    digest: head.head,
    salt: head.head.subarray(16),
    data: { assignmentId, memberId: taker.memberId },
    reason: null,
    inFeed: true,
  }));
  await events.insert(tx, taker.workspaceId, rows, [head]);
  await client.query('commit');
}

async function onDatabase(desk, statements, values) {
  const client = await connect(desk.url);
  for (const statement of statements) {
    const used = Math.max(0, ...[...statement.matchAll(/\$(\d)/g)].map(([, number]) => Number(number)));
    await client.query(statement, values.slice(0, used));
  }
  await client.end();
}
