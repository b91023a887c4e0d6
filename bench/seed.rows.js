/*
 * What a desk of some size holds, made in bulk. Half of the claims wait in a queue that asks for two decisions, so
 * there are as many waiting slots as claims; the newest twentieth is in triage, the others are spread over the rest
 * of their life. Topics, languages, sources and words are frequent and rare ones. Every claim has the first event
 * of its chain, with true digests, and its place in the feed.
 */

const WORD = `'word' || floor(5000 * power(random(), 3))::int`;

/** The needs by which the queue asks now. */
const NEEDS = `(select needs.id from queue_needs needs where needs.queue_id = seeded.queue_id)`;

/** $1 how many claims, $2 the queues they wait in, $3 the workspace, $4 the member who entered them. */
export const SEEDED = `
  create unlogged table seeded as
  select n, $3::uuid as workspace_id, $4::uuid as entered_by, uuidv7(at - clock_timestamp()) as id,
         uuidv7(at - clock_timestamp()) as round_id, uuidv7(at - clock_timestamp()) as event_id,
         date_trunc('milliseconds', at) as at, n % 10 as priority,
         date_trunc('milliseconds', at) - n % 10 * interval '4 hours' as rank,
         case when n % 2 = 1 then 'queued' when n > $1 * 0.9 then 'triage' when by_status < 0.001 then 'in_review'
              when by_status < 0.5 then 'decided' when by_status < 0.85 then 'published'
              when by_status < 0.87 then 'on_hold' else 'closed' end as status,
         case when by_record < 0.40 then 'unsourced' when by_record < 0.85 then 'single_source'
              when by_record < 0.95 then 'corroborated' when by_record < 0.99 then 'contested'
              else 'denied' end as corroboration,
         case when n % ($1 / 5)::int = 0 then array['rare'] when n < $1 * 0.1 then array['forgotten']
              when by_topic < 0.30 then array['ukraine-war', 'topic-' || n % 1000]
              when by_topic < 0.40 then array['elections'] else array['topic-' || n % 1000] end as topics,
         case when by_language < 0.7 then 'en' when by_language < 0.85 then 'uk' when by_language < 0.95 then 'de'
              when by_language < 0.999 then 'ru' else 'eo' end as language,
         concat_ws(' ', 'claim', case when n < $1 * 0.1 then 'forgotten' end, ${Array(12).fill(WORD).join(', ')}) as text,
         1 + floor(999 * power(random(), 3))::int as source, by_due < 0.1 as has_due_time,
         ($2::uuid[])[1 + n / 2 % cardinality($2::uuid[])] as queue_id,
         (array['false', 'mostly_false', 'mixed', 'mostly_true', 'true', 'misleading', 'unverifiable'])
           [1 + floor(7 * power(by_rating, 2))::int] as rating, decode(md5(random()::text), 'hex') as salt
    from (select n, clock_timestamp() - interval '1 minute' - interval '730 days' * (1 - n / $1::float8) as at,
                 random() as by_status, random() as by_record, random() as by_topic, random() as by_language,
                 random() as by_due, random() as by_rating
            from generate_series(1, $1::int) n) numbers`;

/** $1 the workspace, $2 the member who entered them. */
export const SOURCES = `
  with party as (
    insert into parties (id, workspace_id, name)
    select uuidv7(), $1, 'Party ' || n from generate_series(1, 1000) n returning id, workspace_id, name
  ), named as (
    insert into party_names (workspace_id, name_key, name, party_id)
    select workspace_id, lower(name), name, id from party
  ), versions as (
    insert into party_versions (workspace_id, party_id, valid_from, name, initial)
    select workspace_id, id, now() - interval '800 days', name, true from party
  ), source as (
    insert into sources (id, workspace_id, name, name_key, kind, party_id, created_by)
    select uuidv7(), workspace_id, replace(name, 'Party', 'Source'), lower(replace(name, 'Party', 'Source')),
           'government', id, $2 from party
    returning id, workspace_id, party_id
  )
  insert into source_placements (workspace_id, source_id, valid_from, party_id, initial)
  select workspace_id, id, now() - interval '800 days', party_id, true from source`;

