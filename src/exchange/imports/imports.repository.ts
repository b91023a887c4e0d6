import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { FieldError } from '../../base/errors/problem.js';
import { Import, ImportRow, type Outcome, type Warning } from './import.entity.js';
import type { ReadLine } from './reading.js';

/** What became of a row. */
export interface RowDone {
  number: number;
  outcome: Outcome;
  externalId: string | null;
  claimId: string | null;
  code: string | null;
  errors: FieldError[];
  warnings: Warning[];
}

/** A row that was not worked through yet. */
export interface OpenRow {
  number: number;
  line: string;
}

const FILLED = [
  ...['sources', 'source_placements', 'claims', 'claim_terms', 'statements', 'evidence'],
  ...['chains', 'events', 'event_contents', 'feed', 'import_rows'],
];
const BYTES_AT_ONCE = 1024 * 1024;
const NOW = `date_trunc('milliseconds', clock_timestamp())`;

@Injectable()
export class ImportsRepository {
  async insert(reader: Reader, given: Pick<Import, 'id' | 'workspaceId' | 'memberId' | 'format' | 'dryRun'>) {
    const { id, workspaceId, memberId, format, dryRun } = given;
    await reader.query(
      `insert into imports (id, workspace_id, member_id, format, dry_run, state, created_at, touched_at)
       values ($1, $2, $3, $4, $5, 'receiving', ${NOW}, ${NOW})`,
      [id, workspaceId, memberId, format, dryRun],
    );
  }

  find(reader: Reader, workspaceId: string, id: string): Promise<Import | null> {
    return reader.repository(Import).findOneBy({ workspaceId, id });
  }

  get(reader: Reader, id: string): Promise<Import> {
    return reader.repository(Import).findOneByOrFail({ id });
  }

  /** Keeps what was received, from row `first` on. */
  async keep(
    tx: Tx,
    { id, workspaceId }: Pick<Import, 'id' | 'workspaceId'>,
    first: number,
    lines: ReadLine[],
  ) {
    await tx.query(
      `insert into import_rows (import_id, workspace_id, number, line, outcome, code, errors)
       select $1, $2, $3::int + n::int - 1, line, case when line is null then 'refused' end, fault ->> 'code',
              case when line is null then jsonb_build_array(fault - 'code') else '[]' end
         from unnest($4::text[], $5::jsonb[]) with ordinality as given (line, fault, n)`,
      [
        id,
        workspaceId,
        first,
        lines.map((one) => ('line' in one ? one.line : null)),
        lines.map((one) => ('line' in one ? null : JSON.stringify(one.refused))),
      ],
    );
    const refused = lines.filter((one) => !('line' in one)).length;
    await tx.query(
      `update imports set received = received + $2, refused = refused + $3, touched_at = ${NOW} where id = $1`,
      [id, lines.length, refused],
    );
  }

  async received(tx: Tx, id: string): Promise<Import> {
    await tx.query(`update imports set state = 'running', touched_at = ${NOW} where id = $1`, [id]);
    return this.get(tx, id);
  }

  /** Imports that are to be worked through, and that nobody works through now. */
  waiting(reader: Reader): Promise<{ id: string }[]> {
    return reader.query(
      `select id from imports where state = 'running' and (runner is null or runner_until < statement_timestamp())
        order by id`,
    );
  }

  /** Bodies of which nothing came for so long that whoever received them must be gone. */
  async abandoned(reader: Reader, minutes: number): Promise<{ id: string; workspaceId: string }[]> {
    return reader.query(
      `select id, workspace_id as "workspaceId" from imports
        where state = 'receiving' and touched_at < statement_timestamp() - make_interval(mins => $1)`,
      [minutes],
    );
  }

  /** Takes an import up for a run, unless another run has it. */
  async takeUp(reader: Reader, id: string, runner: string, seconds: number): Promise<boolean> {
    const taken = await reader.query(
      `update imports set runner = $2, runner_until = clock_timestamp() + make_interval(secs => $3)
        where id = $1 and state = 'running' and (runner is null or runner_until < clock_timestamp())
       returning 1`,
      [id, runner, seconds],
    );
    return taken.length > 0;
  }

