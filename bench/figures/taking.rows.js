/*
 * $1 queues, $2 reviewers, $3 languages, $4 skills, $5 how many leases one may have at once. Each reviewer may not be
 * given one in twenty of the slots at the head, for each reason there is in turn: entered by them, a statement of theirs,
 * declined, given back. A claim's two slots share its reasons.
 */
const HEAD = `
  select claim_id, round_id, n % 10 as kind, ($2::uuid[])[1 + n / 10 % cardinality($2::uuid[])] as member_id
    from (select claim_id, round_id, (row_number() over (partition by queue_id order by rank, claim_id))::int as n
            from slots where queue_id = any ($1::uuid[]) and state = 'waiting' and number = 1
           order by rank limit 20000) numbered`;
const TURN = (kind, state, reason) => `
  insert into assignments (id, workspace_id, slot_id, round_id, claim_id, queue_id, member_id, state, token, opened_at,
                           expires_at, ended_at, decline_reason)
  select uuidv7(), s.workspace_id, s.id, s.round_id, s.claim_id, s.queue_id, h.member_id, '${state}', 1,
         now() - interval '1 hour', now() - interval '45 minutes', now() - interval '50 minutes', ${reason}
    from (${HEAD}) h join slots s on s.round_id = h.round_id and s.number = 1 where h.kind = ${kind}`;
const NOTE = (kind, column) => `
  update slots s set ${column} = with_member(s.${column}, h.member_id)
    from (${HEAD}) h where h.kind = ${kind} and s.round_id = h.round_id`;

export const ALL_FILTERS = [
  `update slots s set entered_by = h.member_id, authors = array[h.member_id]
     from (${HEAD}) h where h.kind = 0 and s.round_id = h.round_id`,
  `insert into statements
   select (jsonb_populate_record(st, jsonb_build_object(
            'id', uuidv7(), 'claim_id', h.claim_id, 'recorded_by', h.member_id, 'recorded_at', clock_timestamp(),
            'based_on_statement_id', null, 'replacement_id', null))).*
     from (${HEAD}) h, statements st
    where h.kind = 1 and st.id = (select id from statements where struck_at is null limit 1)`,
  TURN(2, 'declined', `'language'`),
  NOTE(2, 'finished'),
  TURN(3, 'released', 'null'),
  NOTE(3, 'returned'),
  `update slots set token = 1 where id in (select slot_id from assignments where token = 1) and token = 0`,
  `update members set languages = $3, skills = $4 where id = any ($2::uuid[]) and $1::uuid[] is not null`,
  `with asked as (
     update queue_needs set languages = $3, skills = $4 where queue_id = any ($1::uuid[]) and $2::uuid[] is not null
   )
   update queues set languages = $3, skills = $4, max_leases = $5 where id = any ($1::uuid[])`,
  'vacuum (analyze) slots, assignments, statements, queues, members',
];

/** Everything in hand as if it had been decided: nobody's hand is fuller in one turn than in another. */
export const FINISHED = [
  `update assignments set state = 'submitted', ended_at = now() where state = 'leased'`,
  `update slots set state = 'done' where state = 'taken'`,
];

/** $1 the queue, $2 the member who has entered what waits at its head, $3 how much that is. */
export const OWN_HEAD = [
  `update slots set entered_by = $2, authors = array[$2::uuid]
    where id in (select id from slots where queue_id = $1 and state = 'waiting' order by rank, id limit $3)`,
  'vacuum (analyze) slots',
];
