import type { Client } from '../setup/workspace.js';
import { idOf, manyQueued, sql } from './reviewing.js';

export interface GivenRounds {
  queueId?: string;
  state?: 'open' | 'disagreed' | 'settled' | 'cancelled';
  closedAt?: string;
}

/**
 * Rounds in which each reviewer has decided as their line says, one word per round; "." is no decision. They are
 * written as rows: what is asked of them is counting, not how they came to be.
 */
export async function decidedRounds(
  by: Client,
  lines: [Client, string][],
  { queueId, state = 'settled', closedAt = '2024-10-24T10:00:00Z' }: GivenRounds = {},
): Promise<void> {
  const rows = await Promise.all(
    lines.map(async ([client, line]) => ({ memberId: await idOf(client), ratings: line.split(' ') })),
  );
  const claims = await manyQueued(by, rows[0]!.ratings.length, { queueId });
  const given = rows.flatMap(({ memberId, ratings }) =>
    ratings.map((rating, i) => ({
      claim_id: claims[i],
      member_id: memberId,
      rating: WORDS[rating] ?? rating,
    })),
  );
  await sql(
    by.desk,
    `with given as materialized (
       select g.*, r.id as round_id, r.workspace_id, r.queue_id, r.needs_id, gen_random_uuid() as slot, gen_random_uuid() as turn,
              row_number() over (partition by g.claim_id) as n
         from jsonb_to_recordset($1::jsonb) g(claim_id uuid, member_id uuid, rating text)
         join rounds r on r.claim_id = g.claim_id where g.rating <> '.'
     ), slots_made as (
       insert into slots (id, workspace_id, round_id, claim_id, queue_id, needs_id, number, state, mode, rank,
                          entered_by, token)
       select slot, workspace_id, round_id, claim_id, queue_id, needs_id, n + 1, 'done', 'pull', now(), member_id, 1 from given
     ), turns_made as (
       insert into assignments (id, workspace_id, slot_id, round_id, claim_id, queue_id, member_id, state, token,
                                opened_at, expires_at, ended_at)
       select turn, workspace_id, slot, round_id, claim_id, queue_id, member_id, 'submitted', 1, now(), now(), now()
         from given
     )
     insert into decisions (id, workspace_id, round_id, slot_id, assignment_id, claim_id, member_id, rating, confidence,
                            rationale, decided_at)
     select gen_random_uuid(), workspace_id, round_id, slot, turn, claim_id, member_id, rating, 'high', 'because', now()
       from given`,
    [JSON.stringify(given)],
  );
  await sql(
    by.desk,
    `update rounds set state = $2, reviews = 5, blind = true,
            closed_at = case when $2 in ('open', 'disagreed') then null else $3::timestamptz end
      where claim_id = any($1)`,
    [claims, state, closedAt],
  );
}

/** The published tables number their values; here they are the ratings of the scale. */
const WORDS: Record<string, string> = {
  1: 'false',
  2: 'mostly_false',
  3: 'mixed',
  4: 'mostly_true',
  5: 'true',
};
