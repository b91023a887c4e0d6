import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import { connect, withConnections } from '../database.js';
import { startBareStream, startServer } from '../desk.js';
import { Figure, withCallers } from '../load.js';

const READERS = 10;
const RATE = 200;
const WRITERS = 16;
const LIMIT = 'NOTIFY, LISTEN and a socket alone';

/**
 * How old an event is when it reaches the socket of a reader of GET /events/stream, while claims are entered at a
 * steady rate. Its age counts from the time it bears, which is taken before its transaction commits, cut to the
 * millisecond: so it is more than the time from the commit.
 */
export async function streamingFigures({ desk, server, seconds }) {
  const other = await startServer(desk.url, { ROLE: 'api' });
  const bareServer = await startBareStream(desk.url);
  const notes = await connect(desk.url);
  try {
    await notes.query('create table bench_notes (at timestamptz)');
    const over = (from) =>
      withCallers(server, Array(WRITERS).fill(desk.factChecker), (callers) => {
        const write = (caller, i) => caller.post(201, '/claims', { text: `Told ${i}`, language: 'en' });
        return ages((take) => readersOf(from, desk.viewer.key, take), callers, write, seconds * 2);
      });
    const bare = await withConnections(desk.url, WRITERS, (clients) =>
      ages(
        (take) => readersOf(bareServer, '', take),
        clients,
        (client) => client.query(NOTE),
        seconds * 2,
      ),
    );
    return [
      {
        what: `Through the process that writes, ${RATE} changes/s`,
        api: await over(server),
        limit: LIMIT,
        bare,
      },
      { what: `Through another process, ${RATE} changes/s`, api: await over(other), limit: LIMIT, bare },
    ];
  } finally {
    await notes.end();
    await bareServer.stop();
    await other.stop();
  }
}

const NOTE = `with note as (insert into bench_notes values (clock_timestamp()) returning at)
  select pg_notify('bench', json_build_object('at', at)::text) from note`;

/** Writes at the steady rate, whether or not earlier writes were answered, and answers how old what was read was. */
async function ages(read, workers, write, seconds) {
  const times = [];
  const readers = await read((at) => times.push(performance.timeOrigin + performance.now() - at));
  const start = performance.now();
  const free = [...workers];
  const waiting = [];
  const count = Math.round(RATE * seconds);
  const running = [];
  for (let i = 0; i < count; i++) {
    const wait = start + (i * 1000) / RATE - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const worker = free.pop() ?? (await new Promise((resolve) => waiting.push(resolve)));
    running.push(
      write(worker, i).then(() => {
        const next = waiting.shift();
        if (next === undefined) free.push(worker);
        else next(worker);
      }),
    );
  }
  await Promise.all(running);
  const took = (performance.now() - start) / 1000;
  while (times.length < count * READERS) await new Promise((resolve) => setTimeout(resolve, 10));
  readers.forEach((socket) => socket.destroy());
  return new Figure(times, took);
}

/** Reads a stream of server-sent events on as many connections and hands out the time that each event bears. */
async function readersOf({ url }, key, take) {
  return Promise.all(
    Array.from({ length: READERS }, async () => {
      const socket = connectSocket(url.port, url.hostname);
      await once(socket, 'connect');
      socket.write(
        `GET /api/v1/events/stream?type=claim.submitted HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${key}\r\n\r\n`,
      );
      await once(socket, 'data');
      let text = '';
      socket.on('data', (chunk) => {
        const lines = (text + chunk).split('\n');
        text = lines.pop();
        for (const line of lines) {
          const at = /^data: .*"at" ?: ?"([^"]+)"/.exec(line)?.[1];
          if (at !== undefined) take(Date.parse(at));
        }
      });
      return socket;
    }),
  );
}
