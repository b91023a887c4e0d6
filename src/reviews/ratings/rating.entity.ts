import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { inSql } from '../../base/database/in-sql.js';
import { Workspace } from '../../record/workspaces/workspace.entity.js';

export const POLARITIES = ['supports', 'refutes', 'neither'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** A word of the workspace's rating scale. `scaleOrder` runs from worst to best; null: it stands off the scale. */
@Entity('ratings')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_ratings_workspace' })
@Check('ck_ratings_polarity', `polarity in (${inSql(POLARITIES)})`)
export class Rating {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_ratings' })
  workspaceId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_ratings' })
  key: string;

  /** Where it stands in the list. */
  @Column('integer')
  place: number;

  @Column('integer', { nullable: true })
  scaleOrder: number | null;

  @Column('integer', { nullable: true })
  numericValue: number | null;

  @Column('text')
  polarity: Polarity;

  @Column('text')
  colour: string;

  @Column('jsonb')
  labels: Record<string, string>;
}
