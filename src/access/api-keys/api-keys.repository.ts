import { Injectable } from '@nestjs/common';
import type { Role } from '../../base/actor/actor.js';
import type { Reader } from '../../base/database/tx.js';
import type { Place } from '../../base/http/pages.js';
import type { ApiKey } from './api-key.entity.js';

/** A key with the role it speaks with: that of its member. */
export type ApiKeyRow = Omit<ApiKey, 'secretHash'> & { role: Role };

const SELECT = `select k.id, k.workspace_id as "workspaceId", k.member_id as "memberId", m.role, k.name, k.prefix,
    k.last_four as "lastFour", k.created_at as "createdAt", k.expires_at as "expiresAt", k.revoked_at as "revokedAt",
    k.last_used_at as "lastUsedAt"
  from api_keys k join members m on m.workspace_id = k.workspace_id and m.id = k.member_id`;

@Injectable()
export class ApiKeysRepository {
  async find(reader: Reader, id: string): Promise<ApiKeyRow | null> {
    const [row] = await reader.query<ApiKeyRow>(`${SELECT} where k.id = $1`, [id]);
    return row ?? null;
  }

  /** The keys that work: not revoked, and their member was not removed. */
  page(reader: Reader, workspaceId: string, limit: number, after: Place | null): Promise<ApiKeyRow[]> {
    return reader.query<ApiKeyRow>(
      `${SELECT} where k.workspace_id = $1 and k.revoked_at is null and m.removed_at is null
          and ($3::timestamptz is null or (k.created_at, k.id) > ($3, $4::uuid))
        order by k.created_at, k.id limit $2`,
      [workspaceId, limit + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
  }
}
