import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { Place } from '../../base/http/pages.js';
import { Member } from './member.entity.js';

/** A member who was not removed, and so has a name. */
export type MemberRow = Omit<Member, 'name' | 'nameKey'> & {
  name: string;
  nameKey: string;
  email: string | null;
};

/** Where somebody is or was a member. */
export interface MemberPlace {
  workspaceId: string;
  slug: string;
  id: string;
  accountId: string | null;
  removed: boolean;
}

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

  /** A person's place in a workspace, by their account. */
  async findPerson(reader: Reader, workspaceId: string, accountId: string): Promise<MemberRow | null> {
    const [row] = await reader.query<MemberRow>(
      `select ${COLUMNS} from members m join accounts a on a.id = m.account_id
        where m.workspace_id = $1 and m.account_id = $2 and m.removed_at is null`,
      [workspaceId, accountId],
    );
    return row ?? null;
  }

  /** A program by its name. */
  async findProgram(reader: Reader, workspaceId: string, nameKey: string): Promise<MemberRow | null> {
    const [row] = await reader.query<MemberRow>(
      `select ${COLUMNS} from members m left join accounts a on a.id = m.account_id
        where m.workspace_id = $1 and m.name_key = $2 and m.account_id is null and m.removed_at is null`,
      [workspaceId, nameKey],
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

  /** Every place of the person behind a member or an address, also those they were removed from; locked. */
  placesOf(tx: Tx, memberId: string | null, emailKey: string | null): Promise<MemberPlace[]> {
    return tx.query<MemberPlace>(
      `select m.id, m.workspace_id as "workspaceId", w.slug, m.account_id as "accountId",
              m.removed_at is not null as removed
         from members m join workspaces w on w.id = m.workspace_id
        where m.id = $1 or m.account_id in (select account_id from members where id = $1
                                            union all select id from accounts where email_key = $2)
        order by m.id for update of m`,
      [memberId, emailKey],
    );
  }

  async erase(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `update members set name = null, name_key = null, account_id = null, languages = '{}', skills = '{}' where id = $1`,
      [id],
    );
  }

  async save(tx: Tx, member: MemberRow): Promise<void> {
    const { id, workspaceId, name, nameKey, role, roleSince, languages, skills, version, removedAt } = member;
    await tx
      .repository(Member)
      .update({ id, workspaceId }, { name, nameKey, role, roleSince, languages, skills, version, removedAt });
  }
}
