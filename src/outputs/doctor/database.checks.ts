import type pg from 'pg';
import { rows } from './connecting.js';
import { type Finding, lasting, ok, problem, warning } from './finding.js';

const OLDEST_VERSION = 15;
const MUCH_USED = 0.8;
const NEARLY_ALL_USED = 0.95;
const LONG_TRANSACTION_MINUTES = 10;

export async function examineServer(db: pg.Client): Promise<Finding[]> {
  const [row] = await rows<{ version: string; number: number; encoding: string; standby: boolean }>(
    db,
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
            current_setting('server_encoding') as encoding, pg_is_in_recovery() as standby`,
  );
  const { version, number, encoding, standby } = row!;
  const findings: Finding[] = [];
  if (number < OLDEST_VERSION * 10_000) {
    findings.push(
      problem('server', `PostgreSQL ${version} is too old.`, `Upgrade it to ${OLDEST_VERSION} or later.`),
    );
  }
  if (encoding !== 'UTF8') {
    findings.push(
      problem(
        'server',
        `The database is encoded in ${encoding}; names and quotes in most languages would be refused or garbled.`,
        `Make a new one with "create database … encoding 'UTF8' template template0" and load a dump into it.`,
      ),
    );
  }
  if (standby) {
    findings.push(
      problem(
        'server',
        'The database is a standby that only reads.',
        'Set DATABASE_URL to the primary server.',
      ),
    );
  }
  return findings.length > 0 ? findings : [ok('server', `PostgreSQL ${version}, UTF8.`)];
}

/** The schema of our tables, and the one that BullMQ makes for itself when there is no Redis. */
export async function examineRights(db: pg.Client, jobsSchema: string | null): Promise<Finding[]> {
  const [row] = await rows<{
    user: string;
    database: string;
    schema: string | null;
    create: boolean;
    jobs: boolean;
  }>(
    db,
    `select current_user as user, current_database() as database, current_schema() as schema,
            has_schema_privilege(current_schema(), 'create') as create,
            case when $1::text is null then true
                 when exists (select 1 from pg_namespace where nspname = $1)
                 then has_schema_privilege((select oid from pg_namespace where nspname = $1), 'usage')
                 else has_database_privilege(current_database(), 'create') end as jobs`,
    [jobsSchema],
  );
  const { user, database, schema, create, jobs } = row!;
  const findings: Finding[] = [];
  if (schema === null) {
    findings.push(
      problem(
        'rights',
        `The search_path of ${user} names no schema that exists.`,
        'Make the schema, or set search_path on the role to one that exists.',
      ),
    );
  } else if (!create) {
    findings.push(
      problem(
        'rights',
        `${user} may not make tables in the schema ${schema}, so migrations fail.`,
        `Allow it with "grant create on schema ${schema} to ${user}".`,
      ),
    );
  }
  if (!jobs) {
    findings.push(
      problem(
        'rights',
        `${user} may not make or use the schema ${jobsSchema}, in which the machine's jobs are kept.`,
        `Allow it with "grant create on database ${database} to ${user}", or, if the schema exists, make ${user} its owner.`,
      ),
    );
  }
  return findings.length > 0 ? findings : [ok('rights', `${user} may make and use what is needed.`)];
}

/** The tightest of the server's, the database's and the role's limit. */
export async function examineConnections(db: pg.Client): Promise<Finding[]> {
  const limits = await rows<{ whose: string; used: number; limit: number }>(
    db,
    `with clients as (select datid, usesysid from pg_stat_activity where backend_type = 'client backend')
     select 'the server (max_connections)' as whose, (select count(*) from clients)::int as used,
            current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as limit
     union all
     select 'this database (connection limit)', (select count(*) from clients where datid = d.oid)::int, datconnlimit
       from pg_database d where datname = current_database() and datconnlimit >= 0
     union all
     select 'this role (connection limit)', (select count(*) from clients where usesysid = r.oid)::int, rolconnlimit
       from pg_roles r where rolname = current_user and rolconnlimit >= 0`,
  );
  const tightest = limits.reduce((a, b) => (b.used / b.limit > a.used / a.limit ? b : a));
  const { whose, used, limit } = tightest;
  const message = `${used} of the ${limit} connections of ${whose} are in use.`;
  const advice = 'Raise the limit, or run fewer processes; each of ours uses up to 30.';
  if (used >= limit * NEARLY_ALL_USED) return [problem('connections', message, advice)];
  if (used >= limit * MUCH_USED) return [warning('connections', message, advice)];
  return [ok('connections', message)];
}

/** An open transaction keeps vacuum from removing what it might still see, in every table. */
export async function examineTransactions(db: pg.Client): Promise<Finding[]> {
  const idle = await rows<{ pid: number; name: string; seconds: number }>(
    db,
    `select pid, coalesce(application_name, '') as name,
            extract(epoch from clock_timestamp() - xact_start)::float8 as seconds
       from pg_stat_activity
      where state like 'idle in transaction%' and xact_start < clock_timestamp() - $1 * interval '1 minute'
      order by xact_start limit 10`,
    [LONG_TRANSACTION_MINUTES],
  );
  if (idle.length === 0) return [ok('transactions', 'None has been left open.')];
  return idle.map(({ pid, name, seconds }) =>
    warning(
      'transactions',
      `The connection with pid ${pid} (${name === '' ? 'without a name' : name}) has left a transaction open for ${lasting(seconds)}, which keeps vacuum from tidying every table.`,
      `End that program's transaction, or its connection with "select pg_terminate_backend(${pid})".`,
    ),
  );
}
