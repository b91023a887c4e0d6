import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Role } from '../../base/actor/actor.js';
import { Workspace } from '../../record/workspaces/workspace.entity.js';
import { Account } from '../accounts/account.entity.js';

/** A person's place in a workspace, or a program with a key of its own (then without an account). */
@Entity('members')
@Unique('uq_members_workspace_id', ['workspaceId', 'id'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_members_workspace' })
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'fk_members_account' })
@Check('ck_members_role', `role in ('viewer', 'fact_checker', 'reviewer', 'editor', 'admin')`)
@Check(
  'ck_members_name',
  '(name is null) = (name_key is null) and (name is not null or removed_at is not null)',
)
@Index('uq_members_account', ['workspaceId', 'accountId'], {
  unique: true,
  where: 'account_id is not null and removed_at is null',
})
@Index('uq_members_program_name', ['workspaceId', 'nameKey'], {
  unique: true,
  where: 'account_id is null and removed_at is null',
})
@Index('ix_members_created', ['workspaceId', 'createdAt', 'id'])
export class Member {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_members' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid', { nullable: true })
  accountId: string | null;

  /** Null once the person was erased. */
  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  nameKey: string | null;

  @Column('text')
  role: Role;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  roleSince: Date;

  @Column('text', { array: true, default: '{}' })
  languages: string[];

  @Column('text', { array: true, default: '{}' })
  skills: string[];

  @Column('integer', { default: 1 })
  version: number;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  removedAt: Date | null;
}
