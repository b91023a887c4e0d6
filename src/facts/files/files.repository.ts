import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import { type KeptFile, StoredFile } from './file.entity.js';
import type { Measured } from './measuring.js';

@Injectable()
export class FilesRepository {
  async insert(
    reader: Reader,
    file: Pick<StoredFile, 'id' | 'workspaceId' | 'name' | 'receivedBy'>,
  ): Promise<void> {
    await reader.query(
      `insert into files (id, workspace_id, state, name, received_by, received_at)
       values ($1, $2, 'receiving', $3, $4, date_trunc('milliseconds', clock_timestamp()))`,
      [file.id, file.workspaceId, file.name, file.receivedBy],
    );
  }

  /** All of it is there; answers whether it was still waited for. */
  async kept(reader: Reader, id: string, { mediaType, size, sha256 }: Measured): Promise<KeptFile | null> {
    await reader.query(
      `update files set state = 'loose', media_type = $2, size = $3, sha256 = $4,
              received_at = date_trunc('milliseconds', clock_timestamp())
        where id = $1 and state = 'receiving'`,
      [id, mediaType, size, sha256],
    );
    return reader.repository(StoredFile).findOneBy({ id, state: 'loose' }) as Promise<KeptFile | null>;
  }

  /** Files that are there as a whole, in no order. */
  find(reader: Reader, workspaceId: string, ids: string[]): Promise<KeptFile[]> {
    return reader.query(
      `select id, workspace_id as "workspaceId", state, name, media_type as "mediaType", size, sha256,
              received_by as "receivedBy", received_at as "receivedAt"
         from files where workspace_id = $1 and id = any($2::uuid[]) and state in ('loose', 'attached')`,
      [workspaceId, ids],
    );
  }

  /** Something on the record has it from now on; null where there is no such file, or it is leaving. */
  async attach(tx: Tx, workspaceId: string, id: string): Promise<KeptFile | null> {
    await tx.query(
      `update files set state = 'attached' where workspace_id = $1 and id = $2 and state = 'loose'`,
      [workspaceId, id],
    );
    const [file] = await this.find(tx, workspaceId, [id]);
    return file?.state === 'attached' ? file : null;
  }

  /** Marks as leaving what nothing has, so long after it came; answers all that are leaving. */
  async leave(
    reader: Reader,
    hours: number,
    limit: number,
  ): Promise<Pick<StoredFile, 'id' | 'workspaceId'>[]> {
    await reader.query(
      `update files set state = 'leaving'
        where state in ('receiving', 'loose') and received_at < statement_timestamp() - make_interval(hours => $1)`,
      [hours],
    );
    return reader.query(
      `select id, workspace_id as "workspaceId" from files where state = 'leaving' order by received_at limit $1`,
      [limit],
    );
  }

  async remove(reader: Reader, id: string): Promise<void> {
    await reader.query(`delete from files where id = $1 and state <> 'attached'`, [id]);
  }
}
