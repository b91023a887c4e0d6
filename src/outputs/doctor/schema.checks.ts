import type pg from 'pg';
import { carriedMigrations } from '../../base/database/migrations.js';
import { rows } from './connecting.js';
import { counted, type Finding, ok, problem } from './finding.js';

const CHECK = 'schema';

/** Whether the tables are the ones that this program knows. */
export async function examineSchema(db: pg.Client): Promise<Finding[]> {
  const carried = await carriedMigrations();
  const done = await migrationsDone(db);
  const pending = carried.filter((name) => !done.includes(name));
  const unknown = done.filter((name) => !carried.includes(name));
  const findings: Finding[] = [];
  if (done.length === 0) {
    findings.push(
      problem(
        CHECK,
        'The database is empty.',
        'If it is the one you meant, "second-source migrate" or the next start makes the tables; if not, correct DATABASE_URL.',
      ),
    );
  } else if (pending.length > 0) {
    findings.push(
      problem(
        CHECK,
        `The schema is older than this program; ${counted(pending.length, 'migration')} to do: ${pending.join(', ')}.`,
        'Run "second-source migrate".',
      ),
    );
  }
  if (unknown.length > 0) {
    findings.push(
      problem(
        CHECK,
        `The schema is newer than this program, which does not know ${unknown.join(', ')}.`,
        'Upgrade this program to the version that the others on this database have.',
      ),
    );
  }
  return findings.length > 0 ? findings : [ok(CHECK, 'It is the one that this program knows.')];
}

async function migrationsDone(db: pg.Client): Promise<string[]> {
  const [table] = await rows<{ known: boolean }>(db, `select to_regclass('migrations') is not null as known`);
  if (!table!.known) return [];
  return (await rows<{ name: string }>(db, 'select name from migrations order by id')).map(
    ({ name }) => name,
  );
}
