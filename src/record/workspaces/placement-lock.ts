import type { Tx } from '../../base/database/tx.js';

const NAMESPACE = 7_261_554;

/*
 * Whoever records a statement shares this lock; whoever changes what the rule reads besides statements (where a
 * source stands, which parties are one, the policy) holds it alone. So a change is never stamped between the
 * moment a statement was evaluated and its commit, two re-parentings cannot together make a loop, and no later
 * commit changes the past.
 */
export async function sharePlacements(tx: Tx, workspaceId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock_shared($1, hashtext($2))', [NAMESPACE, workspaceId]);
}

/** Shares the lock, and says when a claim counts from that is entered under it. */
export async function sharePlacementsFrom(tx: Tx, workspaceId: string): Promise<Date> {
  const [row] = await tx.query<{ at: Date }>(
    `with shared as materialized (select pg_advisory_xact_lock_shared($1, hashtext($2)))
     select ${NEXT_MOMENT} as at from shared`,
    [NAMESPACE, workspaceId],
  );
  return row!.at;
}

/** Takes the lock alone and says when the change counts from. */
export async function stampPlacement(tx: Tx, workspaceId: string): Promise<Date> {
  await lockPlacements(tx, workspaceId);
  return placementMoment(tx);
}

export async function lockPlacements(tx: Tx, workspaceId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [NAMESPACE, workspaceId]);
}

/**
 * When a change counts from whose transaction holds the lock alone. Whoever held it before may have been stamped
 * with the millisecond that follows; one millisecond on, the next is later than that stamp too.
 */
export async function placementMoment(tx: Tx): Promise<Date> {
  const [row] = await tx.query<{ at: Date }>(`select ${NEXT_MOMENT} as at from pg_sleep(0.001)`);
  return row!.at;
}

/** When a change counts from that is made now. */
export async function nextMoment(tx: Tx): Promise<Date> {
  const [row] = await tx.query<{ at: Date }>(`select ${NEXT_MOMENT} as at`);
  return row!.at;
}

/**
 * The next whole millisecond of the database's clock. A reader may ask for any moment up to now; a stamp that
 * is rounded up is later than all of them, where one rounded down could fall on a moment already answered for.
 */
export const NEXT_MOMENT = `date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond'`;
