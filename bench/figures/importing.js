import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { peakMemory } from '../cpu.js';
import { connect, copyFrom } from '../database.js';
import { createDatabase, startServer } from '../desk.js';
import { inOneGo } from '../load.js';

const ROWS_AT_ONCE = 1000;
const VOICES = 200;
const STANCES = ['asserts', 'confirms', 'denies', 'questions'];
const COLUMNS =
  'id, workspace_id, external_id, text, language, topics, topic_keys, corroboration_as_of, last_recorded_at, created_by, created_at, updated_at';

/**
 * POST /imports of claims with one statement each into an empty workspace, from the first byte sent until all rows were
 * worked through, and the most memory the server had meanwhile; beside a COPY of the same claims into a table that has
 * the columns of claims and nothing else.
 */
export async function importingFigures({ databaseUrl, rows }) {
  const desk = await createDatabase(databaseUrl, 'importing', { claims: 0, queues: 1 });
  const server = await startServer(desk.url);
  try {
    const api = await inOneGo(rows, () => imported(server, desk.factChecker, rows));
    const memory = Math.round(peakMemory(server.pid));
    const bare = await inOneGo(rows, () => copied(desk, rows));
    const what = `POST /imports, ${rows.toLocaleString('en')} rows, the server in at most ${memory} MB`;
    return [{ what, api, limit: 'COPY of the same claims', bare, memory }];
  } finally {
    await server.stop();
  }
}

async function imported(server, { key }, rows) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' };
  const { id } = await sent(new URL('/api/v1/imports?format=ndjson', server.url), headers, lines(rows));
  for (;;) {
    const answer = await fetch(new URL(`/api/v1/imports/${id}`, server.url), { headers });
    const state = await answer.json();
    if (state.state === 'done' && state.created === rows) return;
    if (state.state !== 'running') throw new Error(`the import ended otherwise: ${JSON.stringify(state)}`);
    await pause(100);
  }
}

async function sent(url, headers, body) {
  const asked = request(url, { method: 'POST', headers });
  const answered = new Promise((resolve, reject) => asked.once('response', resolve).once('error', reject));
  await pipeline(Readable.from(body), asked);
  const answer = await (await answered).toArray();
  return JSON.parse(Buffer.concat(answer).toString());
}

async function copied({ url, workspaceId, factChecker }, rows) {
  const client = await connect(url);
  await client.query('create table copied (like claims including defaults)');
  await copyFrom(client, `copy copied (${COLUMNS}) from stdin`, records(rows, workspaceId, factChecker.id));
  await client.end();
}

function* lines(rows) {
  yield* inPieces(rows, (n) => `${JSON.stringify(claimOf(n))}\n`);
}

function* records(rows, workspace, member) {
  const at = new Date().toISOString();
  yield* inPieces(rows, (n) => {
    const { externalId, text, language, topics } = claimOf(n);
    const list = `{${topics.join(',')}}`;
    const id = `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
    return `${[id, workspace, externalId, text, language, list, list, at, at, member, at, at].join('\t')}\n`;
  });
}

function* inPieces(rows, write) {
  for (let first = 1; first <= rows; first += ROWS_AT_ONCE) {
    const last = Math.min(rows, first + ROWS_AT_ONCE - 1);
    yield Array.from({ length: last - first + 1 }, (_, i) => write(first + i)).join('');
  }
}

/** The nth row: the same whenever it is asked for. Its words, and who speaks, are frequent and rare ones. */
function claimOf(n) {
  const words = Array.from({ length: 14 }, (_, i) => `word${skewed(n * 31 + i, 5000)}`).join(' ');
  const voice = 1 + skewed(n, VOICES);
  return {
    externalId: `row-${n}`,
    text: `Claim ${n}: ${words}`,
    language: ['en', 'en', 'en', 'uk', 'de'][n % 5],
    topics: ['ukraine-war', `topic-${n % 1000}`],
    priority: n % 10,
    statement: {
      source: { name: `Voice ${voice}`, kind: 'government', party: `Party ${voice % 50}` },
      stance: STANCES[n % STANCES.length],
      saidAt: '2024-10-24',
      quote: `They said so, in ${n % 7} words.`,
      url: `https://news.example/${n}`,
    },
  };
}

/** A number below a limit that only depends on n: small ones are many times as frequent as large ones. */
function skewed(n, limit) {
  const even = Math.imul(n ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  return Math.floor(limit * (((even ^ (even >>> 13)) >>> 0) / 2 ** 32) ** 3);
}