/** $1 the workspace, $2 how many. */
export const QUEUES = `
  with made as (
    insert into queues (id, workspace_id, name, name_key, reviews, blind, agreement, lease_seconds, mode,
                        priority_step_minutes, due_notice_hours)
    select uuidv7(), $1, 'Queue ' || n, 'queue ' || n, 2, false, 'unanimous', 900, 'pull', 240, 4
      from generate_series(1, $2::int) n
    returning *
  )
  insert into queue_needs (id, workspace_id, queue_id, languages, skills)
  select uuidv7(), workspace_id, id, languages, skills from made
  returning queue_id as id`;

const OURS = '(select workspace_id from seeded limit 1)';
const IS_DECIDED = `status in ('decided', 'published')`;
const IS_QUEUED = `status in ('queued', 'in_review')`;
const WAS_QUEUED = `(${IS_QUEUED} or ${IS_DECIDED})`;

/** Each table with what fills it. */
export const DESK_ROWS = {
  claims: `
    insert into claims (id, workspace_id, text, language, topics, topic_keys, priority, due_at, status, held_from,
                        closed_reason, corroboration, support, oppose, corroboration_as_of, last_recorded_at, rating,
                        verdict, queue_id, rank, created_by, created_at, updated_at)
    select id, workspace_id, text, language, topics, topics, priority,
           case when has_due_time then at + interval '3 days' end, status,
           case status when 'on_hold' then 'triage' end, case status when 'closed' then 'not_checkable' end,
           corroboration, case corroboration when 'corroborated' then 2 when 'denied' then 0 when 'unsourced' then 0 else 1 end,
           case when corroboration in ('contested', 'denied') then 1 else 0 end, at, at,
           case when ${IS_DECIDED} then rating end,
           case when ${IS_DECIDED} then jsonb_build_object('rating', rating, 'polarity', 'neither', 'confidence',
             'moderate', 'rationale', 'Seeded.', 'citedStatements', '[]'::jsonb, 'citedEvidence', '[]'::jsonb,
             'overrideReason', null, 'corroboration', corroboration, 'selfReviewed', false, 'round', 1,
             'decidedAt', at) end,
           case when ${WAS_QUEUED} then queue_id end, case when ${IS_QUEUED} then rank end, entered_by, at,
           least(at + interval '30 days' * power(random(), 4), now())
      from seeded`,
  claim_terms: `
    insert into claim_terms (claim_id, workspace_id, configuration, terms, text_key)
    select id, workspace_id, configuration, to_tsvector(configuration::regconfig, text), text_key(text)
      from (select *, stemmed_as(language) as configuration from seeded) stemmed`,
  claim_lexemes: `
    insert into claim_lexemes (workspace_id, configuration, lexeme, claims)
    select workspace_id, configuration, lexeme, count(*) from claim_terms cross join unnest(terms)
     where workspace_id = ${OURS} group by 1, 2, 3`,
  claim_lexeme_totals: `
    insert into claim_lexeme_totals (workspace_id, configuration, claims, words)
    select workspace_id, configuration, count(*), sum(length(terms)) from claim_terms
     where workspace_id = ${OURS} group by 1, 2`,
  statements: `
    insert into statements (id, workspace_id, claim_id, source_id, stance, said_at, basis, recorded_by, recorded_at,
                            claim_version)
    select uuidv7(at - clock_timestamp()), workspace_id, s.id, ids[1 + (source + k * 7) % 1000], stance, at,
           'firsthand', entered_by, at + k * interval '1 millisecond', 1
      from seeded s
      join (values (0, 'single_source', 'asserts'), (0, 'corroborated', 'asserts'), (1, 'corroborated', 'confirms'),
                   (0, 'contested', 'asserts'), (1, 'contested', 'denies'), (0, 'denied', 'denies'))
        as said (k, corroboration, stance) using (corroboration),
           (select array_agg(id order by id) as ids from sources where workspace_id = ${OURS}) sources`,
  evidence: `
    insert into evidence (id, workspace_id, claim_id, kind, url, bearing, added_by, added_at, claim_version)
    select uuidv7(), workspace_id, id, 'page', 'https://example.org/' || n, 'context', entered_by, at, 1
      from seeded where n % 20 = 0`,
  rounds: `
    insert into rounds (id, workspace_id, claim_id, queue_id, needs_id, number, state, reviews, blind, agreement,
                        lease_seconds, mode, scale_id, rank, opened_at, closed_at)
    select round_id, workspace_id, id, queue_id, ${NEEDS}, 1, case when ${IS_DECIDED} then 'settled' else 'open' end, 2, false,
           'unanimous', 900, 'pull', (select id from rating_scales where workspace_id = ${OURS}), rank, at, case when ${IS_DECIDED} then at end
      from seeded where ${WAS_QUEUED}`,
  // A tenth of what was decided keeps its slots and turns: enough for long lists, and short to make.
  slots: `
    insert into slots (id, workspace_id, round_id, claim_id, queue_id, needs_id, number, state, mode, rank, entered_by,
                       token, authors)
    select uuidv7(), workspace_id, round_id, id, queue_id, ${NEEDS}, k,
           case status when 'queued' then 'waiting' when 'in_review' then 'taken' else 'done' end, 'pull', rank,
           entered_by, case status when 'queued' then 0 else 1 end, array[entered_by]
      from seeded, generate_series(1, 2) k
     where ${IS_QUEUED} or ${IS_DECIDED} and n % 10 = 0`,
  assignments: `
    insert into assignments (id, workspace_id, slot_id, round_id, claim_id, queue_id, member_id, state, token,
                             opened_at, expires_at, ended_at)
    select uuidv7(), s.workspace_id, s.id, s.round_id, s.claim_id, s.queue_id,
           ids[1 + (c.n / 10 + s.number) % cardinality(ids)], case s.state when 'done' then 'submitted' else 'leased' end,
           1, at, case s.state when 'done' then at + interval '15 minutes' else now() + interval '7 days' end,
           case s.state when 'done' then at end
      from slots s join seeded c on c.id = s.claim_id,
           (select array_agg(id order by id) as ids from members
             where workspace_id = ${OURS} and role = 'reviewer') members
     where s.state in ('taken', 'done')`,
};

