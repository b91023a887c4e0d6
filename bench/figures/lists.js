import { plainToInstance } from 'class-transformer';
import { ListCursors, writeCursor } from '../../dist/src/base/http/pages.js';
import { ClaimViewsRepository } from '../../dist/src/outputs/views/claim-views.repository.js';
import { ClaimsQuery } from '../../dist/src/outputs/views/claims-query.dto.js';
import { connect, openRecorder, withConnections } from '../database.js';
import { keepBusy, withCallers } from '../load.js';

const ASKED = { count: 100, seconds: 1 };

/** Pages of GET /claims, one after the other by one caller, beside their statements alone. */
export async function listFigures({ desk, server }) {
  const recorder = await openRecorder(desk.url);
  const figures = [];
  try {
    for (const { after = null, ...query } of await queries(desk)) {
      const path = pathOf(query, after);
      const api = await withCallers(server, [desk.viewer], async ([caller]) => {
        await keepBusy([caller], () => caller.get(200, path), { count: 3, seconds: 0.2 });
        return keepBusy([caller], () => caller.get(200, path), ASKED);
      });
      const statements = await recorder.statementsOf((reader) => page(reader, desk, query, after));
      const bare = await withConnections(desk.url, 1, ([client]) =>
        keepBusy([client], () => all(client, statements), ASKED),
      );
      figures.push({
        what: `GET ${shown(query)}${after === null ? '' : ', halfway down'}`,
        api,
        limit: 'its statement',
        bare,
      });
    }
  } finally {
    await recorder.close();
  }
  return figures;
}

function pathOf(query, after) {
  const path = `/claims?${new URLSearchParams(query)}`;
  if (after === null) return path;
  const { nextCursor } = new ListCursors(`/api/v1${path}`).close({
    items: [],
    nextCursor: writeCursor(after),
  });
  return `${path}&cursor=${nextCursor}`;
}

function page(reader, desk, query, after) {
  const typed = plainToInstance(ClaimsQuery, query, { exposeDefaultValues: true });
  return new ClaimViewsRepository().page(reader, desk.workspaceId, typed, after);
}

async function all(client, statements) {
  for (const { sql, parameters } of statements) await client.query(sql, parameters);
}

function shown(query) {
  const short = Object.entries(query).map(
    ([name, value]) => `${name}=${/^[0-9a-f-]{36}$|T.*Z$/.test(value) ? '…' : value}`,
  );
  return `/claims?${short.join('&')}`;
}

const SORTS = ['-createdAt', 'createdAt', '-updatedAt', 'rank', 'dueAt'];

async function queries(desk) {
  const client = await connect(desk.url);
  const one = async (sql) => (await client.query(sql)).rows[0];
  const often = (
    await one('select source_id as id from statements group by 1 order by count(*) desc limit 1')
  ).id;
  const seldom = (await one('select source_id as id from statements group by 1 order by count(*) limit 1'))
    .id;
  const half = `offset ${Math.floor(desk.claims / 2)} limit 1`;
  const middle = await one(`select created_at as at, id from claims order by created_at, id ${half}`);
  const ranked = await one(
    `select rank as at, id from claims where rank is not null order by rank, id offset ${Math.floor(desk.claims / 4)} limit 1`,
  );
  const due = await one(`select id from claims where due_at is null order by id ${half}`);
  await client.end();
  const at = middle.at.toISOString();
  const assignee = desk.reviewers[0].id;
  const queueId = desk.queueIds[0];
  return [
    ...SORTS.map((sort) => ({ sort })),
    ...SORTS.map((sort) => ({ status: 'queued', sort })),
    ...SORTS.map((sort) => ({ status: 'triage', sort })),
    ...SORTS.map((sort) => ({ corroboration: 'contested', sort })),
    { rating: 'unverifiable', sort: '-createdAt' },
    { rating: 'unverifiable', sort: '-updatedAt' },
    { topic: 'ukraine-war', sort: '-createdAt' },
    { topic: 'ukraine-war', sort: 'rank' },
    { topic: 'rare', sort: '-createdAt' },
    { topic: 'forgotten', sort: '-createdAt' },
    { status: 'queued', topic: 'elections', sort: 'rank' },
    { language: 'en', sort: '-createdAt' },
    { language: 'eo', sort: '-createdAt' },
    { sourceId: often, sort: '-createdAt' },
    { sourceId: seldom, sort: '-createdAt' },
    { assignee, sort: '-createdAt' },
    { queueId, sort: '-createdAt' },
    { queueId, sort: 'rank' },
    { createdAfter: at, sort: 'createdAt' },
    { createdAfter: at, sort: 'rank' },
    { dueBefore: at, sort: 'dueAt' },
    { dueBefore: at, sort: '-createdAt' },
    { externalId: 'desk-17', sort: '-createdAt' },
    { text: 'word0', sort: '-createdAt' },
    { text: 'word4999', sort: '-createdAt' },
    { text: 'word1 word2', sort: '-createdAt' },
    { text: 'forgotten', sort: '-createdAt' },
    { sort: '-createdAt', after: [at, middle.id] },
    { sort: 'rank', after: [ranked.at.toISOString(), ranked.id] },
    { sort: 'dueAt', after: [null, due.id] },
  ];
}
