import { Column, CreateDateColumn, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A person. They may have places in several workspaces, so this is no tenant table. */
@Entity('accounts')
@Unique('uq_accounts_email', ['emailKey'])
export class Account {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_accounts' })
  id: string;

  @Column('text')
  email: string;

  @Column('text')
  emailKey: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;
}
