import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which claims go to which queue: an ordered list of rules, never changed, only followed by the next version. */
export class CreateRoutingRules20261124132100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table routing_versions (
        id uuid constraint pk_routing_versions primary key,
        workspace_id uuid not null constraint fk_routing_versions_workspace references workspaces (id),
        version integer not null,
        valid_from timestamptz(3) not null default now(),
        constraint uq_routing_versions_workspace_id unique (workspace_id, id),
        constraint uq_routing_versions_version unique (workspace_id, version)
      );
      insert into routing_versions (id, workspace_id, version) select gen_random_uuid(), id, 1 from workspaces;

      create table routing_rules (
        id uuid constraint pk_routing_rules primary key,
        workspace_id uuid not null,
        routing_id uuid not null,
        place integer not null,
        queue_id uuid not null,
        topics text[] not null,
        languages text[] not null,
        corroboration text[] not null,
        min_priority smallint,
        constraint uq_routing_rules_workspace_id unique (workspace_id, id),
        constraint uq_routing_rules_place unique (routing_id, place),
        constraint fk_routing_rules_routing foreign key (workspace_id, routing_id) references routing_versions (workspace_id, id),
        constraint fk_routing_rules_queue foreign key (workspace_id, queue_id) references queues (workspace_id, id),
        constraint ck_routing_rules_corroboration check (corroboration <@ array['contested', 'corroborated', 'single_source', 'retracted', 'denied', 'unsourced']),
        constraint ck_routing_rules_priority check (min_priority between 0 and 9)
      );

      create table routing_rule_parties (
        rule_id uuid not null,
        place integer not null,
        workspace_id uuid not null,
        party_id uuid not null,
        constraint pk_routing_rule_parties primary key (rule_id, place),
        constraint fk_routing_rule_parties_rule foreign key (workspace_id, rule_id) references routing_rules (workspace_id, id),
        constraint fk_routing_rule_parties_party foreign key (workspace_id, party_id) references parties (workspace_id, id)
      );

      create table routing_rule_sources (
        rule_id uuid not null,
        place integer not null,
        workspace_id uuid not null,
        source_id uuid not null,
        constraint pk_routing_rule_sources primary key (rule_id, place),
        constraint fk_routing_rule_sources_rule foreign key (workspace_id, rule_id) references routing_rules (workspace_id, id),
        constraint fk_routing_rule_sources_source foreign key (workspace_id, source_id) references sources (workspace_id, id)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table routing_rule_sources, routing_rule_parties, routing_rules, routing_versions;');
  }
}
