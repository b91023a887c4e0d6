import { EventFilter } from '../../dist/src/facts/telling/event-filter.js';
import { TellingRepository } from '../../dist/src/facts/telling/telling.repository.js';
import { withConnections } from '../database.js';
import { Figure, keepBusy, withCallers } from '../load.js';

const FOLLOWERS = 8;
const WRITES = 150;

/** GET /events by programs that follow the feed, beside the statement alone. */
export async function followingFigures({ desk, server, seconds }) {
  const limits = { seconds: seconds / 2 };
  const end = await withCallers(server, [desk.viewer], async ([caller]) => {
    const { items } = (await caller.get(200, `/events?after=${desk.claims - 1}`)).json();
    return Number(items.at(-1).cursor);
  });
  const overHttp = (after) =>
    withCallers(server, Array(FOLLOWERS).fill(desk.viewer), (callers) =>
      keepBusy(callers, (caller) => caller.get(200, `/events?after=${after}`), limits),
    );
  const inSql = (after) =>
    withConnections(desk.url, FOLLOWERS, (clients) => {
      const repository = new TellingRepository();
      const query = { after, limit: 50, filter: EventFilter.read(undefined) };
      const readers = clients.map((client) => ({
        query: async (sql, parameters) => (await client.query(sql, parameters)).rows,
      }));
      return keepBusy(readers, (reader) => repository.feed(reader, desk, query), limits);
    });
  const middle = Math.floor(desk.claims / 2);
  return [
    {
      what: 'GET /events, nothing new',
      api: await overHttp(end),
      limit: 'its statement',
      bare: await inSql(end),
    },
    {
      what: 'GET /events, 50 from the middle',
      api: await overHttp(middle),
      limit: 'its statement',
      bare: await inSql(middle),
    },
    { what: 'GET /events after a write', api: await afterWrites(desk, server) },
  ];
}

/** Each poll must bring what the same server committed just before; only the poll is timed. */
function afterWrites(desk, server) {
  return withCallers(server, [desk.factChecker, desk.viewer], async ([writer, follower]) => {
    const poll = async () => (await follower.get(200, `/events?limit=200&after=${cursor}`)).json();
    let cursor = desk.claims;
    for (let page = await poll(); page.items.length > 0; page = await poll()) cursor = page.nextCursor;
    const figures = [];
    for (let i = 0; i < WRITES; i++) {
      const { id } = (await writer.post(201, '/claims', { text: `Event ${i}`, language: 'en' })).json();
      let page;
      figures.push(await keepBusy([follower], async () => (page = await poll()), { count: 1 }));
      if (!page.items.some(({ claimId }) => claimId === id))
        throw new Error('a poll missed what was committed before');
      cursor = page.nextCursor;
    }
    return Figure.together(figures);
  });
}
