import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { QueueNeeds } from '../queues/queue.entity.js';

/** With whom in mind what a queue asks by some needs was last searched for slots that nobody may take. */
@Entity('stall_searches')
@ForeignKey(() => QueueNeeds, ['workspaceId', 'queueId', 'needsId'], ['workspaceId', 'queueId', 'id'], {
  name: 'fk_stall_searches_needs',
})
export class StallSearch {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_stall_searches' })
  needsId: string;

  @Column('uuid')
  queueId: string;

  @Column('uuid')
  workspaceId: string;

  @Column('bytea')
  reviewersDigest: Buffer;

  @Column({ type: 'timestamptz', precision: 3 })
  searchedAt: Date;
}
