import type { Reader } from '../../base/database/tx.js';
import { invalidField } from '../../base/errors/problem.js';

/** Refuses a moment that the database's clock, by which everything is stamped, has not reached. */
export async function expectPast(reader: Reader, asOf: Date): Promise<void> {
  const [clock] = await reader.query<{ ahead: boolean }>(
    'select $1::timestamptz > clock_timestamp() as ahead',
    [asOf],
  );
  if (clock!.ahead) throw invalidField('asOf', 'lies in the future; ask for a moment that has passed');
}
