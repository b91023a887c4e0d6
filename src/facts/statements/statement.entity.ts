import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../../access/members/member.entity.js';
import { inSql } from '../../base/database/in-sql.js';
import { Claim } from '../claims/claim.entity.js';
import { BASES, type Basis, type Stance, STANCES } from '../corroboration/stance.js';
import { Source } from '../sources/source.entity.js';

/** One source's recorded position on one claim. Never changed; recorded wrongly, it is struck with a reason. */
@Entity('statements')
@Unique('uq_statements_claim_id', ['workspaceId', 'claimId', 'id'])
@Unique('uq_statements_recorded', ['claimId', 'recordedAt'])
@ForeignKey(() => Claim, ['workspaceId', 'claimId'], ['workspaceId', 'id'], { name: 'fk_statements_claim' })
@ForeignKey(() => Source, ['workspaceId', 'sourceId'], ['workspaceId', 'id'], {
  name: 'fk_statements_source',
})
@ForeignKey(() => Source, ['workspaceId', 'reportedById'], ['workspaceId', 'id'], {
  name: 'fk_statements_reported_by',
})
@ForeignKey(() => Source, ['workspaceId', 'basedOnSourceId'], ['workspaceId', 'id'], {
  name: 'fk_statements_based_on_source',
})
@ForeignKey(
  () => Statement,
  ['workspaceId', 'claimId', 'basedOnStatementId'],
  ['workspaceId', 'claimId', 'id'],
  {
    name: 'fk_statements_based_on',
  },
)
@ForeignKey(() => Statement, ['workspaceId', 'claimId', 'replacementId'], ['workspaceId', 'claimId', 'id'], {
  name: 'fk_statements_replacement',
})
@ForeignKey(
  () => Statement,
  ['workspaceId', 'movedFromClaimId', 'movedFromId'],
  ['workspaceId', 'claimId', 'id'],
  {
    name: 'fk_statements_moved_from',
  },
)
@ForeignKey(() => Member, ['workspaceId', 'recordedBy'], ['workspaceId', 'id'], {
  name: 'fk_statements_recorded_by',
})
@ForeignKey(() => Member, ['workspaceId', 'struckBy'], ['workspaceId', 'id'], {
  name: 'fk_statements_struck_by',
})
@Check('ck_statements_stance', `stance in (${inSql(STANCES)})`)
@Check('ck_statements_basis', `basis in (${inSql(BASES)})`)
@Check(
  'ck_statements_relay',
  `(basis = 'relayed') = (based_on_statement_id is not null or based_on_source_id is not null)`,
)
@Check('ck_statements_one_base', 'based_on_statement_id is null or based_on_source_id is null')
@Check('ck_statements_not_own_base', 'based_on_source_id <> source_id')
@Check('ck_statements_credibility', 'credibility between 1 and 6')
@Check(
  'ck_statements_struck',
  `(struck_at is null) = (struck_by is null)
    and (struck_at is null) = (strike_reason is null) and (struck_at is null) = (struck_claim_version is null)`,
)
@Check('ck_statements_moved', '(moved_from_claim_id is null) = (moved_from_id is null)')
@Check('ck_statements_moved_from_another', 'moved_from_claim_id <> claim_id')
@Check(
  'ck_statements_quantity',
  '(quantity_unit is null) = (quantity_min is null and quantity_max is null) and quantity_min <= quantity_max',
)
@Index('ix_statements_url', { synchronize: false })
@Index('ix_statements_source', ['workspaceId', 'sourceId', 'recordedAt', 'id'])
@Index('ix_statements_based_on_source', ['workspaceId', 'basedOnSourceId'], {
  where: 'based_on_source_id is not null',
})
export class Statement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_statements' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  claimId: string;

  @Column('uuid')
  sourceId: string;

  @Column('text')
  stance: Stance;

  @Column('text', { nullable: true })
  quote: string | null;

  @Column('text', { nullable: true })
  quoteLanguage: string | null;

  @Column('text', { nullable: true })
  translation: string | null;

  @Column('text', { nullable: true })
  url: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  saidAt: Date | null;

  @Column('boolean', { default: false })
  saidAtIsDay: boolean;

  @Column('uuid', { nullable: true })
  reportedById: string | null;

  @Column('text')
  basis: Basis;

  @Column('uuid', { nullable: true })
  basedOnStatementId: string | null;

  @Column('uuid', { nullable: true })
  basedOnSourceId: string | null;

  @Column('double precision', { nullable: true })
  quantityMin: number | null;

  @Column('double precision', { nullable: true })
  quantityMax: number | null;

  @Column('text', { nullable: true })
  quantityUnit: string | null;

  /** Credibility of this information by the Admiralty code, 1 to 6; judged apart from the source's reliability. */
  @Column('smallint', { nullable: true })
  credibility: number | null;

  /** The statement on a duplicate of the claim as which it was recorded before, and that claim. */
  @Column('uuid', { nullable: true })
  movedFromClaimId: string | null;

  @Column('uuid', { nullable: true })
  movedFromId: string | null;

  @Column('uuid')
  recordedBy: string;

  @Column({ type: 'timestamptz', precision: 3 })
  recordedAt: Date;

  @Column('uuid', { nullable: true })
  struckBy: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  struckAt: Date | null;

  @Column('text', { nullable: true })
  strikeReason: string | null;

  @Column('uuid', { nullable: true })
  replacementId: string | null;

  /** The version of the claim that recording it made. */
  @Column('integer')
  claimVersion: number;

  @Column('integer', { nullable: true })
  struckClaimVersion: number | null;
}
