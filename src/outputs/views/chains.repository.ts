import { Injectable } from '@nestjs/common';
import type { Reader } from '../../base/database/tx.js';

/** What a daily head notes of a chain. */
export interface NotedLength {
  day: string;
  length: number;
  head: Buffer;
}

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

  /** What daily heads note of a chain, shortest first; a head notes only chains that have grown since the one before. */
  noted(reader: Reader, workspaceId: string, chainId: string): Promise<NotedLength[]> {
    return reader.query<NotedLength>(
      `select day::text as day, length::float8 as length, head from history_head_chains
        where workspace_id = $1 and chain_id = $2 order by length`,
      [workspaceId, chainId],
    );
  }
}
