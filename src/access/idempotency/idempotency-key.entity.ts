import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Member } from '../members/member.entity.js';

/** The first answer to a request that carried an Idempotency-Key; written in the transaction of what it did. */
@Entity('idempotency_keys')
@ForeignKey(() => Member, ['workspaceId', 'memberId'], ['workspaceId', 'id'], {
  name: 'fk_idempotency_keys_member',
})
@Check('ck_idempotency_keys_digest', 'length(request_digest) = 32')
@Check('ck_idempotency_keys_status', 'status between 200 and 299')
@Index('ix_idempotency_keys_created', ['createdAt'])
export class IdempotencyKey {
  @Column('uuid')
  workspaceId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_idempotency_keys' })
  memberId: string;

  /** Method and path as declared: `POST /api/v1/claims/:id/statements`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_idempotency_keys' })
  route: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_idempotency_keys' })
  key: string;

  @Column('bytea')
  requestDigest: Buffer;

  @Column('smallint')
  status: number;

  @Column('jsonb')
  headers: Record<string, string>;

  @Column({ type: 'text', nullable: true })
  body: string | null;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;
}
