import { Injectable } from '@nestjs/common';
import type { Reader } from '../../base/database/tx.js';
import { FORGOTTEN_AFTER_MINUTES, LONGEST_WAIT_S } from './session.rules.js';

const WAIT = `case when t.tries <= $2 then 0 else least(${LONGEST_WAIT_S}, 2 ^ least(t.tries - $2, 20)) end`;
const NEXT_AT = `t.last_at + make_interval(secs => ${WAIT})`;

@Injectable()
export class ThrottleRepository {
  /**
   * Counts a try, of which `free` cost nothing. Counted before it is known how it ends, so that those made at the same
   * time count too. Answers the seconds to wait when it comes too early; then it does not count.
   */
  async take(reader: Reader, subject: string, free: number): Promise<number | null> {
    const taken = await reader.query(
      `insert into sign_in_tries as t (subject, tries, last_at) values ($1, 1, clock_timestamp())
       on conflict (subject) do update set last_at = clock_timestamp(),
         tries = case when t.last_at < clock_timestamp() - interval '${FORGOTTEN_AFTER_MINUTES} minutes' then 1
                      else t.tries + 1 end
        where ${NEXT_AT} <= clock_timestamp()
       returning 1`,
      [subject, free],
    );
    if (taken.length > 0) return null;
    const [row] = await reader.query<{ seconds: number }>(
      `select ceil(extract(epoch from ${NEXT_AT} - clock_timestamp()))::int as seconds
         from sign_in_tries t where t.subject = $1`,
      [subject, free],
    );
    return Math.max(row?.seconds ?? 1, 1);
  }

  /** It was the right one: this try, or all of them, are none to be wary of. */
  async forgive(reader: Reader, subject: string, all: boolean): Promise<void> {
    await reader.query(
      all
        ? 'delete from sign_in_tries where subject = $1'
        : 'update sign_in_tries set tries = tries - 1 where subject = $1 and tries > 0',
      [subject],
    );
  }

  async forget(reader: Reader): Promise<void> {
    await reader.query(
      `delete from sign_in_tries where last_at < clock_timestamp() - interval '${FORGOTTEN_AFTER_MINUTES} minutes'`,
    );
  }
}
