import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from './database.js';
import { createDatabase, startDatabase, startServer } from './desk.js';
import { documentsOf, filesIn } from './fuzz/documents.js';
import { mutated } from './fuzz/mutations.js';
import { Random, seedOf } from './fuzz/random.js';

/*
 * npm run fuzz:imports -- --data <folder> [--tries 10000] [--seed 1] [--only 17]
 * Imports every file of a folder (CSV, NDJSON, JSON-LD, pages) through the API and says what became of it; then sends
 * bodies that were made of single reviews of these files with something wrong in them. Whatever is no answer of ours
 * (5xx, none within 30 seconds, a broken connection, an import without an end, a row that we could not enter) is told
 * with the number of its try, which --only sends again, and makes the command fail.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    tries: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
if (values.data === undefined) throw new Error('Say where the files are: --data <folder>');
const seed = Number(values.seed);
const AT_ONCE = 16;
const IN_A_STRETCH = 200;
const LONGEST_MS = 30_000;

const faults = [];
const database = await startDatabase(() => {});
try {
  const desk = await createDatabase(database.url, 'fuzz', { claims: 0, queues: 1 });
  const server = await startServer(desk.url);
  const client = await connect(desk.url);
  const start = performance.now();
  try {
    const files = filesIn(values.data);
    const documents = files.flatMap(documentsOf);
    for (const file of files) await tell(await importFile({ server, desk, client }, file));
    documents.push(...(await exportedLines(server, desk)));
    if (documents.length === 0) throw new Error('There is nothing in the folder that could be imported.');
    console.log(`\n${documents.length} single documents; seed ${seed}`);
    const statuses = await fuzz({ server, desk, client }, documents);
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(`${counted(statuses)}; ${seconds} seconds in all`);
  } finally {
    await client.end();
    await server.stop();
  }
} finally {
  await database.stop();
}
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'Nothing was found.' : `${faults.length} faults were found.`);
process.exitCode = faults.length === 0 ? 0 : 1;

async function importFile(on, { name, format, text }) {
  const { status, id, detail } = await post(on, { format, bytes: Buffer.from(text) });
  if (status !== 202) return { name, status, detail };
  await ended(on.client, [{ id, about: name }]);
  const { rows } = await on.client.query(
    `select received, created, updated, unchanged,
            (select jsonb_object_agg(code, n) from (select code, count(*) n from import_rows
              where import_id = i.id and outcome = 'refused' group by 1) c) as refused,
            (select jsonb_object_agg(code, n) from (select w ->> 'code' as code, count(*) n
               from import_rows r cross join jsonb_array_elements(r.warnings) w where import_id = i.id group by 1) c) as warnings
       from imports i where id = $1`,
    [id],
  );
  return { name, ...rows[0] };
}

function tell({ name, status, detail, received, created, updated, unchanged, refused, warnings }) {
  if (status !== undefined) return console.log(`${name}: answered ${status}: ${detail}`);
  const became = `${created} created, ${updated} updated, ${unchanged} unchanged`;
  console.log(
    `${name}: ${received} rows: ${became}; refused: ${counted(refused)}; warnings: ${counted(warnings)}`,
  );
}

/** The claims that came of it, as rows with statements and sources. */
async function exportedLines(server, { factChecker }) {
  const url = new URL('/api/v1/exports/claims?format=ndjson', server.url);
  const answer = await fetch(url, { headers: { authorization: `Bearer ${factChecker.key}` } });
  const lines = documentsOf({ format: 'ndjson', text: await answer.text() });
  return lines.map(({ value: { exported: _e, ...value }, format }) => ({ format, value }));
}

async function fuzz(on, documents) {
  const numbers = values.only
    ? [Number(values.only)]
    : Array.from({ length: Number(values.tries) }, (_, i) => i + 1);
  const statuses = {};
  for (let first = 0; first < numbers.length; first += IN_A_STRETCH) {
    const stretch = numbers.slice(first, first + IN_A_STRETCH);
    const begun = [];
    const run = async () => {
      for (let number = stretch.shift(); number !== undefined; number = stretch.shift())
        await tryOne(on, documents, number, { statuses, begun });
    };
    await Promise.all(Array.from({ length: AT_ONCE }, run));
    await ended(on.client, begun);
    if (first % 1000 === 0) process.stderr.write(`${first + IN_A_STRETCH} tries\n`);
  }
  return statuses;
}

async function tryOne(on, documents, number, { statuses, begun }) {
  const random = new Random(seedOf(seed, number));
  const body = mutated(random.oneOf(documents), random, documents);
  const about = `try ${number} of seed ${seed} (${body.format}, ${JSON.stringify(body.bytes.toString().slice(0, 300))})`;
  try {
    const { status, id, detail } = await post(on, body);
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status >= 500) faults.push(`${about}: answered ${status}: ${detail}`);
    if (status === 202) begun.push({ id, about });
  } catch (error) {
    faults.push(`${about}: ${error.message} ${error.cause?.message ?? ''}`);
  }
}

async function post({ server, desk }, { format, bytes }) {
  const answer = await fetch(new URL(`/api/v1/imports?format=${format}`, server.url), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${desk.factChecker.key}`,
      'content-type': 'application/octet-stream',
    },
    body: bytes,
    signal: AbortSignal.timeout(LONGEST_MS),
  });
  const { id, detail, errors } = await answer.json();
  return { status: answer.status, id, detail: errors?.[0]?.message ?? detail };
}

/** Waits until these imports have ended, and looks for rows that were no fault of theirs. */
async function ended(client, imports) {
  const ids = imports.map(({ id }) => id);
  const aboutOf = (id) => imports.find((one) => one.id === id).about;
  const until = performance.now() + LONGEST_MS;
  for (let open = ids; open.length > 0;) {
    const { rows } = await client.query(
      `select id from imports where id = any($1::uuid[]) and state in ('receiving', 'running')`,
      [open],
    );
    open = rows.map(({ id }) => id);
    if (performance.now() > until) {
      for (const id of open) faults.push(`${aboutOf(id)}: the import has no end`);
      break;
    }
    if (open.length > 0) await pause(20);
  }
  const { rows } = await client.query(
    `select import_id as id from import_rows where import_id = any($1::uuid[]) and code = 'server.fault'`,
    [ids],
  );
  for (const { id } of rows) faults.push(`${aboutOf(id)}: a row could not be entered`);
}

function counted(counts) {
  const all = Object.entries(counts ?? {}).sort(([, a], [, b]) => b - a);
  return all.length === 0 ? 'none' : all.map(([name, count]) => `${count} ${name}`).join(', ');
}
