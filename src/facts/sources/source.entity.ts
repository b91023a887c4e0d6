import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../../access/members/member.entity.js';
import { inSql } from '../../base/database/in-sql.js';
import { Workspace } from '../../record/workspaces/workspace.entity.js';
import { Party } from '../parties/party.entity.js';

export const SOURCE_KINDS = [
  'government',
  'head_of_state',
  'military',
  'intelligence_service',
  'international_organisation',
  'ngo',
  'company',
  'academic',
  'news_media',
  'news_agency',
  'social_media',
  'person',
  'document',
  'sensor',
  'other',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Reliability of a source by the Admiralty code (STANAG 2511). F means "cannot be judged"; it is not worse than E. */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

/** Who makes statements. A confidential one is known by its public label to all but editors and its recorder. */
@Entity('sources')
@Unique('uq_sources_workspace_id', ['workspaceId', 'id'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_sources_workspace' })
@ForeignKey(() => Source, ['workspaceId', 'parentId'], ['workspaceId', 'id'], { name: 'fk_sources_parent' })
@ForeignKey(() => Party, ['workspaceId', 'partyId'], ['workspaceId', 'id'], { name: 'fk_sources_party' })
@ForeignKey(() => Member, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'fk_sources_created_by',
})
@Check('ck_sources_kind', `kind in (${inSql(SOURCE_KINDS)})`)
@Check('ck_sources_label', 'not confidential or public_label is not null')
@Check('ck_sources_reliability', `reliability in (${inSql(RELIABILITIES)})`)
@Check('ck_sources_parent_is_another', 'parent_id <> id')
@Index('uq_sources_name', ['workspaceId', 'nameKey'], { unique: true, where: 'not confidential' })
@Index('uq_sources_confidential_name', ['workspaceId', 'createdBy', 'nameKey'], {
  unique: true,
  where: 'confidential',
})
@Index('ix_sources_created', ['workspaceId', 'createdAt', 'id'])
@Index('ix_sources_name', ['workspaceId', 'nameKey'])
@Index('ix_sources_parent', ['workspaceId', 'parentId'])
@Index('ix_sources_party', ['workspaceId', 'partyId'])
export class Source {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_sources' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('text')
  name: string;

  @Column('text')
  nameKey: string;

  @Column('text')
  kind: SourceKind;

  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('uuid', { nullable: true })
  partyId: string | null;

  @Column('text', { nullable: true })
  country: string | null;

  @Column('text', { array: true, default: '{}' })
  urls: string[];

  @Column('text', { nullable: true })
  wikidataId: string | null;

  @Column('boolean', { default: false })
  confidential: boolean;

  @Column('text', { nullable: true })
  publicLabel: string | null;

  @Column('text', { default: '' })
  notes: string;

  @Column('text', { nullable: true })
  reliability: Reliability | null;

  @Column('uuid')
  createdBy: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}

/** Where a source stood (its parent and its own party) from `validFrom` until its next placement. */
@Entity('source_placements')
@ForeignKey(() => Source, ['workspaceId', 'sourceId'], ['workspaceId', 'id'], {
  name: 'fk_source_placements_source',
})
@ForeignKey(() => Source, ['workspaceId', 'parentId'], ['workspaceId', 'id'], {
  name: 'fk_source_placements_parent',
})
@ForeignKey(() => Party, ['workspaceId', 'partyId'], ['workspaceId', 'id'], {
  name: 'fk_source_placements_party',
})
@Index('ix_source_placements_changes', ['workspaceId', 'validFrom'], { where: 'not initial' })
export class SourcePlacement {
  @Column('uuid')
  workspaceId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_source_placements' })
  sourceId: string;

  @PrimaryColumn({ type: 'timestamptz', precision: 3, primaryKeyConstraintName: 'pk_source_placements' })
  validFrom: Date;

  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('uuid', { nullable: true })
  partyId: string | null;

  @Column('boolean')
  initial: boolean;
}

/** One judgement of a source's reliability; the newest one is the source's grade. */
@Entity('source_grades')
@ForeignKey(() => Source, ['workspaceId', 'sourceId'], ['workspaceId', 'id'], {
  name: 'fk_source_grades_source',
})
@ForeignKey(() => Member, ['workspaceId', 'gradedBy'], ['workspaceId', 'id'], {
  name: 'fk_source_grades_graded_by',
})
@Check('ck_source_grades_reliability', `reliability in (${inSql(RELIABILITIES)})`)
@Index('ix_source_grades_source', ['workspaceId', 'sourceId', 'gradedAt', 'id'])
export class SourceGrade {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_source_grades' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  sourceId: string;

  @Column('text')
  reliability: Reliability;

  @Column('text')
  reason: string;

  @Column('uuid')
  gradedBy: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  gradedAt: Date;
}
