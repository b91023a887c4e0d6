import { Injectable } from '@nestjs/common';
import type { Reader } from '../../base/database/tx.js';

@Injectable()
export class ChainsRepository {
  async head(
    reader: Reader,
    workspaceId: string,
    chainId: string,
  ): Promise<{ length: number; head: Buffer } | null> {
    const [row] = await reader.query<{ length: string; head: Buffer }>(
      'select length, head from chains where workspace_id = $1 and id = $2',
      [workspaceId, chainId],
    );
    return row === undefined ? null : { length: Number(row.length), head: row.head };
  }
}
