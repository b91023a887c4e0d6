import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Workspace } from '../../record/workspaces/workspace.entity.js';

/** The interest a source speaks for. Merged into another, it stays, pointing at the one it became. */
@Entity('parties')
@Unique('uq_parties_workspace_id', ['workspaceId', 'id'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_parties_workspace' })
@ForeignKey(() => Party, ['workspaceId', 'mergedIntoId'], ['workspaceId', 'id'], {
  name: 'fk_parties_merged_into',
})
@Check('ck_parties_merged_into_another', 'merged_into_id <> id')
@Index('ix_parties_created', ['workspaceId', 'createdAt', 'id'])
export class Party {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_parties' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('text')
  name: string;

  @Column('uuid', { nullable: true })
  mergedIntoId: string | null;

  @Column('integer', { default: 1 })
  version: number;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;
}

/** Names and aliases together, so that one unique key keeps a name from meaning two parties. */
@Entity('party_names')
@ForeignKey(() => Party, ['workspaceId', 'partyId'], ['workspaceId', 'id'], { name: 'fk_party_names_party' })
@Index('ix_party_names_party', ['workspaceId', 'partyId'])
export class PartyName {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_party_names' })
  workspaceId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_party_names' })
  nameKey: string;

  @Column('text')
  name: string;

  @Column('uuid')
  partyId: string;
}

/** What a party was called and whether it was merged, from `validFrom` until its next version. */
@Entity('party_versions')
@ForeignKey(() => Party, ['workspaceId', 'partyId'], ['workspaceId', 'id'], {
  name: 'fk_party_versions_party',
})
@ForeignKey(() => Party, ['workspaceId', 'mergedIntoId'], ['workspaceId', 'id'], {
  name: 'fk_party_versions_merged_into',
})
@Index('ix_party_versions_changes', ['workspaceId', 'validFrom'], { where: 'not initial' })
export class PartyVersion {
  @Column('uuid')
  workspaceId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_party_versions' })
  partyId: string;

  @PrimaryColumn({ type: 'timestamptz', precision: 3, primaryKeyConstraintName: 'pk_party_versions' })
  validFrom: Date;

  @Column('text')
  name: string;

  @Column('uuid', { nullable: true })
  mergedIntoId: string | null;

  @Column('boolean')
  initial: boolean;
}
