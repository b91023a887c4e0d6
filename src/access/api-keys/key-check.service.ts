import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { Problem, UNAUTHENTICATED } from '../../base/errors/problem.js';
import { ApiKeys } from './api-keys.service.js';
import { prefixOf, proves } from './secret.js';

// A key that another process has revoked works at most this much longer here; one revoked here ends at once.
const REMEMBER_MS = 500;
const REMEMBER_AT_MOST = 10_000;
const USED_EVERY_MS = 60_000;

/** Who a key speaks for, and until when. */
export interface Admission {
  actor: Actor;
  expiresAt: Date | null;
}

interface Known extends Admission {
  prefix: string;
  hash: Buffer;
  readAt: number;
}

interface KeyRow extends Actor {
  keyId: string;
  hash: Buffer;
  expiresAt: Date | null;
}

/** Finds out who a key speaks for. */
@Injectable()
export class KeyCheck {
  private readonly logger = new Logger(KeyCheck.name);
  private changes = 0;
  private readonly known = new Map<string, Known>();
  private readonly used = new Map<string, number>();

  constructor(
    private readonly database: Database,
    keys: ApiKeys,
  ) {
    keys.whenChanged(() => {
      this.changes += 1;
      this.known.clear();
    });
  }

  async admit(authorization: string | undefined): Promise<{ actor: Actor; stands: () => boolean }> {
    const { prefix, actor } = await this.check(authorization, REMEMBER_MS);
    return { actor, stands: () => this.stands(prefix, actor) };
  }

  /** As the rows say now, whatever was remembered: for whoever has reason to think that something has changed. */
  async anew(authorization: string | undefined): Promise<Admission> {
    const { actor, expiresAt } = await this.check(authorization, 0);
    return { actor, expiresAt };
  }

  /** Whether a key that was proven before is known, without asking, to be good for the same. */
  private stands(prefix: string, { memberId, role }: Actor): boolean {
    const known = this.known.get(prefix);
    return (
      known !== undefined &&
      performance.now() - known.readAt < REMEMBER_MS &&
      known.actor.memberId === memberId &&
      known.actor.role === role &&
      (known.expiresAt === null || known.expiresAt.getTime() > Date.now())
    );
  }

  private async check(authorization: string | undefined, rememberMs: number): Promise<Known> {
    const key = /^Bearer ([^\s]+)$/i.exec(authorization ?? '')?.[1];
    if (key === undefined) {
      throw new Problem(UNAUTHENTICATED, 'Send your API key as: Authorization: Bearer <key>.');
    }
    const prefix = prefixOf(key);
    const known = prefix === null ? undefined : await this.lookUp(prefix, rememberMs);
    if (known === undefined || !proves(key, known.hash)) {
      throw new Problem(
        UNAUTHENTICATED,
        'This API key does not exist or was revoked. Ask an admin for a new one.',
      );
    }
    if (known.expiresAt !== null && known.expiresAt <= new Date()) {
      throw new Problem(UNAUTHENTICATED, 'This API key has expired. Ask an admin for a new one.');
    }
    return known;
  }

  private async lookUp(prefix: string, rememberMs: number): Promise<Known | undefined> {
    const known = this.known.get(prefix);
    if (known !== undefined && performance.now() - known.readAt < rememberMs) return known;
    const readAt = performance.now();
    const changes = this.changes;
    const [row] = await this.database.query<KeyRow>(
      `select k.id as "keyId", k.secret_hash as hash, k.expires_at as "expiresAt", m.workspace_id as "workspaceId",
              m.id as "memberId", m.role, m.name, m.languages, m.skills
         from api_keys k join members m on m.workspace_id = k.workspace_id and m.id = k.member_id
        where k.prefix = $1 and k.revoked_at is null and m.removed_at is null`,
      [prefix],
    );
    if (row === undefined) return undefined;
    const { keyId, hash, expiresAt, ...actor } = row;
    this.markUsed(keyId);
    if (this.known.size >= REMEMBER_AT_MOST) this.known.clear();
    const fresh = { prefix, actor, hash, expiresAt, readAt };
    // What was read while this process revoked something may be older than that; it is not kept.
    if (changes === this.changes) this.known.set(prefix, fresh);
    return fresh;
  }

  private markUsed(keyId: string): void {
    const now = Date.now();
    if (now - (this.used.get(keyId) ?? 0) < USED_EVERY_MS) return;
    this.used.set(keyId, now);
    this.database
      .query('update api_keys set last_used_at = now() where id = $1', [keyId])
      .catch((error: Error) => this.logger.warn(`the last use of a key was not noted: ${error.message}`));
  }
}
