import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../members/member.entity.js';

/** A key to the API. Only a digest of its secret is kept; prefix and last four letters tell people which it is. */
@Entity('api_keys')
@Unique('uq_api_keys_prefix', ['prefix'])
@ForeignKey(() => Member, ['workspaceId', 'memberId'], ['workspaceId', 'id'], { name: 'fk_api_keys_member' })
@Check('ck_api_keys_hash', 'length(secret_hash) = 32')
@Index('ix_api_keys_created', ['workspaceId', 'createdAt', 'id'])
@Index('ix_api_keys_member', ['workspaceId', 'memberId'])
export class ApiKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_api_keys' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  memberId: string;

  @Column('text')
  name: string;

  @Column('text')
  prefix: string;

  @Column('bytea')
  secretHash: Buffer;

  @Column('text')
  lastFour: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  expiresAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  revokedAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastUsedAt: Date | null;
}
