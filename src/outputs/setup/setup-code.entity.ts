import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Shows that who sets up is whoever runs the server. All are taken away when somebody has; before there is any workspace, so no tenant table. */
@Entity('setup_codes')
@Check('ck_setup_codes_secret', 'length(secret_hash) = 32')
export class SetupCode {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'pk_setup_codes' })
  secretHash: Buffer;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt: Date;
}
