import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Tx } from '../../base/database/tx.js';
import { normalise } from '../../base/text/normalise.js';

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

  /** Nobody may have a place by it any more. */
  async delete(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from accounts where id = $1', [id]);
  }
}
