import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Workspace } from '../workspaces/workspace.entity.js';

/** The newest link of a chain of events; one chain per claim, and one per subject that is no part of a claim. */
@Entity('chains')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_chains_workspace' })
export class Chain {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_chains' })
  workspaceId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_chains' })
  id: string;

  @Column('bigint')
  length: string;

  @Column('bytea')
  head: Buffer;
}

/** Something that happened. The database refuses update, delete and truncate. */
@Entity('events')
@Unique('uq_events_workspace_id', ['workspaceId', 'id'])
@Unique('uq_events_chain_number', ['workspaceId', 'chainId', 'chainNumber'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_events_workspace' })
@Check(
  'ck_events_actor',
  `actor_type in ('member', 'system') and (actor_type = 'member') = (actor_id is not null)`,
)
@Check('ck_events_chain', 'chain_id = coalesce(claim_id, subject_id)')
@Check('ck_events_digests', 'length(content_digest) = 32 and length(digest) = 32')
export class Event {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_events' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('text')
  type: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  @Column('text')
  actorType: 'member' | 'system';

  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('text')
  subjectType: string;

  @Column('uuid')
  subjectId: string;

  @Column('uuid', { nullable: true })
  claimId: string | null;

  @Column('uuid')
  chainId: string;

  @Column('bigint')
  chainNumber: string;

  @Column('bytea')
  contentDigest: Buffer;

  @Column('bytea')
  digest: Buffer;
}

/** What an event says. Erasing a person deletes it; the digests in Event stay. */
@Entity('event_contents')
@ForeignKey(() => Event, ['workspaceId', 'eventId'], ['workspaceId', 'id'], {
  name: 'fk_event_contents_event',
})
export class EventContent {
  @Column('uuid')
  workspaceId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_event_contents' })
  eventId: string;

  @Column('bytea')
  salt: Buffer;

  @Column('jsonb')
  data: Record<string, unknown>;

  @Column('text', { nullable: true })
  reason: string | null;
}
