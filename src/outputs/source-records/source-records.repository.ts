import { Injectable } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import type { Place } from '../../base/http/pages.js';
import type { Stance } from '../../facts/corroboration/stance.js';
import type { Polarity } from '../../reviews/ratings/rating.entity.js';
import type { Outcome } from './source-record.dto.js';

export interface TallyRow {
  topic: string | null;
  year: string | null;
  agreed: number;
  disagreed: number;
  unresolved: number;
}

export interface RecordedClaim {
  claimId: string;
  text: string;
  statementId: string;
  stance: Stance;
  at: Date;
  rating: string;
  polarity: Polarity;
  decidedAt: Date;
  outcome: Outcome;
}

export interface Wanted {
  workspaceId: string;
  sourceId: string;
  relayed: boolean;
}

/*
 * The position of source $2 on each claim with a verdict that stands, as the rule origins/1 finds it: the latest by
 * when it was said (a date alone is the end of its day), never an answer refused; only where it takes a side. $3 says
 * whether it must be a relay or must not.
 */
const POSITIONS = `positions as (
    select distinct on (s.claim_id) s.claim_id, s.id, s.stance, said.at, s.basis = 'relayed' as relayed
      from statements s
     cross join lateral (
       select case when s.said_at is null then s.recorded_at
                   when s.said_at_is_day then s.said_at + interval '1 day' - interval '1 millisecond'
                   else s.said_at end as at) said
     where s.workspace_id = $1 and s.source_id = $2 and s.struck_at is null and s.stance <> 'evades'
     order by s.claim_id, said.at desc, s.recorded_at desc
  ), judged as (
    select p.claim_id, p.id, p.stance, p.at, c.text, c.topics, c.topic_keys, c.rating, c.verdict_at,
           c.verdict->>'polarity' as polarity,
           case when c.verdict->>'polarity' = 'neither' then 'unresolved'
                when (p.stance = 'denies') = (c.verdict->>'polarity' = 'refutes') then 'agreed'
                else 'disagreed' end as outcome
      from positions p
      join claims c on c.workspace_id = $1 and c.id = p.claim_id and c.status in ('decided', 'published')
     where p.stance in ('asserts', 'confirms', 'partly_confirms', 'denies') and p.relayed = $3
  )`;

const YEAR = `to_char(at at time zone 'UTC', 'YYYY')`;
const TALLY = ['agreed', 'disagreed', 'unresolved']
  .map((outcome) => `count(*) filter (where outcome = '${outcome}')::integer as ${outcome}`)
  .join(', ');
const TOPICS = 50;

@Injectable()
export class SourceRecordsRepository {
  constructor(private readonly database: Database) {}

  /** One row over all, where topic and year are null, and one for each of the largest topics and for each year. */
  tallies({ workspaceId, sourceId, relayed }: Wanted): Promise<TallyRow[]> {
    return this.database.query(
      `with ${POSITIONS}
       select null as topic, null as year, ${TALLY} from judged
       union all
       (select min(topic), null, ${TALLY}
          from judged cross join lateral unnest(topics, topic_keys) t(topic, key)
         group by key order by count(*) desc, key limit ${TOPICS})
       union all
       (select null, ${YEAR}, ${TALLY} from judged group by 2 order by 2)`,
      [workspaceId, sourceId, relayed],
    );
  }

  /** The positions that are counted, the latest first. */
  claims(
    { workspaceId, sourceId, relayed }: Wanted,
    only: { outcome: Outcome | null; topicKey: string | null; year: string | null },
    limit: number,
    after: Place | null,
  ): Promise<RecordedClaim[]> {
    return this.database.query(
      `with ${POSITIONS}
       select claim_id as "claimId", text, id as "statementId", stance, date_trunc('milliseconds', at) as at, rating,
              polarity, verdict_at as "decidedAt", outcome
         from judged
        where ($4::text is null or outcome = $4) and ($5::text is null or topic_keys @> array[$5])
          and ($6::text is null or ${YEAR} = $6)
          and ($7::timestamptz is null or (at, id) < ($7, $8::uuid))
        order by at desc, id desc limit $9`,
      [
        workspaceId,
        sourceId,
        relayed,
        only.outcome,
        only.topicKey,
        only.year,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ],
    );
  }
}
