import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SimilarRepository } from '../dist/src/facts/similar/similar.repository.js';
import { SimilarClaims } from '../dist/src/facts/similar/similar.service.js';
import { connect } from './database.js';
import { createDatabase, startDatabase } from './desk.js';
import { keepBusy } from './load.js';

/*
 * node bench/similar.js --data <folder> [--top 10]
 * How well similar claims are found: loads a collection of claims and of posts that repeat one of them, in the layout
 * of CLEF CheckThat! 2020, task 2 (verified_claims.docs.tsv; train/ and dev/ with tweets.queries.tsv and
 * tweet-vclaim-pairs.qrels), into a database of its own and asks it as GET /claims/similar does.
 */
const { values } = parseArgs({
  options: { data: { type: 'string' }, top: { type: 'string', default: '20' } },
});
if (values.data === undefined) throw new Error('Say where the collection is: --data <folder>');
const top = Number(values.top);

const database = await startDatabase(() => {});
try {
  const claims = rowsOf('verified_claims.docs.tsv').slice(1);
  console.log(
    `${claims.length} claims; mean average precision among the first 5, mean reciprocal rank, found among the first 5`,
  );
  const loads = {
    // What a claim says, and below it how the article about it is headed, as an editor would who has both.
    'claim and headline': ([, claim, headline]) => `${claim}\n${headline}`,
    'claim alone': ([, claim]) => claim,
  };
  for (const [i, [name, textOf]] of Object.entries(loads).entries()) {
    const desk = await createDatabase(database.url, `collection_${i}`, { claims: 0, queues: 1 });
    const client = await connect(desk.url);
    const numbers = await load(client, desk, claims, textOf);
    for (const set of ['train', 'dev']) await measure({ client, desk, numbers, name, set });
    await client.end();
  }
} finally {
  await database.stop();
}

/** Enters the claims as rows, and counts their words as the machine does. Answers the collection's number by id. */
async function load(client, { workspaceId, factChecker }, claims, textOf) {
  const { rows } = await client.query(
    `insert into claims (id, workspace_id, text, language, corroboration_as_of, last_recorded_at, created_by, created_at, updated_at)
     select uuidv7(), $1, text, 'en', now(), now(), $2, now(), now() from unnest($3::text[]) with ordinality as t (text, n)
      order by n returning id, text`,
    [workspaceId, factChecker.id, claims.map(textOf)],
  );
  const repository = new SimilarRepository();
  await client.query('begin');
  await repository.count(readerOf(client), claims.length);
  await client.query('commit');
  await client.query('vacuum (analyze)');
  return new Map(rows.map(({ id }, i) => [id, claims[i][0]]));
}

async function measure({ client, desk, numbers, name, set }) {
  const posts = rowsOf(join(set, 'tweets.queries.tsv')).slice(1);
  const right = new Map();
  for (const line of readFileSync(join(values.data, set, 'tweet-vclaim-pairs.qrels'), 'utf8')
    .trim()
    .split('\n')) {
    const [post, , claim] = line.split(/\s+/);
    right.set(post, [...(right.get(post) ?? []), claim]);
  }
  const similar = new SimilarClaims(readerOf(client), new SimilarRepository());
  const asked = posts.filter(([post]) => right.has(post)).values();
  const sums = { map: 0, mrr: 0, hits: 0 };
  const figure = await keepBusy(
    [client],
    async () => {
      const [post, text] = asked.next().value;
      const found = await similar.find(desk.workspaceId, { text, urls: [], language: 'en', limit: top });
      score(
        sums,
        found.map(({ claimId }) => numbers.get(claimId)),
        right.get(post),
      );
    },
    { count: right.size },
  );
  const share = (sum) => (sum / right.size).toFixed(4);
  console.log(
    `${name.padEnd(18)} ${set.padEnd(5)} ${right.size} posts  MAP@5 ${share(sums.map)}  MRR ${share(sums.mrr)}  hit@5 ${share(sums.hits)}  median ${figure.median.toFixed(1)} ms`,
  );
}

function score(sums, found, right) {
  let hits = 0;
  found.slice(0, 5).forEach((claim, i) => {
    if (right.includes(claim)) sums.map += ++hits / (i + 1) / Math.min(right.length, 5);
  });
  if (hits > 0) sums.hits += 1;
  const first = found.findIndex((claim) => right.includes(claim));
  if (first >= 0) sums.mrr += 1 / (first + 1);
}

function readerOf(client) {
  return { query: async (sql, parameters) => (await client.query(sql, parameters)).rows };
}

/** Tab-separated rows; a cell that begins with a quotation mark may hold anything, with its own marks doubled. */
function rowsOf(name) {
  const text = readFileSync(join(values.data, name), 'utf8');
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/gy;
  const rows = [[]];
  for (let match; cell.lastIndex < text.length && (match = cell.exec(text)) !== null;) {
    rows.at(-1).push(match[1]?.replaceAll('""', '"') ?? match[2]);
    if (match[3] !== '\t') rows.push([]);
  }
  return rows.filter(({ length }) => length > 1);
}
