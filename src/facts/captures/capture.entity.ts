import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { inSql } from '../../base/database/in-sql.js';
import { CHECK_OUTCOMES, type CheckOutcome, Evidence } from '../evidence/evidence.entity.js';
import { StoredFile } from '../files/file.entity.js';

export const CAPTURE_CAUSES = ['added', 'scheduled', 'asked'] as const;
export type CaptureCause = (typeof CAPTURE_CAUSES)[number];

/** An address that only led on to another one. */
export interface Redirect {
  url: string;
  status: number;
}

/** One look of the machine at what an item of evidence links to. Written once, and never changed. */
@Entity('captures')
@Unique('uq_captures_number', ['workspaceId', 'evidenceId', 'number'])
@ForeignKey(() => Evidence, ['workspaceId', 'claimId', 'evidenceId'], ['workspaceId', 'claimId', 'id'], {
  name: 'fk_captures_evidence',
})
@ForeignKey(() => StoredFile, ['workspaceId', 'fileId'], ['workspaceId', 'id'], { name: 'fk_captures_file' })
@Check('ck_captures_number', 'number >= 1')
@Check('ck_captures_cause', `cause in (${inSql(CAPTURE_CAUSES)})`)
@Check('ck_captures_outcome', `outcome in (${inSql(CHECK_OUTCOMES)})`)
@Check('ck_captures_file', `(file_id is null) = (outcome in ('vanished', 'failed'))`)
@Check('ck_captures_fault', `(fault is null) = (file_id is not null)`)
@Index('ix_captures_claim', ['claimId'])
@Index('ix_captures_file', ['workspaceId', 'fileId'], { where: 'file_id is not null' })
export class Capture {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_captures' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  claimId: string;

  @Column('uuid')
  evidenceId: string;

  /** Counts the looks at one item. */
  @Column('integer')
  number: number;

  @Column('text')
  cause: CaptureCause;

  @Column('text')
  outcome: CheckOutcome;

  @Column({ type: 'timestamptz', precision: 3 })
  startedAt: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  finishedAt: Date;

  @Column('text')
  url: string;

  @Column('jsonb', { default: [] })
  redirects: Redirect[];

  /** Where the last of these led: what answered, or did not. */
  @Column('text')
  finalUrl: string;

  /** Of the last answer; null where none came. */
  @Column('integer', { nullable: true })
  status: number | null;

  @Column('jsonb', { nullable: true })
  headers: Record<string, string | string[]> | null;

  /** The bytes that were there: kept anew, or before where they are the same. */
  @Column('uuid', { nullable: true })
  fileId: string | null;

  /** Why there are no bytes. */
  @Column('text', { nullable: true })
  fault: string | null;

  /** What looked: this program and its version. */
  @Column('text')
  tool: string;
}
