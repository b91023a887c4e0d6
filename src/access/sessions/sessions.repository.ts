import { Injectable } from '@nestjs/common';
import type { Role } from '../../base/actor/actor.js';
import { selectList } from '../../base/database/select-list.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import { Session } from './session.entity.js';
import { SESSION_DAYS } from './session.rules.js';

/** A workspace in which a person is a member. */
export interface Place {
  workspaceId: string;
  slug: string;
  name: string;
  memberId: string;
  role: Role;
}

const GOOD = `ended_at is null and expires_at > now() and last_used_at > now() - make_interval(days => $2)`;

@Injectable()
export class SessionsRepository {
  async insert(
    tx: Tx,
    given: Omit<Session, 'createdAt' | 'lastUsedAt' | 'expiresAt' | 'endedAt'>,
  ): Promise<Session> {
    await tx.query(
      `insert into sessions (id, account_id, workspace_id, member_id, prefix, secret_hash, user_agent, address,
                             created_at, last_used_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, now(), now(), now() + interval '${SESSION_DAYS} days')`,
      [
        given.id,
        given.accountId,
        given.workspaceId,
        given.memberId,
        given.prefix,
        given.secretHash,
        given.userAgent,
        given.address,
      ],
    );
    return tx.repository(Session).findOneByOrFail({ id: given.id });
  }

  /** Where a person has a place, the one first at which they were last. */
  places(reader: Reader, accountId: string): Promise<Place[]> {
    return reader.query(
      `select w.id as "workspaceId", w.slug, w.name, m.id as "memberId", m.role
         from members m join workspaces w on w.id = m.workspace_id
         left join lateral (select max(s.last_used_at) as at from sessions s
                             where s.workspace_id = m.workspace_id and s.member_id = m.id) last on true
        where m.account_id = $1 and m.removed_at is null
        order by last.at desc nulls last, w.slug`,
      [accountId],
    );
  }

  async live(reader: Reader, prefix: string, idleDays: number): Promise<Session | null> {
    const [row] = await reader.query<Session>(
      `select ${columns(reader)} from sessions s where prefix = $1 and ${GOOD}
          and exists (select 1 from members m
                       where m.workspace_id = s.workspace_id and m.id = s.member_id and m.removed_at is null)`,
      [prefix, idleDays],
    );
    return row ?? null;
  }

  ofAccount(reader: Reader, accountId: string, idleDays: number): Promise<Session[]> {
    return reader.query(
      `select ${columns(reader)} from sessions where account_id = $1 and ${GOOD} order by last_used_at desc, id`,
      [accountId, idleDays],
    );
  }

  async end(reader: Reader, accountId: string, id: string): Promise<number> {
    const ended = await reader.query(
      'update sessions set ended_at = now() where account_id = $1 and id = $2 and ended_at is null returning 1',
      [accountId, id],
    );
    return ended.length;
  }

  async endAll(tx: Tx, accountId: string): Promise<void> {
    await tx.query('update sessions set ended_at = now() where account_id = $1 and ended_at is null', [
      accountId,
    ]);
  }

  async endOthers(tx: Tx, accountId: string, id: string): Promise<void> {
    await tx.query(
      'update sessions set ended_at = now() where account_id = $1 and id <> $2 and ended_at is null',
      [accountId, id],
    );
  }

  /** Takes away what ended so long ago that nobody asks for it. */
  async prune(reader: Reader, days: number): Promise<void> {
    await reader.query(
      `delete from sessions where least(ended_at, expires_at, last_used_at + interval '${SESSION_DAYS} days')
                                < now() - make_interval(days => $1)`,
      [days],
    );
  }
}

function columns(reader: Reader): string {
  return selectList(reader.repository(Session).metadata);
}
