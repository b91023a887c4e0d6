import { StatsRepository } from '../../dist/src/outputs/stats/stats.repository.js';
import { withConnections } from '../database.js';
import { startBareServer } from '../desk.js';
import { Figure, inTurn, keepBusy, withCallers } from '../load.js';

const POLLERS = 8;
const WRITES = 50;
const PATH = '/stats/claims';

const TURNS = 3;

/** GET /stats/claims by eight dashboards on a small desk and on a large one, beside a Fastify route that answers the same bytes. */
export async function countsFigures(desks) {
  const cases = [];
  try {
    for (const { desk, server, seconds } of desks) {
      const answer = await answerNow(desk, server);
      const bareServer = await startBareServer(answer);
      const of = `${desk.claims.toLocaleString('en')} claims`;
      const unchanged = `if-none-match: ${answer.etag}\r\n`;
      const poll = (from, status, headers) => () => polled(desk, from, status, headers, seconds);
      cases.push({
        stop: () => bareServer.stop(),
        figures: [
          {
            what: `GET ${PATH}, 200, ${of}`,
            api: poll(server, 200),
            limit: 'a Fastify route with these bytes',
            bare: poll(bareServer, 200),
          },
          {
            what: `GET ${PATH}, 304, ${of}`,
            api: poll(server, 304, unchanged),
            limit: 'a Fastify route that says 304',
            bare: poll(bareServer, 304, unchanged),
          },
          {
            what: `GET ${PATH} after a write, ${of}`,
            api: () => afterWrites(desk, server),
            limit: 'the counting statement',
            bare: () => counting(desk),
          },
        ],
      });
    }
    // The first two of each desk before anything is written: their answers stay as they are.
    const [unchanged, written] = [
      cases.map(({ figures }) => figures.slice(0, 2)),
      cases.map(({ figures }) => figures.slice(2)),
    ];
    return [...(await measured(unchanged.flat())), ...(await measured(written.flat()))];
  } finally {
    for (const { stop } of cases) await stop();
  }
}

async function measured(figures) {
  const ways = [...figures.map(({ api }) => api), ...figures.map(({ bare }) => bare)];
  const seen = await inTurn(TURNS, ways);
  return figures.map((figure, i) => ({ ...figure, api: seen[i], bare: seen[figures.length + i] }));
}

function polled({ viewer }, from, status, headers, seconds) {
  return withCallers(from, Array(POLLERS).fill(viewer), async (callers) => {
    const work = (caller) => caller.get(status, PATH, headers);
    await keepBusy(callers, work, { count: 500 });
    return keepBusy(callers, work, { seconds });
  });
}

function answerNow(desk, server) {
  return withCallers(server, [desk.viewer], async ([caller]) => {
    const { head, body } = await caller.get(200, PATH);
    return { etag: /\r\netag: ("[^"]+")/i.exec(head)[1], body: body.toString() };
  });
}

/** Each poll finds that something was written since the one before; only the poll is timed. */
function afterWrites(desk, server) {
  return withCallers(server, [desk.factChecker, desk.viewer], async ([writer, poller]) => {
    const figures = [];
    for (let i = 0; i < WRITES; i++) {
      await writer.post(201, '/claims', { text: `Poll ${i}`, language: 'en' });
      figures.push(await keepBusy([poller], (caller) => caller.get(200, PATH), { count: 1 }));
    }
    return Figure.together(figures);
  });
}

function counting(desk) {
  const repository = new StatsRepository();
  return withConnections(desk.url, 1, ([client]) => {
    const reader = { query: async (sql, parameters) => (await client.query(sql, parameters)).rows };
    return keepBusy([reader], () => repository.counts(reader, desk.workspaceId, ''), { count: WRITES });
  });
}
