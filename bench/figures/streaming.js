import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import { v7 as uuid } from 'uuid';
import { connect, withConnections } from '../database.js';
import { startBareStream, startServer } from '../desk.js';
import { Figure, withCallers } from '../load.js';

const READERS = 10;
const RATE = 200;
const WRITERS = 16;
const LIMIT = 'NOTIFY, LISTEN and a socket alone';

/**
 * How long after the commit an event is at the socket of a reader of GET /events/stream, while claims are entered at a
 * steady rate. When something was committed PostgreSQL itself says.
 */
export async function streamingFigures({ desk, server, seconds }) {
  const other = await startServer(desk.url, { ROLE: 'api' });
  const bareServer = await startBareStream(desk.url);
  const client = await connect(desk.url);
  try {
    await client.query('create table bench_notes (id uuid primary key)');
    const over = (from) =>
      withCallers(server, Array(WRITERS).fill(desk.factChecker), (callers) => {
        const write = (caller, i) => caller.post(201, '/claims', { text: `Told ${i}`, language: 'en' });
        return ages({ client, table: 'events', from, key: desk.viewer.key, seconds }, callers, write);
      });
    const bare = await withConnections(desk.url, WRITERS, (clients) =>
      ages({ client, table: 'bench_notes', from: bareServer, key: '', seconds }, clients, (one) =>
        one.query(NOTE, [uuid()]),
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
    await client.end();
    await bareServer.stop();
    await other.stop();
  }
}

const NOTE = `with note as (insert into bench_notes values ($1) returning id)
  select pg_notify('bench', json_build_object('id', id)::text) from note`;

/** Writes at the steady rate, whether or not earlier writes were answered; answers how long after each it was read. */
async function ages({ client, table, from, key, seconds }, workers, write) {
  const read = [];
  const sockets = await readersOf(from, key, (id) =>
    read.push({ id, at: performance.timeOrigin + performance.now() }),
  );
  const count = RATE * seconds * 2;
  // What a process does for the first time takes it longer, and is not what is measured.
  await steadily(workers, RATE, write);
  while (read.length < RATE * READERS) await new Promise((resolve) => setTimeout(resolve, 10));
  read.length = 0;
  const took = await steadily(workers, count, write);
  while (read.length < count * READERS) await new Promise((resolve) => setTimeout(resolve, 10));
  sockets.forEach((socket) => socket.destroy());
  const { rows } = await client.query(
    `select id, (extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000)::float8 as at from ${table} where id = any($1)`,
    [[...new Set(read.map(({ id }) => id))]],
  );
  const committed = new Map(rows.map(({ id, at }) => [id, at]));
  return new Figure(
    read.map(({ id, at }) => at - committed.get(id)),
    took,
  );
}

/** Answers how many seconds it took. */
async function steadily(workers, count, write) {
  const start = performance.now();
  const free = [...workers];
  const waiting = [];
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
  return (performance.now() - start) / 1000;
}

/** Reads a stream of server-sent events on as many connections and hands out the id of each. */
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
          const id = /^data: \{"id" ?: ?"([^"]+)"/.exec(line)?.[1];
          if (id !== undefined) take(id);
        }
      });
      return socket;
    }),
  );
}
