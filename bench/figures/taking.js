import { v7 as uuid } from 'uuid';
import { TakingRepository } from '../../dist/src/reviews/rounds/taking.repository.js';
import { withConnections } from '../database.js';
import { Figure, keepBusy, withCallers } from '../load.js';

/** A queue is measured until so many of its slots are taken: then it is still about as deep as it was. */
const PER_QUEUE = 400;

/** POST /reviews/next by eight reviewers beside the taking statement alone, on eight connections. */
export async function takingFigures({ desk, server, seconds }) {
  const { queueIds, reviewers } = desk;
  const waiting = Math.round(desk.claims / queueIds.length);
  const [warm, api, bare] =
    queueIds.length === 1
      ? [queueIds, queueIds, queueIds]
      : [queueIds.slice(0, 1), queueIds.slice(1, 6), queueIds.slice(6)];
  const limits = queueIds.length === 1 ? { seconds: seconds * 2 } : { count: PER_QUEUE };
  await each(warm, (queueId) => overHttp(server, reviewers, queueId, { count: PER_QUEUE }));
  return [
    {
      what: `POST /reviews/next, ${waiting.toLocaleString('en')} slots wait`,
      api: await each(api, (queueId) => overHttp(server, reviewers, queueId, limits)),
      limit: 'the taking statement',
      bare: await each(bare, (queueId) => inSql(desk, queueId, limits)),
    },
  ];
}

async function each(queueIds, measure) {
  const figures = [];
  for (const queueId of queueIds) figures.push(await measure(queueId));
  return Figure.together(figures);
}

function overHttp(server, reviewers, queueId, limits) {
  return withCallers(server, reviewers, (callers) =>
    keepBusy(callers, (caller) => caller.post(200, '/reviews/next', { queueId }), limits),
  );
}

function inSql(desk, queueId, limits) {
  const { workspaceId, reviewers } = desk;
  const repository = new TakingRepository();
  return withConnections(desk.url, reviewers.length, (clients) => {
    const takers = clients.map((client, i) => ({
      tx: { query: async (sql, parameters) => (await client.query(sql, parameters)).rows },
      taker: { workspaceId, queueId, memberId: reviewers[i].id, allowSelfReview: false, returned: false },
    }));
    return keepBusy(takers, ({ tx, taker }) => repository.take(tx, taker, uuid(), null), limits);
  });
}
