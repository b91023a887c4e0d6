import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Reader, Tx } from '../../base/database/tx.js';
import { normalise } from '../../base/text/normalise.js';
import { Account } from './account.entity.js';

@Injectable()
export class Accounts {
  /** The account of an address; a new one when there is none. Answers the same in a race. */
  async findOrCreate(tx: Tx, email: string): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `insert into accounts (id, email, email_key) values ($1, $2, $3)
       on conflict (email_key) do update set email_key = excluded.email_key returning id`,
      [uuid(), email, normalise(email)],
    );
    return row!.id;
  }

  async byEmail(reader: Reader, email: string): Promise<Account | null> {
    return reader.repository(Account).findOneBy({ emailKey: normalise(email) });
  }

  find(reader: Reader, id: string): Promise<Account | null> {
    return reader.repository(Account).findOneBy({ id });
  }

  /** Whether anybody can sign in. */
  async anyWithPassword(reader: Reader): Promise<boolean> {
    return reader.repository(Account).existsBy({ passwordHash: Not(IsNull()) });
  }

  /** Answers whether they had none before. */
  async setFirstPassword(tx: Tx, id: string, passwordHash: string): Promise<boolean> {
    const set = await tx.query(
      `update accounts set password_hash = $2, password_set_at = now() where id = $1 and password_hash is null
       returning 1`,
      [id, passwordHash],
    );
    return set.length > 0;
  }

  async forgetPassword(tx: Tx, id: string): Promise<void> {
    await tx.query('update accounts set password_hash = null, password_set_at = null where id = $1', [id]);
  }

  async setPassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
    await tx.query('update accounts set password_hash = $2, password_set_at = now() where id = $1', [
      id,
      passwordHash,
    ]);
  }

  /** Nobody may have a place by it any more. */
  async delete(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from accounts where id = $1', [id]);
  }
}
