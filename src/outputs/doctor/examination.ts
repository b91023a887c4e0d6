import type pg from 'pg';
import type { Settings } from '../../base/config/settings.js';
import { JOBS_SCHEMA } from '../../base/jobs/place.js';
import { examineClock } from './clock.checks.js';
import { connect, explainConnection, placeOf } from './connecting.js';
import { examineConnections, examineRights, examineServer, examineTransactions } from './database.checks.js';
import { examineDisk, examineEmbedded } from './embedded.checks.js';
import { examineFeed, examineTracker } from './feed.checks.js';
import { type Finding, ok, problem } from './finding.js';
import { examineCounts, examineLeases, examineWorkers, overdueInPostgres } from './jobs.checks.js';
import { examineLimits, examineSessions } from './pooler.checks.js';
import { examineRedis, type RedisExamined } from './redis.checks.js';
import { examineSchema } from './schema.checks.js';
import { examineSettings } from './settings.checks.js';
import { examineHeads } from './heads.checks.js';
import { examineWebhooks } from './webhooks.checks.js';

/** Everything that can be found out about an installation from here, without changing anything in it. */
export async function examine(environment: NodeJS.ProcessEnv): Promise<Finding[]> {
  const { settings, findings } = examineSettings(environment);
  if (settings === null) return findings;
  const place = await findDatabase(settings);
  const redis = settings.REDIS_URL === undefined ? null : await examineRedis(settings);
  return [
    ...findings,
    ...place.findings,
    ...(place.url === null ? [] : await examineDatabase(place.url, redis, settings)),
    ...(redis?.findings ?? []),
  ];
}

async function findDatabase(settings: Settings): Promise<{ url: string | null; findings: Finding[] }> {
  if (settings.DATABASE_URL !== undefined) {
    const unseen = ok('disk', "The disk of the database's machine cannot be seen from here.");
    return { url: settings.DATABASE_URL, findings: [unseen] };
  }
  const { url, findings } = await examineEmbedded(settings.dataDir);
  return { url, findings: [...findings, ...(await look('disk', () => examineDisk(settings.dataDir)))] };
}

async function examineDatabase(
  url: string,
  redis: RedisExamined | null,
  settings: Settings,
): Promise<Finding[]> {
  let db: pg.Client;
  try {
    db = await connect(url);
  } catch (error) {
    return [explainConnection('database', error, url)];
  }
  try {
    const { server, database } = placeOf(url);
    return [
      ok('database', `${database} at ${server} answers.`),
      ...(await look('server', () => examineServer(db))),
      ...(await look('rights', () => examineRights(db, redis === null ? JOBS_SCHEMA : null))),
      ...(await look('connections', () => examineConnections(db))),
      ...(await look('transactions', () => examineTransactions(db))),
      ...(await look('clock', () => examineClock(db))),
      ...(await examineLimits(url)),
      ...(await examineSessions(url)),
      ...(await examineRows(db, redis, settings)),
    ];
  } finally {
    await db.end();
  }
}

/** What the rows tell, if they lie in the tables that this program knows. */
async function examineRows(
  db: pg.Client,
  redis: RedisExamined | null,
  settings: Settings,
): Promise<Finding[]> {
  const schema = await look('schema', () => examineSchema(db));
  if (schema.some(({ level }) => level === 'problem')) return schema;
  return [
    ...schema,
    ...(await look('feed', () => examineFeed(db))),
    ...(await look('event tracker', () => examineTracker(db))),
    ...(await look('leases', () => examineLeases(db))),
    ...(await look('counts', () => examineCounts(db))),
    ...(await look('daily heads', () => examineHeads(db, settings))),
    ...(await look('webhooks', () => examineWebhooks(db, settings))),
    ...(await look('workers', async () => {
      const overdue = redis === null ? await overdueInPostgres(db) : redis.overdue;
      // A Redis that cannot be read has its own line.
      return overdue === undefined ? [] : examineWorkers(db, overdue);
    })),
  ];
}

/** One check that cannot look is a finding too, and keeps no other from looking. */
async function look(check: string, examineIt: () => Finding[] | Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await examineIt();
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const advice =
      code === '42501'
        ? 'Give the user in DATABASE_URL the rights to all tables of this schema, best by making it their owner.'
        : 'Read the log of the database, or ask again.';
    return [problem(check, `This could not be looked at: ${message}.`, advice)];
  }
}
