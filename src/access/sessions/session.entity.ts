import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Member } from '../members/member.entity.js';

/** Somebody signed in at one of their places. Only a digest of its secret is kept. */
@Entity('sessions')
@Unique('uq_sessions_prefix', ['prefix'])
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'fk_sessions_account', onDelete: 'CASCADE' })
@ForeignKey(() => Member, ['workspaceId', 'memberId'], ['workspaceId', 'id'], { name: 'fk_sessions_member' })
@Check('ck_sessions_hash', 'length(secret_hash) = 32')
@Index('ix_sessions_account', ['accountId', 'createdAt', 'id'])
@Index('ix_sessions_member', ['workspaceId', 'memberId'])
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_sessions' })
  id: string;

  @Column('uuid')
  accountId: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  memberId: string;

  @Column('text')
  prefix: string;

  @Column('bytea')
  secretHash: Buffer;

  /** What the browser said it is, and where it came from: so that people know their own again. */
  @Column('text', { nullable: true })
  userAgent: string | null;

  @Column('text', { nullable: true })
  address: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  lastUsedAt: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endedAt: Date | null;
}

/** A link by which a person who has been admitted chooses their password. Good once. */
@Entity('invitations')
@Unique('uq_invitations_secret', ['secretHash'])
@ForeignKey(() => Member, ['workspaceId', 'memberId'], ['workspaceId', 'id'], {
  name: 'fk_invitations_member',
})
@ForeignKey(() => Member, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'fk_invitations_created_by',
})
@Check('ck_invitations_secret', 'length(secret_hash) = 32')
@Index('ix_invitations_member', ['workspaceId', 'memberId'])
export class Invitation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_invitations' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  memberId: string;

  @Column('bytea')
  secretHash: Buffer;

  /** Null: whoever runs the server. */
  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt: Date;
}

/** How often somebody tried to sign in lately: to one account, or from one address. */
@Entity('sign_in_tries')
export class SignInTries {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sign_in_tries' })
  subject: string;

  @Column('integer')
  tries: number;

  @Column({ type: 'timestamptz', precision: 3 })
  lastAt: Date;
}
