import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Event } from '../events/event.entity.js';

/** An event that is committed and has no place in the feed yet. */
@Entity('unplaced_events')
@ForeignKey(() => Event, ['workspaceId', 'eventId'], ['workspaceId', 'id'], {
  name: 'fk_unplaced_events_event',
})
export class UnplacedEvent {
  @PrimaryColumn({
    type: 'bigint',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_unplaced_events',
  })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  eventId: string;

  @Column('text')
  type: string;
}

/** The place of an event in the one order of all committed events. Only the sequencer writes it. */
@Entity('feed')
@Unique('uq_feed_event', ['eventId'])
@ForeignKey(() => Event, ['workspaceId', 'eventId'], ['workspaceId', 'id'], { name: 'fk_feed_event' })
@Index('ix_feed_workspace_position', ['workspaceId', 'position'])
@Index('ix_feed_workspace_type_position', ['workspaceId', 'type', 'position'])
export class FeedPlace {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'pk_feed' })
  position: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  eventId: string;

  @Column('text')
  type: string;
}

/** How far a reader inside the product has come in the feed. */
@Entity('feed_readers')
export class FeedReader {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_feed_readers' })
  name: string;

  @Column('bigint')
  position: string;
}
