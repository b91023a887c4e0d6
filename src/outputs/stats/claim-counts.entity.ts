import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Folded counts: how many claims of a scope have a value. A scope is '', 'topic:<key>' or 'queue:<id>'. */
@Entity('claim_counts')
export class ClaimCount {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_claim_counts' })
  workspaceId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_claim_counts' })
  scope: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_claim_counts' })
  dimension: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_claim_counts' })
  value: string;

  @Column('bigint')
  count: string;
}

/** Changes of the counts that were not folded yet; a trigger on claims writes them. */
@Entity('claim_count_deltas')
@Index('ix_claim_count_deltas_scope', ['workspaceId', 'scope'])
export class ClaimCountDelta {
  @PrimaryColumn({
    type: 'bigint',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_claim_count_deltas',
  })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('text')
  scope: string;

  @Column('text')
  dimension: string;

  @Column('text')
  value: string;

  @Column('bigint')
  delta: string;
}
