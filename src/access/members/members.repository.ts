import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { Place } from '../../base/http/pages.js';
import { Member } from './member.entity.js';

export type MemberRow = Member & { email: string | null };

const COLUMNS = `m.id, m.workspace_id as "workspaceId", m.account_id as "accountId", m.name, m.name_key as "nameKey",
  m.role, m.role_since as "roleSince", m.languages, m.skills, m.version, m.created_at as "createdAt", m.removed_at as "removedAt", a.email`;

@Injectable()
export class MembersRepository {
  async find(reader: Reader, workspaceId: string, id: string): Promise<MemberRow | null> {
    const [row] = await reader.query<MemberRow>(
      `select ${COLUMNS} from members m left join accounts a on a.id = m.account_id
        where m.workspace_id = $1 and m.id = $2 and m.removed_at is null`,
      [workspaceId, id],
    );
    return row ?? null;
  }

  async lock(tx: Tx, workspaceId: string, id: string): Promise<MemberRow | null> {
    await tx.query('select 1 from members where workspace_id = $1 and id = $2 for update', [workspaceId, id]);
    return this.find(tx, workspaceId, id);
  }

  page(reader: Reader, workspaceId: string, limit: number, after: Place | null): Promise<MemberRow[]> {
    return reader.query<MemberRow>(
      `select ${COLUMNS} from members m left join accounts a on a.id = m.account_id
        where m.workspace_id = $1 and m.removed_at is null
          and ($3::timestamptz is null or (m.created_at, m.id) > ($3, $4::uuid))
        order by m.created_at, m.id limit $2`,
      [workspaceId, limit + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
  }

  async countAdmins(tx: Tx, workspaceId: string): Promise<number> {
    // Locked, so that two admins cannot take the role from each other at the same time.
    const rows = await tx.query(
      `select 1 from members where workspace_id = $1 and role = 'admin' and removed_at is null order by id for update`,
      [workspaceId],
    );
    return rows.length;
  }

  async save(tx: Tx, member: Member): Promise<void> {
    const { id, workspaceId, name, nameKey, role, roleSince, languages, skills, version, removedAt } = member;
    await tx
      .repository(Member)
      .update({ id, workspaceId }, { name, nameKey, role, roleSince, languages, skills, version, removedAt });
  }
}
