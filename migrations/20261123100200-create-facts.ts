import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is said, by whom, on what ground: parties, sources, claims, evidence, statements. */
export class CreateFacts20261123100200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table parties (
        id uuid constraint pk_parties primary key,
        workspace_id uuid not null constraint fk_parties_workspace references workspaces (id),
        name text not null,
        merged_into_id uuid,
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        constraint uq_parties_workspace_id unique (workspace_id, id),
        constraint fk_parties_merged_into foreign key (workspace_id, merged_into_id) references parties (workspace_id, id),
        constraint ck_parties_merged_into_another check (merged_into_id <> id)
      );
      create index ix_parties_created on parties (workspace_id, created_at, id);

      -- Names and aliases in one table: one unique index keeps "US" from naming two parties.
      create table party_names (
        workspace_id uuid not null,
        name_key text not null,
        name text not null,
        party_id uuid not null,
        constraint pk_party_names primary key (workspace_id, name_key),
        constraint fk_party_names_party foreign key (workspace_id, party_id) references parties (workspace_id, id)
      );
      create index ix_party_names_party on party_names (workspace_id, party_id);

      -- The name and the merge in force at any past moment.
      create table party_versions (
        workspace_id uuid not null,
        party_id uuid not null,
        valid_from timestamptz(3) not null,
        name text not null,
        merged_into_id uuid,
        initial boolean not null,
        constraint pk_party_versions primary key (party_id, valid_from),
        constraint fk_party_versions_party foreign key (workspace_id, party_id) references parties (workspace_id, id),
        constraint fk_party_versions_merged_into foreign key (workspace_id, merged_into_id) references parties (workspace_id, id)
      );
      create index ix_party_versions_changes on party_versions (workspace_id, valid_from) where not initial;

      create table sources (
        id uuid constraint pk_sources primary key,
        workspace_id uuid not null constraint fk_sources_workspace references workspaces (id),
        name text not null,
        name_key text not null,
        kind text not null,
        parent_id uuid,
        party_id uuid,
        country text,
        urls text[] not null default '{}',
        wikidata_id text,
        confidential boolean not null default false,
        public_label text,
        notes text not null default '',
        reliability text,
        created_by uuid not null,
        created_at timestamptz(3) not null default now(),
        version integer not null default 1,
        constraint uq_sources_workspace_id unique (workspace_id, id),
        constraint fk_sources_parent foreign key (workspace_id, parent_id) references sources (workspace_id, id),
        constraint fk_sources_party foreign key (workspace_id, party_id) references parties (workspace_id, id),
        constraint fk_sources_created_by foreign key (workspace_id, created_by) references members (workspace_id, id),
        constraint ck_sources_kind check (kind in ('government', 'head_of_state', 'military', 'intelligence_service',
          'international_organisation', 'ngo', 'company', 'academic', 'news_media', 'news_agency', 'social_media',
          'person', 'document', 'sensor', 'other')),
        constraint ck_sources_label check (not confidential or public_label is not null),
        constraint ck_sources_reliability check (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
        constraint ck_sources_parent_is_another check (parent_id <> id)
      );
      create unique index uq_sources_name on sources (workspace_id, name_key) where not confidential;
      -- A confidential name must not show that it exists, so it conflicts only with its recorder's own.
      create unique index uq_sources_confidential_name on sources (workspace_id, created_by, name_key) where confidential;
      create index ix_sources_created on sources (workspace_id, created_at, id);
      create index ix_sources_name on sources (workspace_id, name_key);
      create index ix_sources_parent on sources (workspace_id, parent_id);
      create index ix_sources_party on sources (workspace_id, party_id);

      -- Where a source stood (parent, party) at any past moment.
      create table source_placements (
        workspace_id uuid not null,
        source_id uuid not null,
        valid_from timestamptz(3) not null,
        parent_id uuid,
        party_id uuid,
        initial boolean not null,
        constraint pk_source_placements primary key (source_id, valid_from),
        constraint fk_source_placements_source foreign key (workspace_id, source_id) references sources (workspace_id, id),
        constraint fk_source_placements_parent foreign key (workspace_id, parent_id) references sources (workspace_id, id),
        constraint fk_source_placements_party foreign key (workspace_id, party_id) references parties (workspace_id, id)
      );
      create index ix_source_placements_changes on source_placements (workspace_id, valid_from) where not initial;

      create table source_grades (
        id uuid constraint pk_source_grades primary key,
        workspace_id uuid not null,
        source_id uuid not null,
        reliability text not null,
        reason text not null,
        graded_by uuid not null,
        graded_at timestamptz(3) not null default now(),
        constraint fk_source_grades_source foreign key (workspace_id, source_id) references sources (workspace_id, id),
        constraint fk_source_grades_graded_by foreign key (workspace_id, graded_by) references members (workspace_id, id),
        constraint ck_source_grades_reliability check (reliability in ('A', 'B', 'C', 'D', 'E', 'F'))
      );
      create index ix_source_grades_source on source_grades (workspace_id, source_id, graded_at, id);

      create table claims (
        id uuid constraint pk_claims primary key,
        workspace_id uuid not null constraint fk_claims_workspace references workspaces (id),
        external_id text,
        text text not null,
        language text not null,
        topics text[] not null default '{}',
        topic_keys text[] not null default '{}',
        event_time timestamptz(3),
        event_time_is_day boolean not null default false,
        place text,
        appearances jsonb not null default '[]',
        claimant_id uuid,
        claimant_given boolean not null default false,
        quantity_min double precision,
        quantity_max double precision,
        quantity_unit text,
        priority smallint not null default 4,
        due_at timestamptz(3),
        status text not null default 'triage',
        held_from text,
        hold_until timestamptz(3),
        closed_reason text,
        duplicate_of_id uuid,
        corroboration text not null default 'unsourced',
        support integer not null default 0,
        oppose integer not null default 0,
        divided integer not null default 0,
        corroboration_as_of timestamptz(3) not null,
        last_recorded_at timestamptz(3) not null,
        rating text,
        verdict jsonb,
        -- Where the claim waits or is reviewed. Kept by the reviews floor, which stands above and owns queues.
        queue_id uuid,
        rank timestamptz(3),
        created_by uuid not null,
        created_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        version integer not null default 1,
        -- The words of the text. Kept, because taking them from the text is most of a search's time (10 microseconds
        -- per 100 characters), and every change of a claim would do it again for the index.
        search tsvector,
        constraint uq_claims_workspace_id unique (workspace_id, id),
        constraint fk_claims_claimant foreign key (workspace_id, claimant_id) references sources (workspace_id, id),
        constraint fk_claims_duplicate_of foreign key (workspace_id, duplicate_of_id) references claims (workspace_id, id),
        constraint fk_claims_created_by foreign key (workspace_id, created_by) references members (workspace_id, id),
        constraint ck_claims_status check (status in ('triage', 'queued', 'in_review', 'adjudication', 'decided', 'published', 'on_hold', 'closed')),
        constraint ck_claims_corroboration check (corroboration in ('contested', 'corroborated', 'single_source', 'retracted', 'denied', 'unsourced')),
        constraint ck_claims_priority check (priority between 0 and 9),
        constraint ck_claims_hold check ((status = 'on_hold') = (held_from is not null) and (hold_until is null or status = 'on_hold')),
        constraint ck_claims_closed check ((status = 'closed') = (closed_reason is not null)
          and (closed_reason is null or closed_reason in ('duplicate', 'not_checkable', 'out_of_scope', 'withdrawn'))
          and (coalesce(closed_reason, '') = 'duplicate') = (duplicate_of_id is not null)),
        constraint ck_claims_duplicate_of_another check (duplicate_of_id <> id),
        constraint ck_claims_queued check (status not in ('queued', 'in_review', 'adjudication') or (queue_id is not null and rank is not null)),
        constraint ck_claims_verdict check ((rating is null) = (verdict is null)),
        constraint ck_claims_quantity check ((quantity_unit is null) = (quantity_min is null and quantity_max is null) and quantity_min <= quantity_max)
      );
      create unique index uq_claims_external_id on claims (workspace_id, external_id) where external_id is not null;
      create index ix_claims_created on claims (workspace_id, created_at, id);
      create index ix_claims_updated on claims (workspace_id, updated_at, id);
      create index ix_claims_rank on claims (workspace_id, rank, id);
      create index ix_claims_due on claims (workspace_id, due_at, id);
      -- A status goes with age, rank and due time: what is in triage is new and has no rank. Filtering another
      -- order by it would pass over all the others first, so each order has an index that leads with the status.
      create index ix_claims_status on claims (workspace_id, status, created_at, id);
      create index ix_claims_status_updated on claims (workspace_id, status, updated_at, id);
      create index ix_claims_status_rank on claims (workspace_id, status, rank, id);
      create index ix_claims_status_due on claims (workspace_id, status, due_at, id);
      create index ix_claims_corroboration on claims (workspace_id, corroboration, created_at, id);
      create index ix_claims_rating on claims (workspace_id, rating, created_at, id) where rating is not null;
      create index ix_claims_queue on claims (workspace_id, queue_id, rank, id) where queue_id is not null;
      create index ix_claims_queue_created on claims (workspace_id, queue_id, created_at, id) where queue_id is not null;
      create index ix_claims_language on claims (workspace_id, lower(language), created_at, id);
      create index ix_claims_topics on claims using gin (topic_keys);
      create index ix_claims_search on claims using gin (search);
      create index ix_claims_held on claims (hold_until) where hold_until is not null;
      create trigger claims_are_searchable before insert or update of text on claims
        for each row execute function tsvector_update_trigger(search, 'pg_catalog.simple', text);

      create table evidence (
        id uuid constraint pk_evidence primary key,
        workspace_id uuid not null,
        claim_id uuid not null,
        kind text not null,
        url text not null,
        bearing text not null,
        sha256 text,
        captured_at timestamptz(3),
        description text not null default '',
        sensitive boolean not null default false,
        added_by uuid not null,
        added_at timestamptz(3) not null,
        gone_at timestamptz(3),
        gone_reason text,
        -- The versions of the claim that these two changes made: a decision made on an earlier one is told.
        claim_version integer not null,
        gone_claim_version integer,
        constraint uq_evidence_claim_id unique (workspace_id, claim_id, id),
        constraint fk_evidence_claim foreign key (workspace_id, claim_id) references claims (workspace_id, id),
        constraint fk_evidence_added_by foreign key (workspace_id, added_by) references members (workspace_id, id),
        constraint ck_evidence_kind check (kind in ('image', 'video', 'document', 'data', 'page', 'other')),
        constraint ck_evidence_bearing check (bearing in ('supports', 'refutes', 'context')),
        constraint ck_evidence_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
        constraint ck_evidence_gone check ((gone_at is null) = (gone_reason is null) and (gone_at is null) = (gone_claim_version is null))
      );
      create index ix_evidence_claim on evidence (workspace_id, claim_id, added_at, id);

      create table statements (
        id uuid constraint pk_statements primary key,
        workspace_id uuid not null,
        claim_id uuid not null,
        source_id uuid not null,
        stance text not null,
        quote text,
        quote_language text,
        translation text,
        url text,
        said_at timestamptz(3),
        said_at_is_day boolean not null default false,
        reported_by_id uuid,
        basis text not null,
        based_on_statement_id uuid,
        based_on_source_id uuid,
        quantity_min double precision,
        quantity_max double precision,
        quantity_unit text,
        credibility smallint,
        recorded_by uuid not null,
        recorded_at timestamptz(3) not null,
        struck_by uuid,
        struck_at timestamptz(3),
        strike_reason text,
        replacement_id uuid,
        claim_version integer not null,
        struck_claim_version integer,
        constraint uq_statements_claim_id unique (workspace_id, claim_id, id),
        constraint uq_statements_recorded unique (claim_id, recorded_at),
        constraint fk_statements_claim foreign key (workspace_id, claim_id) references claims (workspace_id, id),
        constraint fk_statements_source foreign key (workspace_id, source_id) references sources (workspace_id, id),
        constraint fk_statements_reported_by foreign key (workspace_id, reported_by_id) references sources (workspace_id, id),
        constraint fk_statements_based_on_source foreign key (workspace_id, based_on_source_id) references sources (workspace_id, id),
        constraint fk_statements_based_on foreign key (workspace_id, claim_id, based_on_statement_id) references statements (workspace_id, claim_id, id),
        constraint fk_statements_replacement foreign key (workspace_id, claim_id, replacement_id) references statements (workspace_id, claim_id, id),
        constraint fk_statements_recorded_by foreign key (workspace_id, recorded_by) references members (workspace_id, id),
        constraint fk_statements_struck_by foreign key (workspace_id, struck_by) references members (workspace_id, id),
        constraint ck_statements_stance check (stance in ('asserts', 'confirms', 'partly_confirms', 'questions', 'denies', 'cannot_confirm', 'evades', 'retracts')),
        constraint ck_statements_basis check (basis in ('firsthand', 'imagery', 'document', 'intelligence', 'relayed', 'unknown')),
        constraint ck_statements_relay check ((basis = 'relayed') = (based_on_statement_id is not null or based_on_source_id is not null)),
        constraint ck_statements_one_base check (based_on_statement_id is null or based_on_source_id is null),
        constraint ck_statements_not_own_base check (based_on_source_id <> source_id),
        constraint ck_statements_credibility check (credibility between 1 and 6),
        constraint ck_statements_struck check ((struck_at is null) = (struck_by is null)
          and (struck_at is null) = (strike_reason is null) and (struck_at is null) = (struck_claim_version is null)),
        constraint ck_statements_quantity check ((quantity_unit is null) = (quantity_min is null and quantity_max is null) and quantity_min <= quantity_max)
      );
      create index ix_statements_source on statements (workspace_id, source_id, recorded_at, id);
      create index ix_statements_based_on_source on statements (workspace_id, based_on_source_id) where based_on_source_id is not null;

      -- Up to which change of placement or policy every claim of the workspace has been recomputed.
      create table recomputed_workspaces (
        workspace_id uuid constraint pk_recomputed_workspaces primary key
          constraint fk_recomputed_workspaces_workspace references workspaces (id),
        through timestamptz(3) not null
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table recomputed_workspaces, statements, evidence, claims, source_grades, source_placements, sources,
        party_versions, party_names, parties;
    `);
  }
}
