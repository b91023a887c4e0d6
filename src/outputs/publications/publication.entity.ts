import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../../access/members/member.entity.js';
import { Claim } from '../../facts/claims/claim.entity.js';
import type { PublishedContent } from './publication.content.js';

/** What the world is told of a verdict. Numbered per claim and never changed; only withdrawn, which leaves a tombstone. */
@Entity('publications')
@Unique('uq_publications_workspace_id', ['workspaceId', 'id'])
@Unique('uq_publications_number', ['claimId', 'number'])
@ForeignKey(() => Claim, ['workspaceId', 'claimId'], ['workspaceId', 'id'], { name: 'fk_publications_claim' })
@ForeignKey(() => Member, ['workspaceId', 'publishedBy'], ['workspaceId', 'id'], {
  name: 'fk_publications_published_by',
})
@ForeignKey(() => Member, ['workspaceId', 'withdrawnBy'], ['workspaceId', 'id'], {
  name: 'fk_publications_withdrawn_by',
})
@Check('ck_publications_correction', 'number >= 1 and (number = 1) = (correction is null)')
@Check(
  'ck_publications_withdrawn',
  '(withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null)',
)
@Index('ix_publications_changed', { synchronize: false })
export class Publication {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_publications' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  claimId: string;

  @Column('integer')
  number: number;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  @Column('text')
  language: string;

  /** Where the newsroom tells it itself; null: on the page that this server shows. */
  @Column('text', { nullable: true })
  url: string | null;

  /** What a later publication changed, and why. */
  @Column('text', { nullable: true })
  correction: string | null;

  /** The names it is signed with; without any it is the workspace's. */
  @Column('text', { array: true, default: '{}' })
  authors: string[];

  @Column('jsonb')
  content: PublishedContent;

  @Column('uuid')
  publishedBy: string;

  @Column({ type: 'timestamptz', precision: 3 })
  publishedAt: Date;

  @Column('uuid', { nullable: true })
  withdrawnBy: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  withdrawnAt: Date | null;

  @Column('text', { nullable: true })
  withdrawnReason: string | null;
}
