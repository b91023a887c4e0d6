import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Workspace } from '../../record/workspaces/workspace.entity.js';

/** Up to which change of placement, party or policy every claim of the workspace has been recomputed. */
@Entity('recomputed_workspaces')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_recomputed_workspaces_workspace' })
export class RecomputedWorkspace {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_recomputed_workspaces' })
  workspaceId: string;

  @Column({ type: 'timestamptz', precision: 3 })
  through: Date;
}
