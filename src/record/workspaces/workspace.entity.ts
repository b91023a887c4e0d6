import { Check, Column, CreateDateColumn, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One newsroom or team. Every row of a tenant table belongs to exactly one. */
@Entity('workspaces')
@Unique('uq_workspaces_slug', ['slug'])
@Check('ck_workspaces_slug', `slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'`)
export class Workspace {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_workspaces' })
  id: string;

  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}
