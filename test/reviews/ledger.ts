import type { Client, Json } from '../setup/workspace.js';
import { idOf, sql } from './reviewing.js';

export interface Line {
  entry: string;
  at: Date;
  assignmentId: string;
  slotId: string;
  queueId: string;
  memberId: string;
  openedAt: Date;
}

/** The whole ledger of a client's workspace, with the opening of the round that each line is about. */
export async function ledgerOf(by: Client): Promise<Line[]> {
  return sql<Line>(
    by.desk,
    `select l.entry, l.at, l.assignment_id as "assignmentId", a.slot_id as "slotId", a.queue_id as "queueId",
            a.member_id as "memberId", r.opened_at as "openedAt"
       from assignment_ledger l join assignments a on a.id = l.assignment_id join rounds r on r.id = a.round_id
      where l.workspace_id = (select workspace_id from members where id = $1) order by l.id`,
    [await idOf(by)],
  );
}

/** By hand: from the opening of the round to the first lease of each slot. */
export function secondsToClaim(ledger: Line[]): number[] {
  const first = new Map<string, Line>();
  for (const line of ledger.filter(({ entry }) => entry === 'leased')) {
    const known = first.get(line.slotId);
    if (known === undefined || line.at < known.at) first.set(line.slotId, line);
  }
  return [...first.values()].map(({ at, openedAt }) => (at.getTime() - openedAt.getTime()) / 1000);
}

/** By hand: from the lease of a turn to the decision that ended it. */
export function secondsToDecision(ledger: Line[]): number[] {
  return ledger
    .filter(({ entry }) => entry === 'submitted')
    .map(({ at, assignmentId }) => {
      const lease = ledger.find((line) => line.assignmentId === assignmentId && line.entry === 'leased')!;
      return (at.getTime() - lease.at.getTime()) / 1000;
    });
}

/** By hand: what the API says of such a list of seconds. */
export function timesOf(seconds: number[]): Json {
  return {
    count: seconds.length,
    medianSeconds: percentile(seconds, 0.5),
    p90Seconds: percentile(seconds, 0.9),
  };
}

/** Between the two values around the place, in proportion; a double may be half a millisecond off. */
function percentile(seconds: number[], part: number): unknown {
  if (seconds.length === 0) return null;
  const sorted = [...seconds].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return expect.closeTo(below + (above - below) * (place - Math.floor(place)), 2.9);
}

/**
 * Adds decided turns to the past of a queue, one an hour: opened, leased after so many seconds, decided after so many
 * more. They are written as rows, as nobody waits for hours in a test.
 */
export async function pastTurns(by: Client, claims: string[], turns: [number, number][]): Promise<void> {
  const given = turns.map(([toClaim, toDecision], i) => ({
    claim_id: claims[i],
    n: i + 1,
    toClaim,
    toDecision,
  }));
  await sql(
    by.desk,
    `with given as materialized (
       select g.*, s.id as slot_id, s.round_id, s.workspace_id, s.queue_id, gen_random_uuid() as turn,
              date_trunc('milliseconds', now()) - make_interval(hours => 2 * g.n) as opened
         from jsonb_to_recordset($1::jsonb) g(claim_id uuid, n int, "toClaim" float8, "toDecision" float8)
         join slots s on s.claim_id = g.claim_id
     ), rounds_moved as (
       update rounds set opened_at = opened, state = 'settled', closed_at = now() from given where id = round_id
     ), slots_done as (
       update slots set state = 'done', token = 1 from given where id = slot_id
     ), turns_made as (
       insert into assignments (id, workspace_id, slot_id, round_id, claim_id, queue_id, member_id, state, token,
                                opened_at, expires_at, ended_at)
       select turn, workspace_id, slot_id, round_id, claim_id, queue_id, $2, 'submitted', 1, opened, opened, opened
         from given
       returning id
     )
     insert into assignment_ledger (workspace_id, assignment_id, entry, at)
     select workspace_id, turn, entry, at from given, turns_made,
       lateral (values ('leased', opened + make_interval(secs => "toClaim")),
                       ('renewed', opened + make_interval(secs => "toClaim" + 1)),
                       ('submitted', opened + make_interval(secs => "toClaim" + "toDecision"))) line(entry, at)
      where turns_made.id = turn`,
    [JSON.stringify(given), await idOf(by)],
  );
}
