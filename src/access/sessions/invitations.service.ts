import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type Actor, type Doer, system } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { notFound, Problem } from '../../base/errors/problem.js';
import { Events } from '../../record/events/events.service.js';
import { Accounts } from '../accounts/accounts.service.js';
import { digest, makeKey } from '../api-keys/secret.js';
import { Members } from '../members/members.service.js';
import { Invitation } from './session.entity.js';
import { ACCOUNT_HAS_PASSWORD, INVITATION_UNKNOWN, MEMBER_NO_PERSON } from './session.errors.js';
import { MEMBER_INVITED } from './session.events.js';
import { INVITATION_DAYS } from './session.rules.js';
import type { Place } from './sessions.repository.js';
import { type Opened, Sessions, type Visitor } from './sessions.service.js';

export interface Invited {
  /** The only moment at which it is known. */
  secret: string;
  expiresAt: Date;
}

const DAY_MS = 24 * 3600 * 1000;

function unknown(): Problem {
  return new Problem(
    INVITATION_UNKNOWN,
    'It was used, replaced or is older than a week. Ask an admin of your workspace for a new one.',
  );
}

/** Lets persons who were admitted choose a password. Who has one keeps it: no admin of one workspace can change it. */
@Injectable()
export class Invitations {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly events: Events,
  ) {}

  /** A link that is good once, in place of any before. */
  async invite(actor: Actor, memberId: string): Promise<Invited> {
    return this.database.transaction(async (tx) => {
      const { workspaceId } = actor;
      const member = await this.members.exists(tx, workspaceId, memberId);
      if (member === null) throw notFound('member');
      if (member.accountId === null)
        throw new Problem(MEMBER_NO_PERSON, 'Give this program an API key instead.');
      if ((await this.accounts.find(tx, member.accountId))!.passwordHash !== null)
        throw new Problem(ACCOUNT_HAS_PASSWORD, 'They can sign in here with it; nothing has to be sent.');
      return this.make(tx, actor, memberId);
    });
  }

  /**
   * For whoever lost their password: takes it away, ends their sessions, and answers a link to choose another. Only
   * whoever runs the server may do so, as it is the password of every workspace in which the person has a place. Null
   * when there is no such person.
   */
  async replacePassword(email: string): Promise<Invited | null> {
    return this.database.transaction(async (tx) => {
      const account = await this.accounts.byEmail(tx, email);
      const [place] = account === null ? [] : await this.sessions.placesOf(tx, account.id);
      if (account === null || place === undefined) return null;
      await this.accounts.forgetPassword(tx, account.id);
      await this.sessions.endAll(tx, account.id);
      return this.make(tx, system(place.workspaceId), place.memberId);
    });
  }

  private async make(tx: Tx, doer: Doer, memberId: string): Promise<Invited> {
    const { workspaceId } = doer;
    const { key: secret, hash: secretHash } = makeKey('sn');
    const [createdAt, expiresAt] = [new Date(), new Date(Date.now() + INVITATION_DAYS * DAY_MS)];
    const given = { id: uuid(), workspaceId, memberId, secretHash, createdAt, expiresAt };
    await tx.query('delete from invitations where workspace_id = $1 and member_id = $2', [
      workspaceId,
      memberId,
    ]);
    await tx.repository(Invitation).insert({ ...given, createdBy: doer.memberId });
    await this.events.append(tx, doer, [MEMBER_INVITED.of({ id: memberId }, { expiresAt })]);
    return { secret, expiresAt };
  }

  /** Takes the password and signs in. A password that is refused leaves the invitation good. */
  async accept(given: { token: string; password: string }, visitor: Visitor): Promise<Opened> {
    const [invited] = await this.database.query<Place & { accountId: string }>(
      `select i.workspace_id as "workspaceId", i.member_id as "memberId", m.account_id as "accountId"
         from invitations i join members m on m.workspace_id = i.workspace_id and m.id = i.member_id
        where i.secret_hash = $1 and i.expires_at > now() and m.removed_at is null`,
      [digest(given.token)],
    );
    if (invited === undefined) throw unknown();
    const account = (await this.accounts.find(this.database, invited.accountId))!;
    const passwordHash = await this.sessions.digestOfGood(account, given.password);
    return this.database.transaction(async (tx) => {
      const used = await tx.query('delete from invitations where secret_hash = $1 returning 1', [
        digest(given.token),
      ]);
      if (used.length === 0) throw unknown();
      if (!(await this.accounts.setFirstPassword(tx, account.id, passwordHash)))
        throw new Problem(ACCOUNT_HAS_PASSWORD, 'Sign in with the password that you have.');
      return this.sessions.open(tx, account.id, invited, visitor);
    });
  }
}
