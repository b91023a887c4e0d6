import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../../access/members/member.entity.js';
import { inSql } from '../../base/database/in-sql.js';
import { Workspace } from '../../record/workspaces/workspace.entity.js';

/** While it comes; kept, but nothing on the record has it yet; kept for good; about to be taken away. */
export const FILE_STATES = ['receiving', 'loose', 'attached', 'leaving'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** One kept file: what there is to know of its bytes, which lie in the storage under its id. */
@Entity('files')
@Unique('uq_files_workspace_id', ['workspaceId', 'id'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_files_workspace' })
@ForeignKey(() => Member, ['workspaceId', 'receivedBy'], ['workspaceId', 'id'], {
  name: 'fk_files_received_by',
})
@Check('ck_files_state', `state in (${inSql(FILE_STATES)})`)
@Check('ck_files_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('ck_files_whole', `state in ('receiving', 'leaving') or sha256 is not null`)
@Check('ck_files_measured', '(sha256 is null) = (size is null) and (sha256 is null) = (media_type is null)')
@Index('ix_files_not_attached', ['receivedAt'], { where: `state <> 'attached'` })
export class StoredFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_files' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('text')
  state: FileState;

  /** As the sender called it. */
  @Column('text')
  name: string;

  /** What its bytes are, which is not always what the sender says. */
  @Column('text', { nullable: true })
  mediaType: string | null;

  /** In bytes; a driver gives it as text. */
  @Column('bigint', { nullable: true })
  size: string | null;

  @Column('text', { nullable: true })
  sha256: string | null;

  /** Null: the machine captured it. */
  @Column('uuid', { nullable: true })
  receivedBy: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  receivedAt: Date;
}

/** A file that is there as a whole. */
export type KeptFile = StoredFile & { mediaType: string; size: string; sha256: string };
