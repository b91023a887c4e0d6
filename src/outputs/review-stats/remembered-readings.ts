import { Injectable } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';

const REMEMBER_AT_MOST = 500;

/** What was read from many rows, until the next event of a type that can change it. */
@Injectable()
export class RememberedReadings {
  private readonly known = new Map<string, { position: number; reading: unknown }>();

  constructor(private readonly database: Database) {}

  async until<T>(
    types: readonly string[],
    workspaceId: string,
    question: unknown[],
    read: () => Promise<T>,
  ): Promise<T> {
    const position = await this.last(types, workspaceId);
    const key = JSON.stringify([workspaceId, types, ...question]);
    const known = this.known.get(key);
    if (known?.position === position) return known.reading as T;
    const reading = await read();
    if (this.known.size >= REMEMBER_AT_MOST) this.known.clear();
    this.known.set(key, { position, reading });
    return reading;
  }

  /**
   * Where in the workspace's feed the last event of these types stands. The equalities are written as ranges of one,
   * in the order of the index, so that the planner does not read all workspaces' feed backwards instead.
   */
  private async last(types: readonly string[], workspaceId: string): Promise<number> {
    const [row] = await this.database.query<{ position: number }>(
      `select coalesce(max(last.position), 0)::float8 as position
         from unnest($2::text[]) asked(type)
         cross join lateral (
           select f.position from feed f
            where f.workspace_id between $1 and $1 and f.type between asked.type and asked.type
            order by f.workspace_id desc, f.type desc, f.position desc limit 1
         ) last`,
      [workspaceId, types],
    );
    return row!.position;
  }
}
