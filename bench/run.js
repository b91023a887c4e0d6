import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { connect } from './database.js';
import { createDatabase, startDatabase, startServer } from './desk.js';
import { countsFigures } from './figures/counts.js';
import { enteringFigures } from './figures/entering.js';
import { followingFigures } from './figures/following.js';
import { importingFigures } from './figures/importing.js';
import { listFigures } from './figures/lists.js';
import { reviewingFigures } from './figures/reviewing.js';
import { similarFigures } from './figures/similar.js';
import { streamingFigures } from './figures/streaming.js';
import { takingFigures } from './figures/taking.js';
import { seed } from './seed.js';
import { printTable } from './table.js';

/*
 * npm run bench [-- --claims 100000] [--seconds 3] [--import-rows 1000000] [--only importing,counts] [--json figures.json]
 * Measures a small desk and a large one, each beside its bare limit, on an embedded PostgreSQL of its own.
 */
const SMALL = { claims: 10_000, queues: 10 };
const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '3' },
    'import-rows': { type: 'string', default: '20000' },
    only: { type: 'string' },
    json: { type: 'string' },
  },
});
const seconds = Number(values.seconds);
const only = values.only?.split(',');
const note = (line) => process.stderr.write(`${line}\n`);

const database = await startDatabase(() => {});
const groups = [];
let facts;
try {
  facts = await machine();
  await add('Importing', importingFigures, {
    databaseUrl: database.url,
    rows: Number(values['import-rows']),
  });
  if (only?.every((word) => 'importing'.includes(word)) !== true) await onDesks();
} finally {
  await database.stop();
}
groups.reverse();
console.log(facts.join('\n'), '\n');
printTable(groups);
if (values.json) writeFileSync(values.json, JSON.stringify({ machine: facts, groups }, null, 2));

async function add(name, measure, on) {
  if (only !== undefined && !only.some((word) => name.toLowerCase().includes(word))) return;
  note(`measuring: ${name.toLowerCase()}`);
  groups.push({ name, figures: await measure(on) });
}

async function onDesks() {
  await onDesk({ name: 'small', ...SMALL }, async (small) => {
    await onDesk({ name: 'large', claims: Number(values.claims), queues: 1 }, async (large) => {
      const both = [small, large];
      await add('Lists, one caller', listFigures, large);
      await add('Similar claims', similarFigures, large);
      await add('Following the feed, 8 callers', followingFigures, large);
      await add('From a change to a reader of the stream, 10 readers', streamingFigures, large);
      await add('Polling counts, 8 callers', countsFigures, both);
      await add('Entering, 8 fact-checkers', enteringFigures, large);
      await add('Reviewing in the browser, one reviewer', reviewingFigures, large);
      // Last, as some of the takes are made in rows alone, of which those who poll are not told.
      await add('Taking the next claim, 8 reviewers', takingFigures, both);
    });
  });
}

async function onDesk({ name, claims, queues }, measure) {
  note(`making a desk of ${claims.toLocaleString('en')} claims`);
  const desk = await createDatabase(database.url, name, { claims, queues });
  const server = await startServer(desk.url);
  try {
    await measure({ desk, server, seconds });
  } finally {
    await server.stop();
  }
}

async function machine() {
  const client = await connect(database.url);
  const { rows } = await client.query('show server_version');
  await client.end();
  const busy = loadavg()[0] > 0.5 ? `; other work was going on (load ${loadavg()[0].toFixed(1)})` : '';
  return [
    `${cpus().length} cores (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB${busy}`,
    `Node ${process.versions.node}, PostgreSQL ${rows[0].server_version} with the settings of an installation; client, server and database share the cores`,
  ];
}
