import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { RoutingRule, RoutingRuleParty, RoutingRuleSource, RoutingVersion } from './routing.entity.js';
import type { Conditions, Rule } from './routing.rules.js';

/** The rules of one version, in their order. */
export interface RoutingRules {
  version: number;
  validFrom: Date;
  rules: Rule[];
}

export type RoutableClaim = Pick<
  Claim,
  'id' | 'text' | 'topicKeys' | 'language' | 'corroboration' | 'priority'
>;

export interface ClaimOrigins {
  claimId: string;
  sources: string[];
  parties: string[];
}

type RuleRow = Conditions & Pick<RoutingRules, 'version' | 'validFrom'> & { queueId: string | null };

@Injectable()
export class RoutingRepository {
  /** The version in force; a party that was merged meanwhile stands there as the one it became. */
  async inForce(reader: Reader, workspaceId: string): Promise<RoutingRules> {
    const rows = await reader.query<RuleRow>(
      `select v.version, v.valid_from as "validFrom", r.queue_id as "queueId", r.topics, r.languages, r.corroboration,
              r.min_priority as "minPriority",
              array(select coalesce(p.merged_into_id, p.id)::text from routing_rule_parties n
                      join parties p on p.workspace_id = n.workspace_id and p.id = n.party_id
                     where n.rule_id = r.id order by n.place) as parties,
              array(select n.source_id::text from routing_rule_sources n
                     where n.rule_id = r.id order by n.place) as sources
         from (select id, version, valid_from from routing_versions
                where workspace_id = $1 order by version desc limit 1) v
         left join routing_rules r on r.routing_id = v.id
        order by r.place`,
      [workspaceId],
    );
    const { version, validFrom } = rows[0]!;
    return { version, validFrom, rules: rows.flatMap(asRule) };
  }

  async insert(tx: Tx, workspaceId: string, version: number, rules: Rule[]): Promise<void> {
    const routingId = uuid();
    await tx.repository(RoutingVersion).insert({ id: routingId, workspaceId, version });
    const rows = rules.map(({ when, queueId }, place) => ({
      ...when,
      id: uuid(),
      workspaceId,
      routingId,
      place,
      queueId,
    }));
    await tx
      .repository(RoutingRule)
      .insert(rows.map(({ parties: _parties, sources: _sources, ...rule }) => rule));
    await tx
      .repository(RoutingRuleParty)
      .insert(
        rows.flatMap(({ id: ruleId, parties }) =>
          parties.map((partyId, place) => ({ ruleId, place, workspaceId, partyId })),
        ),
      );
    await tx
      .repository(RoutingRuleSource)
      .insert(
        rows.flatMap(({ id: ruleId, sources }) =>
          sources.map((sourceId, place) => ({ ruleId, place, workspaceId, sourceId })),
        ),
      );
  }

  /** The newest claims of the workspace, newest first. */
  newestClaims(reader: Reader, workspaceId: string, limit: number): Promise<RoutableClaim[]> {
    return reader.query<RoutableClaim>(
      `select id, text, topic_keys as "topicKeys", language, corroboration, priority from claims
        where workspace_id = $1 order by created_at desc, id desc limit $2`,
      [workspaceId, limit],
    );
  }

  /**
   * Of each claim the sources of its standing statements and its claimant, and whom they speak for as they stand
   * now: their own party, or else their nearest ancestor's.
   */
  origins(reader: Reader, workspaceId: string, claimIds: string[]): Promise<ClaimOrigins[]> {
    return reader.query<ClaimOrigins>(
      `with recursive said (claim_id, source_id) as (
         select claim_id, source_id from statements
          where workspace_id = $1 and claim_id = any($2::uuid[]) and struck_at is null
         union
         select id, claimant_id from claims
          where workspace_id = $1 and id = any($2::uuid[]) and claimant_id is not null
       ), placed (source_id, parent_id, party_id) as (
         select s.id, s.parent_id, s.party_id
           from (select distinct source_id from said) d
           join sources s on s.workspace_id = $1 and s.id = d.source_id
         union
         select p.source_id, s.parent_id, s.party_id
           from placed p join sources s on s.workspace_id = $1 and s.id = p.parent_id
          where p.party_id is null
       )
       select said.claim_id as "claimId",
              array_agg(distinct said.source_id::text) as sources,
              coalesce(array_agg(distinct coalesce(y.merged_into_id, y.id)::text) filter (where y.id is not null), '{}')
                as parties
         from said
         left join placed p on p.source_id = said.source_id and p.party_id is not null
         left join parties y on y.workspace_id = $1 and y.id = p.party_id
        group by said.claim_id`,
      [workspaceId, claimIds],
    );
  }
}

function asRule({
  queueId,
  topics,
  languages,
  parties,
  sources,
  corroboration,
  minPriority,
}: RuleRow): Rule[] {
  if (queueId === null) return [];
  const when = { topics, languages, parties: [...new Set(parties)], sources, corroboration, minPriority };
  return [{ when, queueId }];
}
