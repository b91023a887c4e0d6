import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../../access/members/member.entity.js';
import { inSql } from '../../base/database/in-sql.js';
import type { FieldError } from '../../base/errors/problem.js';
import { Claim } from '../../facts/claims/claim.entity.js';

export const IMPORT_FORMATS = ['ndjson', 'csv', 'claim-review'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];
export const STORED_STATES = ['receiving', 'running', 'done', 'failed'] as const;
export const OUTCOMES = ['created', 'updated', 'unchanged', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What somebody should look at in a row that was taken in all the same. */
export interface Warning {
  code: string;
  path: string;
  message: string;
}

/** One body of POST /imports: received row by row, then worked through by one process at a time. */
@Entity('imports')
@Unique('uq_imports_workspace_id', ['workspaceId', 'id'])
@ForeignKey(() => Member, ['workspaceId', 'memberId'], ['workspaceId', 'id'], { name: 'fk_imports_member' })
@Check('ck_imports_format', `format in (${inSql(IMPORT_FORMATS)})`)
@Check('ck_imports_state', `state in (${inSql(STORED_STATES)})`)
@Check('ck_imports_failure', `(failure is null) = (state <> 'failed')`)
@Check('ck_imports_finished', `(finished_at is null) = (state in ('receiving', 'running'))`)
@Check('ck_imports_runner', '(runner is null) = (runner_until is null)')
@Index('ix_imports_created', ['workspaceId', 'createdAt', 'id'])
@Index('ix_imports_unfinished', ['id'], { where: `state in ('receiving', 'running')` })
export class Import {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_imports' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  /** In whose name the rows are entered. */
  @Column('uuid')
  memberId: string;

  @Column('text')
  format: ImportFormat;

  @Column('boolean')
  dryRun: boolean;

  @Column('text')
  state: (typeof STORED_STATES)[number];

  @Column('text', { nullable: true })
  failure: string | null;

  @Column('integer', { default: 0 })
  received: number;

  @Column('integer', { default: 0 })
  created: number;

  @Column('integer', { default: 0 })
  updated: number;

  @Column('integer', { default: 0 })
  unchanged: number;

  @Column('integer', { default: 0 })
  refused: number;

  /** Rows with a warning. */
  @Column('integer', { default: 0 })
  warnings: number;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  /** When something came in or was done last. */
  @Column({ type: 'timestamptz', precision: 3 })
  touchedAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  finishedAt: Date | null;

  /** The run that works through it, and until when nobody else may. */
  @Column('uuid', { nullable: true })
  runner: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  runnerUntil: Date | null;
}

/** A row of what was sent. Its line is kept until its outcome is known, which stands in the transaction of its effect. */
@Entity('import_rows')
@ForeignKey(() => Import, ['workspaceId', 'importId'], ['workspaceId', 'id'], {
  name: 'fk_import_rows_import',
})
@ForeignKey(() => Claim, ['workspaceId', 'claimId'], ['workspaceId', 'id'], { name: 'fk_import_rows_claim' })
@Check('ck_import_rows_outcome', `outcome in (${inSql(OUTCOMES)})`)
@Check('ck_import_rows_line', '(line is null) = (outcome is not null)')
@Check('ck_import_rows_code', `(code is null) = (outcome is distinct from 'refused')`)
@Index('ix_import_rows_open', ['importId', 'number'], { where: 'outcome is null' })
@Index('ix_import_rows_external', ['importId', 'externalId'], { where: 'external_id is not null' })
@Index('ix_import_rows_outcome', ['importId', 'outcome', 'number'], { where: 'outcome is not null' })
export class ImportRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_import_rows' })
  importId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_import_rows' })
  number: number;

  @Column('uuid')
  workspaceId: string;

  @Column('text', { nullable: true })
  line: string | null;

  @Column('text', { nullable: true })
  outcome: Outcome | null;

  @Column('text', { nullable: true })
  externalId: string | null;

  @Column('uuid', { nullable: true })
  claimId: string | null;

  @Column('text', { nullable: true })
  code: string | null;

  @Column('jsonb', { default: '[]' })
  errors: FieldError[];

  @Column('jsonb', { default: '[]' })
  warnings: Warning[];
}
