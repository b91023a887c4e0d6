import { Check, Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { inSql } from '../../base/database/in-sql.js';
import { Workspace } from '../../record/workspaces/workspace.entity.js';

export const POLARITIES = ['supports', 'refutes', 'neither'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** A workspace's rating scale from `validFrom` until the next version. Never changed, only followed. */
@Entity('rating_scales')
@Unique('uq_rating_scales_workspace_id', ['workspaceId', 'id'])
@Unique('uq_rating_scales_version', ['workspaceId', 'version'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_rating_scales_workspace' })
export class RatingScale {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_rating_scales' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('integer')
  version: number;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  validFrom: Date;
}

/** A word of a rating scale. `scaleOrder` runs from worst to best; null: it stands off the scale. */
@Entity('ratings')
@ForeignKey(() => RatingScale, ['workspaceId', 'scaleId'], ['workspaceId', 'id'], {
  name: 'fk_ratings_scale',
})
@Check('ck_ratings_polarity', `polarity in (${inSql(POLARITIES)})`)
export class Rating {
  @Column('uuid')
  workspaceId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_ratings' })
  scaleId: string;

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
