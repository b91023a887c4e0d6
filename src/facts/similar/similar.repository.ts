import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import { type AskedWord, B, K1, LOOKED_AT, SCORED } from './similar.rules.js';

export interface ExactMatch {
  claimId: string;
  kind: 'same_text' | 'same_url';
}

export interface ScoredClaim {
  claimId: string;
  configuration: string;
  score: number;
  words: { lexeme: string; adds: number }[];
}

/** An article may be the source of thousands of claims. */
const EXACT_AT_MOST = 50;
const ASKED_AT_MOST = 512;
const COUNT_LOCK = 7_261_553_007;
export const COUNTED_AT_ONCE = 2000;
const LEAST_ALIKE = 0.4;

/** How rare a word is that stands in `n` of `N` claims; never negative, so that no word speaks against a claim. */
const WEIGHT = `ln(1 + (greatest(t.claims - coalesce(l.claims, 0), 0) + 0.5) / (coalesce(l.claims, 0) + 0.5))::float8`;

/** How long a text is: its words, each as often as it stands there. */
const LENGTH = '(select coalesce(sum(cardinality(positions)), 0) from unnest(terms))';

/** How many claims of each configuration there are; of one of which none was counted yet, those that wait for it. */
const TOTALS = `
  select configuration, claims, words from claim_lexeme_totals where workspace_id = $1 and claims > 0
  union all
  select configuration, sum(delta), sum(delta * ${LENGTH}) from claim_term_deltas
   where workspace_id = $1
     and configuration not in (select configuration from claim_lexeme_totals where workspace_id = $1 and claims > 0)
   group by 1 having sum(delta) > 0`;

@Injectable()
export class SimilarRepository {
  /** Claims with the same text or one of the same addresses after normalisation, the oldest first. */
  exact(reader: Reader, workspaceId: string, text: string | null, urls: string[]): Promise<ExactMatch[]> {
    return reader.query<ExactMatch>(
      `(select claim_id as "claimId", 'same_text' as kind from claim_terms
         where workspace_id = $1 and text_key = text_key($2) order by claim_id limit $4)
       union all
       (select claim_id, 'same_url' from (
          select claim_id from claim_terms
           where claim_keys(workspace_id, configuration, terms, urls)
                 && array(select $1::uuid::text || ' url ' || url_key(url) from unnest($3::text[]) url)
          union
          select claim_id from statements
           where workspace_id = $1 and url is not null and struck_at is null
             and url_key(url) = any(array(select url_key(url) from unnest($3::text[]) url))
        ) seen order by claim_id limit $4)`,
      [workspaceId, text, urls, EXACT_AT_MOST],
    );
  }

  /** The words of a text as each configuration in use, or that of a language, has them; the rarest first. */
  askedWords(
    reader: Reader,
    workspaceId: string,
    text: string,
    language: string | null,
  ): Promise<AskedWord[]> {
    return reader.query<AskedWord>(
      `select t.configuration, w.lexeme, coalesce(l.claims, 0)::float8 as claims, ${WEIGHT} as weight, null as typed
         from (${TOTALS}) t
        cross join lateral unnest(to_tsvector(('pg_catalog.' || t.configuration)::regconfig, $2)) w
         left join claim_lexemes l
           on l.workspace_id = $1 and l.configuration = t.configuration and l.lexeme = w.lexeme
        where $3::text is null or t.configuration = stemmed_as($3)
        order by weight desc, t.claims desc, t.configuration, w.lexeme limit ${ASKED_AT_MOST}`,
      [workspaceId, text, language],
    );
  }

  /** Words of claims that look most like these, which no claim has. */
  spelledAlike(reader: Reader, workspaceId: string, unknown: AskedWord[]): Promise<AskedWord[]> {
    return reader.query<AskedWord>(
      `select a.configuration, l.lexeme, l.claims::float8 as claims, ${WEIGHT} * l.likeness as weight, a.lexeme as typed
         from unnest($2::text[], $3::text[]) as a (configuration, lexeme)
        cross join lateral (
          select lexeme, claims, similarity(lexeme, a.lexeme) as likeness from claim_lexemes
           where workspace_id = $1 and configuration = a.configuration and lexeme % a.lexeme and claims > 0
           order by likeness desc, claims desc, lexeme limit 1
        ) l
         join claim_lexeme_totals t on t.workspace_id = $1 and t.configuration = a.configuration
        where l.likeness >= ${LEAST_ALIKE}`,
      [workspaceId, unknown.map(({ configuration }) => configuration), unknown.map(({ lexeme }) => lexeme)],
    );
  }

