import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Workspace } from '../../record/workspaces/workspace.entity.js';

/** How many claims entered and left a status in an hour, as far as the feed was folded. */
@Entity('status_flows')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_status_flows_workspace' })
export class StatusFlow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_status_flows' })
  workspaceId: string;

  @PrimaryColumn({ type: 'timestamptz', precision: 3, primaryKeyConstraintName: 'pk_status_flows' })
  hour: Date;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_status_flows' })
  status: string;

  @Column('bigint')
  entered: string;

  @Column('bigint')
  left: string;
}
