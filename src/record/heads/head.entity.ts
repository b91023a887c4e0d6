import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Workspace } from '../workspaces/workspace.entity.js';

/** What was signed of a workspace's record after a day. The database refuses update, delete and truncate. */
@Entity('history_heads')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_history_heads_workspace' })
@Check(
  'ck_history_heads_digests',
  'length(chains_digest) = 32 and length(feed_digest) = 32 and length(previous) = 32 and length(digest) = 32',
)
@Check('ck_history_heads_signed', '(public_key is null) = (signature is null)')
export class HistoryHead {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_history_heads' })
  workspaceId: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_history_heads' })
  day: string;

  @Column({ type: 'timestamptz', precision: 3 })
  madeAt: Date;

  @Column('bigint')
  chainCount: string;

  @Column('bigint')
  eventCount: string;

  @Column('bytea')
  chainsDigest: Buffer;

  @Column('bigint')
  feedLength: string;

  @Column('bigint')
  feedPosition: string;

  @Column('bytea')
  feedDigest: Buffer;

  @Column('bytea', { nullable: true })
  previous: Buffer | null;

  @Column('bytea')
  digest: Buffer;

  @Column('bytea', { nullable: true })
  publicKey: Buffer | null;

  @Column('bytea', { nullable: true })
  signature: Buffer | null;
}

/** How long a chain was, and its head, when a day's head was made; a row when it had grown since the one before. */
@Entity('history_head_chains')
@ForeignKey(() => HistoryHead, ['workspaceId', 'day'], ['workspaceId', 'day'], {
  name: 'fk_history_head_chains_head',
  deferrable: 'INITIALLY DEFERRED',
})
export class HistoryHeadChain {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_history_head_chains' })
  workspaceId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_history_head_chains' })
  chainId: string;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'pk_history_head_chains' })
  length: string;

  @Column('bytea')
  head: Buffer;

  @Column('date')
  day: string;
}
