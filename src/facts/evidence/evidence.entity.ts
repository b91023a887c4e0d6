import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../../access/members/member.entity.js';
import { inSql } from '../../base/database/in-sql.js';
import { Claim } from '../claims/claim.entity.js';
import { StoredFile } from '../files/file.entity.js';

export const EVIDENCE_KINDS = ['image', 'video', 'document', 'data', 'page', 'other'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export const BEARINGS = ['supports', 'refutes', 'context'] as const;
export type Bearing = (typeof BEARINGS)[number];

/**
 * What looking at a link came to: its bytes are kept, are as before, or are others than before; what was there is gone;
 * or nothing was learned.
 */
export const CHECK_OUTCOMES = ['captured', 'unchanged', 'changed', 'vanished', 'failed'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** An item that bears on a claim. It informs people; it has no vote in the corroboration rule. */
@Entity('evidence')
@Unique('uq_evidence_claim_id', ['workspaceId', 'claimId', 'id'])
@ForeignKey(() => Claim, ['workspaceId', 'claimId'], ['workspaceId', 'id'], { name: 'fk_evidence_claim' })
@ForeignKey(
  () => Evidence,
  ['workspaceId', 'movedFromClaimId', 'movedFromId'],
  ['workspaceId', 'claimId', 'id'],
  {
    name: 'fk_evidence_moved_from',
  },
)
@ForeignKey(() => StoredFile, ['workspaceId', 'fileId'], ['workspaceId', 'id'], { name: 'fk_evidence_file' })
@ForeignKey(() => Member, ['workspaceId', 'checkAskedBy'], ['workspaceId', 'id'], {
  name: 'fk_evidence_check_asked_by',
})
@ForeignKey(() => Member, ['workspaceId', 'addedBy'], ['workspaceId', 'id'], { name: 'fk_evidence_added_by' })
@Check('ck_evidence_kind', `kind in (${inSql(EVIDENCE_KINDS)})`)
@Check('ck_evidence_bearing', `bearing in (${inSql(BEARINGS)})`)
@Check('ck_evidence_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check(
  'ck_evidence_gone',
  '(gone_at is null) = (gone_reason is null) and (gone_at is null) = (gone_claim_version is null)',
)
@Check('ck_evidence_something', 'url is not null or sha256 is not null')
@Check('ck_evidence_file', 'file_id is null or sha256 is not null')
@Check('ck_evidence_check_link', 'check_at is null or url is not null and gone_at is null')
@Check('ck_evidence_check_asked', 'check_asked_by is null or check_at is not null')
@Check('ck_evidence_last_check', '(last_outcome is null) = (last_check_at is null)')
@Check('ck_evidence_last_outcome', `last_outcome in (${inSql(CHECK_OUTCOMES)})`)
@Check('ck_evidence_moved', '(moved_from_claim_id is null) = (moved_from_id is null)')
@Check('ck_evidence_moved_from_another', 'moved_from_claim_id <> claim_id')
@Index('ix_evidence_check_at', ['checkAt'], { where: 'check_at is not null' })
@Index('ix_evidence_file', ['workspaceId', 'fileId'], { where: 'file_id is not null' })
@Index('ix_evidence_claim', ['workspaceId', 'claimId', 'addedAt', 'id'])
export class Evidence {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_evidence' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  claimId: string;

  @Column('text')
  kind: EvidenceKind;

  @Column('text', { nullable: true })
  url: string | null;

  @Column('text')
  bearing: Bearing;

  @Column('text', { nullable: true })
  sha256: string | null;

  /** Its bytes, where somebody uploaded them. */
  @Column('uuid', { nullable: true })
  fileId: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  capturedAt: Date | null;

  @Column('text', { default: '' })
  description: string;

  @Column('boolean', { default: false })
  sensitive: boolean;

  /** The item on a duplicate of the claim as which it was added before, and that claim. */
  @Column('uuid', { nullable: true })
  movedFromClaimId: string | null;

  @Column('uuid', { nullable: true })
  movedFromId: string | null;

  @Column('uuid')
  addedBy: string;

  @Column({ type: 'timestamptz', precision: 3 })
  addedAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  goneAt: Date | null;

  @Column('text', { nullable: true })
  goneReason: string | null;

  /** When the machine looks at the link next; null: never again. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  checkAt: Date | null;

  /** So long nobody else looks: somebody does, or has died doing it. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lookUntil: Date | null;

  /** Who wants it looked at now. */
  @Column('uuid', { nullable: true })
  checkAskedBy: string | null;

  @Column('text', { nullable: true })
  lastOutcome: CheckOutcome | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastCheckAt: Date | null;

  /** The version of the claim that adding it made. */
  @Column('integer')
  claimVersion: number;

  @Column('integer', { nullable: true })
  goneClaimVersion: number | null;
}
