import type { Reader } from '../../base/database/tx.js';
import { invalidField, NOT_FOUND, Problem } from '../../base/errors/problem.js';

/** Refuses a moment that the database's clock, by which everything is stamped, has not reached. */
export async function expectPast(reader: Reader, asOf: Date): Promise<void> {
  const [clock] = await reader.query<{ ahead: boolean }>(
    'select $1::timestamptz > clock_timestamp() as ahead',
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
