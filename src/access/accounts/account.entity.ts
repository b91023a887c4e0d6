import { Check, Column, CreateDateColumn, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A person. They may have places in several workspaces, so this is no tenant table. */
@Entity('accounts')
@Unique('uq_accounts_email', ['emailKey'])
@Check('ck_accounts_password', '(password_hash is null) = (password_set_at is null)')
export class Account {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_accounts' })
  id: string;

  @Column('text')
  email: string;

  @Column('text')
  emailKey: string;

  /** Argon2id, as its reference implementation writes it; null until they have chosen a password. */
  @Column('text', { nullable: true })
  passwordHash: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  passwordSetAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;
}