  /** The import, locked, while the run still has it; its time runs anew. */
  async holding(tx: Tx, id: string, runner: string, seconds: number): Promise<Import | null> {
    const held = await tx.query(
      `update imports set runner_until = clock_timestamp() + make_interval(secs => $3), touched_at = ${NOW}
        where id = $1 and runner = $2 and state = 'running' returning 1`,
      [id, runner, seconds],
    );
    return held.length === 0 ? null : this.get(tx, id);
  }

  async letGo(reader: Reader, id: string, runner: string): Promise<void> {
    await reader.query(
      'update imports set runner = null, runner_until = null where id = $1 and runner = $2',
      [id, runner],
    );
  }

  /** The next rows after one, at most so many and, together, of so many bytes; but one in any case. */
  next(reader: Reader, id: string, after: number, limit: number): Promise<OpenRow[]> {
    return reader.query(
      `select number, line from (
         select number, line, sum(octet_length(line)) over (order by number) - octet_length(line) as before
           from (select number, line from import_rows where import_id = $1 and number > $2 and outcome is null
                  order by number limit $3) open
       ) measured where before < $4 order by number`,
      [id, after, limit, BYTES_AT_ONCE],
    );
  }

  /** Writes what became of rows, and counts it. */
  async finishRows(tx: Tx, id: string, done: RowDone[]): Promise<Import> {
    await tx.query(
      `update import_rows r
          set line = null, outcome = d.outcome, external_id = d."externalId", claim_id = d."claimId", code = d.code,
              errors = d.errors, warnings = d.warnings
         from jsonb_to_recordset($2::jsonb) as d (number int, outcome text, "externalId" text, "claimId" uuid,
                                                  code text, errors jsonb, warnings jsonb)
        where r.import_id = $1 and r.number = d.number`,
      [id, JSON.stringify(done)],
    );
    const count = (outcome: Outcome) => done.filter((row) => row.outcome === outcome).length;
    await tx.query(
      `update imports set created = created + $2, updated = updated + $3, unchanged = unchanged + $4,
              refused = refused + $5, warnings = warnings + $6
        where id = $1`,
      [
        id,
        count('created'),
        count('updated'),
        count('unchanged'),
        count('refused'),
        done.filter(({ warnings }) => warnings.length > 0).length,
      ],
    );
    return this.get(tx, id);
  }

  /** Which of these external ids an earlier row has that was not refused. */
  async earlier(
    reader: Reader,
    id: string,
    number: number,
    externalIds: string[],
  ): Promise<Set<string | null>> {
    const rows = await reader.query<{ externalId: string }>(
      `select distinct external_id as "externalId" from import_rows
        where import_id = $1 and number < $2 and external_id = any($3::text[]) and outcome <> 'refused'`,
      [id, number, externalIds],
    );
    return new Set(rows.map(({ externalId }) => externalId));
  }

  /** Has the planner look again at what imports fill, table by table, so that nobody waits for all of them. */
  async analyse(reader: Reader): Promise<void> {
    for (const table of FILLED) await reader.query(`analyze ${table}`);
  }

  async end(tx: Tx, id: string, failure: string | null): Promise<Import> {
    await tx.query(
      `update imports set state = case when $2::text is null then 'done' else 'failed' end, failure = $2,
              finished_at = ${NOW}, touched_at = ${NOW}, runner = null, runner_until = null
        where id = $1`,
      [id, failure],
    );
    return this.get(tx, id);
  }

  page(
    reader: Reader,
    workspaceId: string,
    limit: number,
    after: [string, string] | null,
  ): Promise<Import[]> {
    const rows = reader
      .repository(Import)
      .createQueryBuilder('i')
      .where('i.workspace_id = :workspaceId', { workspaceId })
      .orderBy({ 'i.created_at': 'DESC', 'i.id': 'DESC' })
      .limit(limit + 1);
    if (after) rows.andWhere('(i.created_at, i.id) < (:at, :id)', { at: after[0], id: after[1] });
    return rows.getMany();
  }

  rows(
    reader: Reader,
    { id }: Import,
    outcome: Outcome | null,
    limit: number,
    after: number | null,
  ): Promise<ImportRow[]> {
    const rows = reader
      .repository(ImportRow)
      .createQueryBuilder('r')
      .where('r.import_id = :id', { id })
      .orderBy('r.number')
      .limit(limit + 1);
    if (outcome !== null) rows.andWhere('r.outcome = :outcome', { outcome });
    if (after !== null) rows.andWhere('r.number > :after', { after });
    return rows.getMany();
  }
}
