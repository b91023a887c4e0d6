import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Database } from '../../base/database/database.service.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import { invalidField, notFound } from '../../base/errors/problem.js';
import { normalise } from '../../base/text/normalise.js';
import type { Account } from '../accounts/account.entity.js';
import { Accounts } from '../accounts/accounts.service.js';
import { digestOf, faultOf, isPassword } from '../accounts/passwords.js';
import { makeKey, prefixOf, proves } from '../api-keys/secret.js';
import { notSignedIn, refused, throttled } from './session.errors.js';
import { FREE_TRIES, IDLE_DAYS, SESSION_DAYS } from './session.rules.js';
import type { Session } from './session.entity.js';
import { type Place, SessionsRepository } from './sessions.repository.js';
import { ThrottleRepository } from './throttle.repository.js';

/** What a request says of where it comes from. */
export interface Visitor {
  address: string;
  userAgent: string | null;
}

export interface Opened {
  session: Session;
  /** The only moment at which it is known. */
  secret: string;
}

/** Persons who are signed in. */
@Injectable()
export class Sessions {
  private readonly changed = new Set<() => void>();

  constructor(
    private readonly database: Database,
    private readonly repository: SessionsRepository,
    private readonly throttle: ThrottleRepository,
    private readonly accounts: Accounts,
  ) {}

  /** Whoever remembers which sessions are good is told here that they may not be any more. */
  whenChanged(listener: () => void): void {
    this.changed.add(listener);
  }

  /** Signs in at the workspace named, or where the person was last. */
  async signIn(
    { email, password, workspace }: { email: string; password: string; workspace?: string },
    visitor: Visitor,
  ): Promise<Opened> {
    const [account, address] = [`account:${normalise(email)}`, `address:${visitor.address}`];
    await this.expectPatience(address, FREE_TRIES.address);
    await this.expectPatience(account, FREE_TRIES.account);
    const known = await this.accounts.byEmail(this.database, email);
    if (!(await isPassword(password, known?.passwordHash ?? null))) throw refused();
    await this.throttle.forgive(this.database, account, true);
    await this.throttle.forgive(this.database, address, false);
    const places = await this.repository.places(this.database, known!.id);
    const place = workspace === undefined ? places[0] : places.find(({ slug }) => slug === workspace);
    if (place === undefined) throw refused();
    return this.database.transaction((tx) => this.open(tx, known!.id, place, visitor));
  }

  async open(
    tx: Tx,
    accountId: string,
    place: Pick<Place, 'workspaceId' | 'memberId'>,
    visitor: Visitor,
  ): Promise<Opened> {
    const { key, prefix, hash } = makeKey('sn');
    const { workspaceId, memberId } = place;
    const { address, userAgent } = visitor;
    const given = {
      id: uuid(),
      accountId,
      workspaceId,
      memberId,
      prefix,
      secretHash: hash,
      address,
      userAgent,
    };
    return { session: await this.repository.insert(tx, given), secret: key };
  }

  /** The session that a credential is of. */
  async current(credential: string | undefined): Promise<Session> {
    const secret = /^Session (\S+)$/.exec(credential ?? '')?.[1];
    const prefix = secret === undefined ? null : prefixOf(secret, 'sn');
    const session = prefix === null ? null : await this.repository.live(this.database, prefix, IDLE_DAYS);
    if (session === null || !proves(secret!, session.secretHash)) throw notSignedIn();
    return session;
  }

  places(session: Session): Promise<Place[]> {
    return this.placesOf(this.database, session.accountId);
  }

  /** Where a person has a place, the one first at which they were last. */
  placesOf(reader: Reader, accountId: string): Promise<Place[]> {
    return this.repository.places(reader, accountId);
  }

  /** Signs a person out everywhere. */
  async endAll(tx: Tx, accountId: string): Promise<void> {
    await this.repository.endAll(tx, accountId);
    tx.afterCommit(() => this.tell());
  }

  /** All that are good of whoever has this one, the one used last first. */
  list({ accountId }: Session): Promise<Session[]> {
    return this.repository.ofAccount(this.database, accountId, IDLE_DAYS);
  }

  async end({ accountId }: Session, id: string): Promise<void> {
    if ((await this.repository.end(this.database, accountId, id)) === 0) throw notFound('session');
    this.tell();
  }

  /** Goes on at another place of the same person; the session before ends. */
  async move(session: Session, workspaceId: string, visitor: Visitor): Promise<Opened> {
    const place = (await this.places(session)).find((one) => one.workspaceId === workspaceId);
    if (place === undefined)
      throw invalidField('workspaceId', 'must be a workspace in which you have a place');
    const opened = await this.database.transaction(async (tx) => {
      await this.repository.end(tx, session.accountId, session.id);
      return this.open(tx, session.accountId, place, visitor);
    });
    this.tell();
    return opened;
  }

  /** Every other session of the person ends with the old password. */
  async changePassword(session: Session, given: { current: string; password: string }): Promise<void> {
    const subject = `account:${session.accountId}`;
    await this.expectPatience(subject, FREE_TRIES.account);
    const account = (await this.accounts.find(this.database, session.accountId))!;
    if (!(await isPassword(given.current, account.passwordHash)))
      throw invalidField('current', 'must be the password that you have now');
    await this.throttle.forgive(this.database, subject, true);
    const digest = await this.digestOfGood(account, given.password);
    await this.database.transaction(async (tx) => {
      await this.accounts.setPassword(tx, account.id, digest);
      await this.repository.endOthers(tx, account.id, session.id);
    });
    this.tell();
  }

  /** The digest of a new password; refuses one that is easily guessed. */
  async digestOfGood({ email }: Account, password: string): Promise<string> {
    const fault = await faultOf(password, [email]);
    if (fault !== null) throw invalidField('password', fault);
    return digestOf(password);
  }

  /** Takes away what nobody asks for any more: sessions that ended long ago, and tries that are forgotten. */
  async prune(): Promise<void> {
    await this.repository.prune(this.database, SESSION_DAYS);
    await this.throttle.forget(this.database);
  }

  private async expectPatience(subject: string, free: number): Promise<void> {
    const seconds = await this.throttle.take(this.database, subject, free);
    if (seconds !== null) throw throttled(seconds);
  }

  private tell(): void {
    this.changed.forEach((listener) => listener());
  }
}
