import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';

/** Whose key it is, and for which operation. */
export interface KeyScope {
  workspaceId: string;
  memberId: string;
  route: string;
  key: string;
}

export interface FirstAnswer {
  requestDigest: Buffer;
  status: number;
  headers: Record<string, string>;
  body: string | null;
}

const KEPT = `interval '24 hours'`;

@Injectable()
export class IdempotencyRepository {
  /** Whether this transaction is now the only one that works under the key; never waits. */
  async lock(tx: Tx, { memberId, route, key }: KeyScope): Promise<boolean> {
    const [row] = await tx.query<{ locked: boolean }>(
      'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as locked',
      [`once:${memberId}:${route}:${key}`],
    );
    return row!.locked;
  }

  async find(tx: Tx, { memberId, route, key }: KeyScope): Promise<FirstAnswer | null> {
    const [row] = await tx.query<FirstAnswer>(
      `select request_digest as "requestDigest", status, headers, body from idempotency_keys
        where member_id = $1 and route = $2 and key = $3 and created_at > now() - ${KEPT}`,
      [memberId, route, key],
    );
    return row ?? null;
  }

  /** In place of an answer under the same key that has had its time. */
  async keep(tx: Tx, { workspaceId, memberId, route, key }: KeyScope, answer: FirstAnswer): Promise<void> {
    await tx.query(
      `insert into idempotency_keys (workspace_id, member_id, route, key, request_digest, status, headers, body)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (member_id, route, key) do update
          set request_digest = excluded.request_digest, status = excluded.status, headers = excluded.headers,
              body = excluded.body, created_at = excluded.created_at`,
      [
        workspaceId,
        memberId,
        route,
        key,
        answer.requestDigest,
        answer.status,
        JSON.stringify(answer.headers),
        answer.body,
      ],
    );
  }

  async forgetAbout(tx: Tx, { workspaceId, id }: { workspaceId: string; id: string }): Promise<void> {
    await tx.query(
      `delete from idempotency_keys where workspace_id = $1 and (member_id = $2 or strpos(body, $2::text) > 0)`,
      [workspaceId, id],
    );
  }

  async forget(reader: Reader): Promise<void> {
    await reader.query(`delete from idempotency_keys where created_at <= now() - ${KEPT}`);
  }
}
