import { Injectable } from '@nestjs/common';
import { digestOf, faultOf } from '../../access/accounts/passwords.js';
import { Accounts } from '../../access/accounts/accounts.service.js';
import { digest, makeKey } from '../../access/api-keys/secret.js';
import { Members } from '../../access/members/members.service.js';
import { type Opened, Sessions, type Visitor } from '../../access/sessions/sessions.service.js';
import { Database } from '../../base/database/database.service.js';
import { invalidField, Problem } from '../../base/errors/problem.js';
import type { SetupGiven } from './setup.dto.js';
import { SETUP_CODE_UNKNOWN, SETUP_DONE } from './setup.errors.js';
import { WorkspaceOpening } from './workspace-opening.service.js';

export const CODE_HOURS = 24;

/** The first run: nobody can sign in yet, and whoever runs the server makes the first admin. */
@Injectable()
export class Setup {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly members: Members,
    private readonly sessions: Sessions,
    private readonly opening: WorkspaceOpening,
  ) {}

  async isNeeded(): Promise<boolean> {
    return !(await this.accounts.anyWithPassword(this.database));
  }

  /** A code that is good once, for a day; null when it is set up already. */
  async code(): Promise<string | null> {
    if (!(await this.isNeeded())) return null;
    const { key, hash } = makeKey('su');
    await this.database.query(
      `with gone as (delete from setup_codes where expires_at < now())
       insert into setup_codes (secret_hash, expires_at) values ($1, now() + make_interval(hours => $2))`,
      [hash, CODE_HOURS],
    );
    return key;
  }

  /** Opens the workspace, makes its first admin and signs them in. What is refused leaves the code good. */
  async setUp(given: SetupGiven, visitor: Visitor): Promise<Opened> {
    const { email, name, password, workspace: wanted } = given;
    // Before any work: a digest is made only for who has a code.
    await this.expectCode(given.code);
    const fault = await faultOf(password, [email, wanted.name]);
    if (fault !== null) throw invalidField('password', fault);
    const passwordHash = await digestOf(password);
    return this.database.transaction(async (tx) => {
      // One at a time, whatever codes they have.
      await tx.query(`select pg_advisory_xact_lock(hashtext('setup'))`);
      if (await this.accounts.anyWithPassword(tx)) throw done();
      await tx.query('delete from setup_codes');
      const { id: workspaceId } = await this.opening.findOrOpen(tx, wanted.slug, wanted.name);
      const { id: memberId, accountId } = await this.members.findOrAdmitPerson(tx, workspaceId, {
        email,
        name,
        role: 'admin',
      });
      await this.accounts.setFirstPassword(tx, accountId!, passwordHash);
      return this.sessions.open(tx, accountId!, { workspaceId, memberId }, visitor);
    });
  }

  private async expectCode(code: string): Promise<void> {
    const known = await this.database.query(
      'select 1 from setup_codes where secret_hash = $1 and expires_at > now()',
      [digest(code)],
    );
    // Asked for second: whoever sets up meanwhile takes the codes away, and then it is done, not unknown.
    if (!(await this.isNeeded())) throw done();
    if (known.length === 0)
      throw new Problem(
        SETUP_CODE_UNKNOWN,
        'A code is good for a day. `second-source setup` prints a new one.',
      );
  }
}

function done(): Problem {
  return new Problem(SETUP_DONE, 'Sign in, or ask an admin for an invitation.');
}
