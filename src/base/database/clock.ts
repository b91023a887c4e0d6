import type { Reader } from './tx.js';

/** What the database's clock says, to the millisecond that is kept: rows are stamped by it, never by a process's own. */
export async function databaseNow(reader: Reader): Promise<Date> {
  const [clock] = await reader.query<{ at: Date }>(
    `select date_trunc('milliseconds', clock_timestamp()) as at`,
  );
  return clock!.at;
}
