import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../../access/members/member.entity.js';
import { inSql } from '../../base/database/in-sql.js';
import { Claim } from '../../facts/claims/claim.entity.js';
import type { CorroborationStatus } from '../../facts/corroboration/status.js';
import { Round } from '../rounds/round.entity.js';
import { type Confidence, CONFIDENCES } from '../rounds/given-decision.js';

/** An editor's word on a round whose decisions disagreed. */
@Entity('adjudications')
@Unique('uq_adjudications_round', ['roundId'])
@ForeignKey(() => Round, ['workspaceId', 'roundId'], ['workspaceId', 'id'], {
  name: 'fk_adjudications_round',
})
@ForeignKey(() => Claim, ['workspaceId', 'claimId'], ['workspaceId', 'id'], {
  name: 'fk_adjudications_claim',
})
@ForeignKey(() => Member, ['workspaceId', 'memberId'], ['workspaceId', 'id'], {
  name: 'fk_adjudications_member',
})
@Check('ck_adjudications_confidence', `confidence in (${inSql(CONFIDENCES)})`)
export class Adjudication {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_adjudications' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  roundId: string;

  @Column('uuid')
  claimId: string;

  @Column('uuid')
  memberId: string;

  @Column('text')
  rating: string;

  @Column('text')
  confidence: Confidence;

  @Column('text')
  rationale: string;

  @Column('text', { nullable: true })
  overrideReason: string | null;

  /** What the record said then; null for what was settled before that was kept. */
  @Column('text', { nullable: true })
  corroboration: CorroborationStatus | null;

  @Column({ type: 'timestamptz', precision: 3 })
  decidedAt: Date;
}
