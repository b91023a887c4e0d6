import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { inSql } from '../../base/database/in-sql.js';
import { CAUSE_KINDS, type CauseKind } from '../../facts/claims/re-review.dto.js';
import { Claim } from '../../facts/claims/claim.entity.js';
import { Evidence } from '../../facts/evidence/evidence.entity.js';
import { Source } from '../../facts/sources/source.entity.js';
import { Statement } from '../../facts/statements/statement.entity.js';
import { Event } from '../../record/events/event.entity.js';
import { Round } from './round.entity.js';

/** Why a claim with a verdict is reviewed again. The unique indexes carry that each cause counts once. */
@Entity('re_review_causes')
@ForeignKey(() => Claim, ['workspaceId', 'claimId'], ['workspaceId', 'id'], {
  name: 'fk_re_review_causes_claim',
})
@ForeignKey(() => Event, ['workspaceId', 'eventId'], ['workspaceId', 'id'], {
  name: 'fk_re_review_causes_event',
})
@ForeignKey(() => Statement, ['workspaceId', 'claimId', 'statementId'], ['workspaceId', 'claimId', 'id'], {
  name: 'fk_re_review_causes_statement',
})
@ForeignKey(() => Evidence, ['workspaceId', 'claimId', 'evidenceId'], ['workspaceId', 'claimId', 'id'], {
  name: 'fk_re_review_causes_evidence',
})
@ForeignKey(() => Source, ['workspaceId', 'sourceId'], ['workspaceId', 'id'], {
  name: 'fk_re_review_causes_source',
})
@ForeignKey(() => Round, ['workspaceId', 'roundId'], ['workspaceId', 'id'], {
  name: 'fk_re_review_causes_round',
})
@Check('ck_re_review_causes_kind', `kind in (${inSql(CAUSE_KINDS)})`)
@Check('ck_re_review_causes_event', `(kind in ('age', 'editor')) = (event_id is null)`)
@Check(
  'ck_re_review_causes_subject',
  `(kind in ('statement_recorded', 'statement_struck')) = (statement_id is not null)
    and (kind in ('source_re_placed', 'source_downgraded')) = (source_id is not null)
    and (kind = 'evidence_gone') = (evidence_id is not null)`,
)
@Index('uq_re_review_causes_event', ['claimId', 'eventId'], { unique: true })
@Index('uq_re_review_causes_age', ['claimId', 'verdictRound'], { unique: true, where: `kind = 'age'` })
@Index('ix_re_review_causes_claim', ['workspaceId', 'claimId', 'verdictRound'])
@Index('ix_re_review_causes_round', ['workspaceId', 'roundId'])
@Index('ix_re_review_causes_pending', ['id'], { where: 'taken_up_at is null' })
export class ReReviewCause {
  @PrimaryColumn({
    type: 'bigint',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_re_review_causes',
  })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  claimId: string;

  @Column('text')
  kind: CauseKind;

  /** What told of it; null for the age of a verdict and an editor's wish. */
  @Column('uuid', { nullable: true })
  eventId: string | null;

  @Column('uuid', { nullable: true })
  statementId: string | null;

  @Column('uuid', { nullable: true })
  evidenceId: string | null;

  @Column('uuid', { nullable: true })
  sourceId: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  /** The version of the claim that the cause made, when it changed the claim. */
  @Column('integer', { nullable: true })
  claimVersion: number | null;

  /** The round whose verdict it puts in question. */
  @Column('integer')
  verdictRound: number;

  /** The round that was opened for it, or that ran already; null while the claim was in none. */
  @Column('uuid', { nullable: true })
  roundId: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  /** Null until the machine has looked at it under the claim's lock. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  takenUpAt: Date | null;
}
