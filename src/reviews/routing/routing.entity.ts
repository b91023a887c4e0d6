import { Check, Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { inSql } from '../../base/database/in-sql.js';
import { CORROBORATION_STATUSES, type CorroborationStatus } from '../../facts/corroboration/status.js';
import { Party } from '../../facts/parties/party.entity.js';
import { Source } from '../../facts/sources/source.entity.js';
import { Workspace } from '../../record/workspaces/workspace.entity.js';
import { ReviewQueue } from '../queues/queue.entity.js';

/** A workspace's routing rules from `validFrom` until the next version. Never changed, only followed. */
@Entity('routing_versions')
@Unique('uq_routing_versions_workspace_id', ['workspaceId', 'id'])
@Unique('uq_routing_versions_version', ['workspaceId', 'version'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_routing_versions_workspace' })
export class RoutingVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_routing_versions' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('integer')
  version: number;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  validFrom: Date;
}

/** One rule; empty lists and null ask nothing. */
@Entity('routing_rules')
@Unique('uq_routing_rules_workspace_id', ['workspaceId', 'id'])
@Unique('uq_routing_rules_place', ['routingId', 'place'])
@ForeignKey(() => RoutingVersion, ['workspaceId', 'routingId'], ['workspaceId', 'id'], {
  name: 'fk_routing_rules_routing',
})
@ForeignKey(() => ReviewQueue, ['workspaceId', 'queueId'], ['workspaceId', 'id'], {
  name: 'fk_routing_rules_queue',
})
@Check('ck_routing_rules_corroboration', `corroboration <@ array[${inSql(CORROBORATION_STATUSES)}]`)
@Check('ck_routing_rules_priority', 'min_priority between 0 and 9')
export class RoutingRule {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_routing_rules' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  routingId: string;

  @Column('integer')
  place: number;

  @Column('uuid')
  queueId: string;

  @Column('text', { array: true })
  topics: string[];

  @Column('text', { array: true })
  languages: string[];

  @Column('text', { array: true })
  corroboration: CorroborationStatus[];

  @Column('smallint', { nullable: true })
  minPriority: number | null;
}

/** A party that a rule names. */
@Entity('routing_rule_parties')
@ForeignKey(() => RoutingRule, ['workspaceId', 'ruleId'], ['workspaceId', 'id'], {
  name: 'fk_routing_rule_parties_rule',
})
@ForeignKey(() => Party, ['workspaceId', 'partyId'], ['workspaceId', 'id'], {
  name: 'fk_routing_rule_parties_party',
})
export class RoutingRuleParty {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_routing_rule_parties' })
  ruleId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_routing_rule_parties' })
  place: number;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  partyId: string;
}

/** A source that a rule names. */
@Entity('routing_rule_sources')
@ForeignKey(() => RoutingRule, ['workspaceId', 'ruleId'], ['workspaceId', 'id'], {
  name: 'fk_routing_rule_sources_rule',
})
@ForeignKey(() => Source, ['workspaceId', 'sourceId'], ['workspaceId', 'id'], {
  name: 'fk_routing_rule_sources_source',
})
export class RoutingRuleSource {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_routing_rule_sources' })
  ruleId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_routing_rule_sources' })
  place: number;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  sourceId: string;
}
