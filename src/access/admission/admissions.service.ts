import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { Problem, UNAUTHENTICATED } from '../../base/errors/problem.js';
import { ApiKeys } from '../api-keys/api-keys.service.js';
import { prefixOf, proves, type SecretKind } from '../api-keys/secret.js';
import { IDLE_DAYS } from '../sessions/session.rules.js';
import { Sessions } from '../sessions/sessions.service.js';

// A key that another process has revoked works at most this much longer here; one revoked here ends at once.
const REMEMBER_MS = 500;
const REMEMBER_AT_MOST = 10_000;
const USED_EVERY_MS = 60_000;

/** Who a credential speaks for, and until when. */
export interface Admission {
  actor: Actor;
  expiresAt: Date | null;
}

interface Known extends Admission {
  prefix: string;
  hash: Buffer;
  readAt: number;
}

interface CredentialRow extends Actor {
  id: string;
  hash: Buffer;
  expiresAt: Date | null;
}

interface Scheme {
  kind: SecretKind;
  /** Finds the row of a prefix, and who it speaks for. */
  find: string;
  /** Notes that it was used. */
  use: string;
  unknown: string;
  expired: string;
}

const SPEAKS_FOR = `m.workspace_id as "workspaceId", m.id as "memberId", m.role, m.name, m.languages, m.skills`;

/** By the first word of a credential. */
const SCHEMES: Record<string, Scheme> = {
  bearer: {
    kind: 'ss',
    find: `select k.id, k.secret_hash as hash, k.expires_at as "expiresAt", ${SPEAKS_FOR}
             from api_keys k join members m on m.workspace_id = k.workspace_id and m.id = k.member_id
            where k.prefix = $1 and k.revoked_at is null and m.removed_at is null`,
    use: 'update api_keys set last_used_at = now() where id = $1',
    unknown: 'This API key does not exist or was revoked. Ask an admin for a new one.',
    expired: 'This API key has expired. Ask an admin for a new one.',
  },
  session: {
    kind: 'sn',
    find: `select s.id, s.secret_hash as hash, s.expires_at as "expiresAt", ${SPEAKS_FOR}
             from sessions s join members m on m.workspace_id = s.workspace_id and m.id = s.member_id
            where s.prefix = $1 and s.ended_at is null and m.removed_at is null
              and s.last_used_at > now() - interval '${IDLE_DAYS} days'`,
    use: 'update sessions set last_used_at = now() where id = $1',
    unknown: 'Your session has ended. Sign in again.',
    expired: 'Your session has ended. Sign in again.',
  },
};

/** Finds out who a request speaks for. */
@Injectable()
export class Admissions {
  private readonly logger = new Logger(Admissions.name);
  private changes = 0;
  private readonly known = new Map<string, Known>();
  private readonly used = new Map<string, number>();
  private readonly changed = new Set<() => void>();

  constructor(
    private readonly database: Database,
    keys: ApiKeys,
    sessions: Sessions,
  ) {
    const forget = () => {
      this.changes += 1;
      this.known.clear();
      this.changed.forEach((listener) => listener());
    };
    keys.whenChanged(forget);
    sessions.whenChanged(forget);
  }

  /** Whoever goes on serving somebody who was admitted once is told here that they may not be any more. */
  whenChanged(listener: () => void): void {
    this.changed.add(listener);
  }

  async admit(credential: string | undefined): Promise<{ actor: Actor; stands: () => boolean }> {
    const { prefix, actor } = await this.check(credential, REMEMBER_MS);
    return { actor, stands: () => this.stands(prefix, actor) };
  }

  /** As the rows say now, whatever was remembered: for whoever has reason to think that something has changed. */
  async anew(credential: string | undefined): Promise<Admission> {
    const { actor, expiresAt } = await this.check(credential, 0);
    return { actor, expiresAt };
  }

  /** Whether a credential that was proven before is known, without asking, to be good for the same. */
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

  private async check(credential: string | undefined, rememberMs: number): Promise<Known> {
    const [, word = '', secret = ''] = /^(\S+) (\S+)$/.exec(credential ?? '') ?? [];
    const scheme = SCHEMES[word.toLowerCase()];
    if (scheme === undefined) {
      throw new Problem(UNAUTHENTICATED, 'Send your API key as: Authorization: Bearer <key>.');
    }
    const prefix = prefixOf(secret, scheme.kind);
    const known = prefix === null ? undefined : await this.lookUp(scheme, prefix, rememberMs);
    if (known === undefined || !proves(secret, known.hash)) {
      throw new Problem(UNAUTHENTICATED, scheme.unknown);
    }
    if (known.expiresAt !== null && known.expiresAt <= new Date()) {
      throw new Problem(UNAUTHENTICATED, scheme.expired);
    }
    return known;
  }

  private async lookUp(scheme: Scheme, prefix: string, rememberMs: number): Promise<Known | undefined> {
    const known = this.known.get(prefix);
    if (known !== undefined && performance.now() - known.readAt < rememberMs) return known;
    const readAt = performance.now();
    const changes = this.changes;
    const [row] = await this.database.query<CredentialRow>(scheme.find, [prefix]);
    if (row === undefined) return undefined;
    const { id, hash, expiresAt, ...actor } = row;
    this.markUsed(scheme, id);
    if (this.known.size >= REMEMBER_AT_MOST) this.known.clear();
    const fresh = { prefix, actor, hash, expiresAt, readAt };
    // What was read while this process revoked something may be older than that; it is not kept.
    if (changes === this.changes) this.known.set(prefix, fresh);
    return fresh;
  }

  private markUsed({ use }: Scheme, id: string): void {
    const now = Date.now();
    if (now - (this.used.get(id) ?? 0) < USED_EVERY_MS) return;
    this.used.set(id, now);
    this.database
      .query(use, [id])
      .catch((error: Error) =>
        this.logger.warn(`the last use of a credential was not noted: ${error.message}`),
      );
  }
}
