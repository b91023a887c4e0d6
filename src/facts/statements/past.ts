import type { Reader } from '../../base/database/tx.js';
import { invalidField, NOT_FOUND, Problem } from '../../base/errors/problem.js';

/**
 * Refuses a moment that the database's clock, by which everything is stamped, has not reached. Of the present
 * millisecond it waits for the end: until then a writer that comes next could be stamped with it.
 */
export async function expectPast(reader: Reader, asOf: Date): Promise<void> {
  const [clock] = await reader.query<{ ahead: boolean }>(
    `select asked.at > clock.now as ahead,
            pg_sleep(case when asked.at <= clock.now
                          then extract(epoch from asked.at + interval '1 millisecond' - clock.now) else 0 end)
       from (select $1::timestamptz as at) asked, (select clock_timestamp() as now offset 0) clock`,
    [asOf],
  );
  if (clock!.ahead) throw invalidField('asOf', 'lies in the future; ask for a moment that has passed');
}

/** Of a moment before a claim was entered there is nothing to say of it. */
export function notEntered(createdAt: Date): Problem {
  return new Problem(
    NOT_FOUND,
    `There was no such claim at that moment: it was entered at ${createdAt.toISOString()}. Ask for a moment since then.`,
  );
}