export const RECORD_ROWS = {
  events: `
    insert into events (id, workspace_id, type, at, actor_type, actor_id, subject_type, subject_id, claim_id, chain_id,
                        chain_number, content_digest, digest)
    select event_id, workspace_id, 'claim.submitted', at, 'member', entered_by, 'claim', id, id, id, 1, content_digest,
           sha256(decode(repeat('00', 32), 'hex') || content_digest || convert_to(format(
             '{"actorId":"%s","at":"%s","claimId":"%s","id":"%s","number":1,"subjectId":"%s",'
             '"subjectType":"claim","type":"claim.submitted","workspaceId":"%s"}', entered_by,
             to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), id, event_id, id, workspace_id), 'UTF8'))
      from (select *, sha256(salt || '{"data":{"claim":{}},"reason":null}'::bytea) as content_digest
              from seeded) hashed`,
  event_contents: `
    insert into event_contents (workspace_id, event_id, salt, data)
    select workspace_id, event_id, salt, '{"claim": {}}' from seeded`,
  chains: `
    insert into chains (workspace_id, id, length, head)
    select e.workspace_id, e.claim_id, 1, e.digest from events e join seeded s on s.event_id = e.id`,
  feed: `
    insert into feed (position, workspace_id, event_id, type)
    select (select coalesce(max(position), 0) from feed) + n, workspace_id, event_id, 'claim.submitted' from seeded`,
};
