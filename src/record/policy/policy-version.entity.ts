import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Workspace } from '../workspaces/workspace.entity.js';

/** A workspace's policy as it stood from `validFrom` until the next version. Never changed, only followed. */
@Entity('policy_versions')
@Check('ck_policy_versions_threshold', 'corroboration_threshold >= 1')
@Check('ck_policy_versions_re_review', 're_review_after_days >= 1')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_policy_versions_workspace' })
@Index('ix_policy_versions_valid_from', ['workspaceId', 'validFrom'])
export class PolicyVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_policy_versions' })
  workspaceId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_policy_versions' })
  version: number;

  @Column({ type: 'timestamptz', precision: 3 })
  validFrom: Date;

  @Column('integer')
  corroborationThreshold: number;

  @Column('boolean')
  allowSelfReview: boolean;

  @Column('boolean')
  publisherMayBeReviewer: boolean;

  @Column('integer', { nullable: true })
  reReviewAfterDays: number | null;
}
