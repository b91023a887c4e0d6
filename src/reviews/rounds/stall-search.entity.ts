import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ReviewQueue } from '../queues/queue.entity.js';

/** With whom in mind a queue was last searched for slots that nobody may take. */
@Entity('stall_searches')
@ForeignKey(() => ReviewQueue, ['workspaceId', 'queueId'], ['workspaceId', 'id'], {
  name: 'fk_stall_searches_queue',
})
export class StallSearch {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_stall_searches' })
  queueId: string;

  @Column('uuid')
  workspaceId: string;

  @Column('bytea')
  reviewersDigest: Buffer;

  @Column({ type: 'timestamptz', precision: 3 })
  searchedAt: Date;
}
