import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { SESSION_LIMITS_MS } from '../../base/database/session-limits.js';
import { connect, explainConnection, rows } from './connecting.js';
import { type Finding, ok, problem, warning } from './finding.js';

const CHECK = 'sessions';
const HEARD_WITHIN_MS = 2000;
const ROUNDS = 5;

/** Whether connections can be opened as the server opens them. */
export async function examineLimits(url: string): Promise<Finding[]> {
  try {
    const db = await connect(url, SESSION_LIMITS_MS);
    const held = await limitsHold(db).finally(() => db.end());
    if (held) return [ok('time limits', 'What hangs is ended by the database.')];
    return [
      warning(
        'time limits',
        'A pooler takes the time limits of each connection and does not hand them on, so what hangs is never ended.',
        'Set them on the role, each with "alter role … set statement_timeout = …": statement_timeout 60s, lock_timeout 20s, idle_in_transaction_session_timeout 30s.',
      ),
    ];
  } catch (error) {
    return [explainConnection('time limits', error, url)];
  }
}

async function limitsHold(db: pg.Client): Promise<boolean> {
  const [row] = await rows<{ unlimited: number }>(
    db,
    `select count(*)::int as unlimited from pg_settings where name = any($1) and setting = '0'`,
    [Object.keys(SESSION_LIMITS_MS)],
  );
  return row!.unlimited === 0;
}

/** Whether a connection keeps its session: what LISTEN, locks of a session and prepared statements stand on. */
export async function examineSessions(url: string): Promise<Finding[]> {
  const opened: pg.Client[] = [];
  try {
    for (let i = 0; i < 2; i++) opened.push(await connect(url));
    const [one, other] = opened as [pg.Client, pg.Client];
    if (await isShared(one, other)) {
      return [
        problem(
          CHECK,
          'A pooler hands one session of the database to several connections in turn (PgBouncer with pool_mode = transaction or statement). That breaks LISTEN, locks of a session and prepared statements.',
          'Set pool_mode = session for this database, or let DATABASE_URL lead past the pooler.',
        ),
      ];
    }
    if (!(await isHeard(one, other))) {
      return [
        problem(
          CHECK,
          `What one connection notifies does not reach another that listens, within ${HEARD_WITHIN_MS / 1000} seconds: something between here and the database swallows it.`,
          'Let DATABASE_URL lead past the pooler, or set it to keep a session per connection.',
        ),
      ];
    }
    return [ok(CHECK, 'Each connection has a session of its own, and notifications arrive.')];
  } catch (error) {
    return [explainConnection(CHECK, error, url)];
  } finally {
    await Promise.all(opened.map((client) => client.end()));
  }
}

/**
 * While one connection has nothing to do, the other one opens a transaction. A pooler that lends sessions takes the
 * idle one for it, so both get to see the same, or the first gets another one afterwards. No lock is taken to find
 * that out: in a session that is lent, it would stay behind.
 */
async function isShared(one: pg.Client, other: pg.Client): Promise<boolean> {
  const first = await sessionOf(one);
  for (let round = 0; round < ROUNDS; round++) {
    await other.query('begin');
    const beside = await sessionOf(other);
    const again = beside === first ? first : await sessionOf(one);
    await other.query('rollback');
    if (beside === first || again !== first) return true;
  }
  return false;
}

async function sessionOf(client: pg.Client): Promise<number> {
  const [row] = await rows<{ pid: number }>(client, 'select pg_backend_pid() as pid');
  return row!.pid;
}

async function isHeard(listener: pg.Client, speaker: pg.Client): Promise<boolean> {
  const channel = `second_source_doctor_${randomBytes(6).toString('hex')}`;
  const waiting = new AbortController();
  const heard = new Promise<boolean>((resolve) => listener.once('notification', () => resolve(true)));
  const missed = delay(HEARD_WITHIN_MS, false, { signal: waiting.signal }).catch(() => false);
  await listener.query(`listen ${channel}`);
  for (let i = 0; i < 2; i++) await listener.query('begin; select 1; commit');
  await speaker.query(`notify ${channel}`);
  const answer = await Promise.race([heard, missed]);
  waiting.abort();
  await listener.query(`unlisten ${channel}`);
  return answer;
}
