import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor, Doer } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { invalidField, notFound, unknownReference } from '../../base/errors/problem.js';
import { type Page, type PageQuery, pageFrom, readCursor } from '../../base/http/pages.js';
import { Events } from '../../record/events/events.service.js';
import { Members } from '../members/members.service.js';
import type { NewApiKey } from './api-key.dto.js';
import { ApiKey } from './api-key.entity.js';
import { API_KEY_CREATED, API_KEY_REVOKED } from './api-key.events.js';
import { type ApiKeyRow, ApiKeysRepository } from './api-keys.repository.js';
import { makeKey } from './secret.js';

@Injectable()
export class ApiKeys {
  private readonly changed = new Set<() => void>();

  constructor(
    private readonly database: Database,
    private readonly repository: ApiKeysRepository,
    private readonly members: Members,
    private readonly events: Events,
  ) {
    members.whenChanged(() => this.tell());
  }

  /** Whoever remembers which keys are good is told here that they may not be any more. */
  whenChanged(listener: () => void): void {
    this.changed.add(listener);
  }

  async create(actor: Actor, given: NewApiKey): Promise<{ row: ApiKeyRow; key: string }> {
    const expiresAt = given.expiresAt ? new Date(given.expiresAt) : null;
    if (expiresAt !== null && expiresAt <= new Date())
      throw invalidField('expiresAt', 'must be in the future');
    return this.database.transaction(async (tx) => {
      const member = await this.members.exists(tx, actor.workspaceId, given.memberId);
      if (member === null) throw unknownReference('memberId', 'member');
      return this.issue(tx, actor, { memberId: member.id, name: given.name, expiresAt });
    });
  }

  /** Makes a key for a member; the only moment at which its secret is known. */
  async issue(
    tx: Tx,
    doer: Doer,
    given: { memberId: string; name: string; expiresAt: Date | null },
  ): Promise<{ row: ApiKeyRow; key: string }> {
    const { key, prefix, hash, lastFour } = makeKey();
    const id = uuid();
    const row = { id, workspaceId: doer.workspaceId, ...given, prefix, secretHash: hash, lastFour };
    await tx.repository(ApiKey).insert(row);
    const { memberId, expiresAt } = given;
    await this.events.append(tx, doer, [
      API_KEY_CREATED.of({ id }, { memberId, prefix, lastFour, expiresAt }),
    ]);
    return { row: (await this.repository.find(tx, id))!, key };
  }

  async list(actor: Actor, query: PageQuery): Promise<Page<ApiKeyRow>> {
    const after = readCursor(query.cursor, ['time', 'id']);
    return pageFrom(
      await this.repository.page(this.database, actor.workspaceId, query.limit, after),
      query.limit,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => row,
    );
  }

  async revoke(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const rows = await tx.query(
        `update api_keys set revoked_at = now() where workspace_id = $1 and id = $2 and revoked_at is null returning 1`,
        [actor.workspaceId, id],
      );
      if (rows.length === 0) throw notFound('API key');
      await this.events.append(tx, actor, [API_KEY_REVOKED.of({ id }, {})]);
      tx.afterCommit(() => this.tell());
    });
  }

  /** Revokes every key of a member. */
  async revokeAllOf(tx: Tx, doer: Doer, memberId: string): Promise<void> {
    const rows = await tx.query<{ id: string }>(
      `update api_keys set revoked_at = now() where workspace_id = $1 and member_id = $2 and revoked_at is null
       returning id`,
      [doer.workspaceId, memberId],
    );
    await this.events.append(
      tx,
      doer,
      rows.map(({ id }) => API_KEY_REVOKED.of({ id }, {})),
    );
    tx.afterCommit(() => this.tell());
  }

  /** Revokes every key of a member, and forgets them: what they were called may tell whose they were. */
  async eraseAllOf(tx: Tx, doer: Doer, memberId: string): Promise<void> {
    await this.revokeAllOf(tx, doer, memberId);
    await tx.query('delete from api_keys where workspace_id = $1 and member_id = $2', [
      doer.workspaceId,
      memberId,
    ]);
  }

  private tell(): void {
    this.changed.forEach((listener) => listener());
  }
}
