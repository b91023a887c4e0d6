import { StatsRepository } from '../../dist/src/outputs/stats/stats.repository.js';
import { withConnections } from '../database.js';
import { startBareServer } from '../desk.js';
import { Figure, keepBusy, withCallers } from '../load.js';

const POLLERS = 8;
const WRITES = 150;
const PATH = '/stats/claims';

/** GET /stats/claims by eight dashboards, beside a Fastify route that answers the same bytes. */
export async function countsFigures({ desk, server, seconds }) {
  const of = `${desk.claims.toLocaleString('en')} claims`;
  const answer = await answerNow(desk, server);
  const unchanged = `if-none-match: ${answer.etag}\r\n`;
  const bareServer = await startBareServer(answer);
  try {
    const poll = (from, status, headers) =>
      withCallers(from, Array(POLLERS).fill(desk.viewer), async (callers) => {
        const work = (caller) => caller.get(status, PATH, headers);
        await keepBusy(callers, work, { count: 500 });
        return keepBusy(callers, work, { seconds });
      });
    return [
      {
        what: `GET ${PATH}, 200, ${of}`,
        api: await poll(server, 200),
        limit: 'a Fastify route with these bytes',
        bare: await poll(bareServer, 200),
      },
      {
        what: `GET ${PATH}, 304, ${of}`,
        api: await poll(server, 304, unchanged),
        limit: 'a Fastify route that says 304',
        bare: await poll(bareServer, 304, unchanged),
      },
      {
        what: `GET ${PATH} after a write, ${of}`,
        api: await afterWrites(desk, server),
        limit: 'the counting statement',
        bare: await counting(desk),
      },
    ];
  } finally {
    await bareServer.stop();
  }
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