  /**
   * Candidates are the claims in which the words that are looked up weigh most. They are then scored by all words:
   * the sum of BM25 over the words they share, as a part of the weight of all that were asked for. Of equals the
   * older one comes first, as the one that more work was done on. The inner limit also tells the planner how little is
   * read, which else would expect one claim in two hundred for each word and compile the statement first.
   */
  best(
    reader: Reader,
    workspaceId: string,
    words: AskedWord[],
    lookedUp: AskedWord[],
    limit: number,
  ): Promise<ScoredClaim[]> {
    return reader.query<ScoredClaim>(
      `with asked as materialized (
         select * from unnest($2::text[], $3::text[], $4::float8[]) as a (configuration, lexeme, weight)
       ), sizes as materialized (
         select t.configuration, greatest(t.words::float8 / t.claims, 1) as average,
                (select sum(weight) from asked a where a.configuration = t.configuration) as whole
           from (${TOTALS}) t
       ), candidates as materialized (
         select c.claim_id from unnest($5::text[], $6::float8[]) as k (key, weight)
          cross join lateral (
            select claim_id from claim_terms
             where claim_keys(workspace_id, configuration, terms, urls) @> array[k.key] limit ${LOOKED_AT}
          ) c
          group by 1 order by sum(k.weight) desc, 1 limit ${SCORED}
       ), terms as materialized (
         select t.claim_id, t.configuration, w.lexeme, cardinality(w.positions) as times,
                sum(cardinality(w.positions)) over (partition by t.claim_id) as length
           from candidates c
          cross join lateral (select * from claim_terms where claim_id = c.claim_id and workspace_id = $1 offset 0) t
          cross join lateral unnest(t.terms) w
       ), parts as (
         select t.claim_id, t.configuration, t.lexeme, s.whole,
                a.weight * t.times * ${K1 + 1}::float8
                  / (t.times + ${K1}::float8 * (${1 - B}::float8 + ${B}::float8 * t.length / s.average)) as adds
           from terms t
           join asked a on a.configuration = t.configuration and a.lexeme = t.lexeme
           join sizes s on s.configuration = t.configuration
       )
       select claim_id as "claimId", configuration, sum(adds) / max(whole) as score,
              json_agg(json_build_object('lexeme', lexeme, 'adds', adds) order by adds desc, lexeme) as words
         from parts group by 1, 2 order by round((sum(adds) / max(whole))::numeric, 6) desc, 1 limit $7`,
      [
        workspaceId,
        ...columns(words, 'configuration', 'lexeme', 'weight'),
        lookedUp.map(({ configuration, lexeme }) => `${workspaceId} ${configuration} ${lexeme}`),
        ...columns(lookedUp, 'weight'),
        limit,
      ],
    );
  }

  /** Counts what was appended, one process at a time. Answers how many changes there were. */
  async count(tx: Tx, atOnce = COUNTED_AT_ONCE): Promise<number> {
    const [lock] = await tx.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [
      COUNT_LOCK,
    ]);
    if (!lock!.got) return 0;
    const [row] = await tx.query<{ counted: string }>(
      `with gone as (
         delete from claim_term_deltas where id in (select id from claim_term_deltas order by id limit $1)
         returning workspace_id, configuration, delta, terms
       ), words as (
         insert into claim_lexemes (workspace_id, configuration, lexeme, claims)
         select g.workspace_id, g.configuration, w.lexeme, sum(g.delta) from gone g cross join unnest(g.terms) w
          group by 1, 2, 3 having sum(g.delta) <> 0 order by 1, 2, 3
         on conflict (workspace_id, configuration, lexeme) do update set claims = claim_lexemes.claims + excluded.claims
       ), totals as (
         insert into claim_lexeme_totals (workspace_id, configuration, claims, words)
         select workspace_id, configuration, sum(delta), sum(delta * ${LENGTH}) from gone group by 1, 2 order by 1, 2
         on conflict (workspace_id, configuration) do update
           set claims = claim_lexeme_totals.claims + excluded.claims, words = claim_lexeme_totals.words + excluded.words
       )
       select count(*) as counted from gone`,
      [atOnce],
    );
    return Number(row!.counted);
  }
}

function columns<Row, Name extends keyof Row>(rows: Row[], ...names: Name[]): Row[Name][][] {
  return names.map((name) => rows.map((row) => row[name]));
}
