import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words of claims as their language stems them, and in how many claims each stands: what similar claims are found by. */
export class CreateClaimTerms20261129105000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists pg_trgm;

      -- The text search configuration of a language by its primary tag; those that PostgreSQL 15 has.
      create function stemmed_as(language text) returns text language sql immutable parallel safe
      return case split_part(lower(language), '-', 1)
        when 'ar' then 'arabic' when 'hy' then 'armenian' when 'eu' then 'basque' when 'ca' then 'catalan'
        when 'da' then 'danish' when 'nl' then 'dutch' when 'en' then 'english' when 'fi' then 'finnish'
        when 'fr' then 'french' when 'de' then 'german' when 'el' then 'greek' when 'hi' then 'hindi'
        when 'hu' then 'hungarian' when 'id' then 'indonesian' when 'ga' then 'irish' when 'it' then 'italian'
        when 'lt' then 'lithuanian' when 'ne' then 'nepali' when 'no' then 'norwegian' when 'nb' then 'norwegian'
        when 'nn' then 'norwegian' when 'pt' then 'portuguese' when 'ro' then 'romanian' when 'ru' then 'russian'
        when 'sr' then 'serbian' when 'es' then 'spanish' when 'sv' then 'swedish' when 'ta' then 'tamil'
        when 'tr' then 'turkish' when 'yi' then 'yiddish' else 'simple' end;

      -- One address written in several ways: scheme, www., port, fragment, a slash at the end and what only counts
      -- visitors make no difference, nor does the order of what is asked.
      create function url_key(url text) returns text language plpgsql immutable strict parallel safe as $$
      declare
        bare text := regexp_replace(split_part(url, '#', 1), '^https?://(www\\.)?', '', 'i');
        host text := regexp_replace(lower(substring(bare from '^[^/?]*')), ':(80|443)$', '');
        path text := rtrim(substring(split_part(bare, '?', 1) from '/.*'), '/');
        asked text := (
          select string_agg(part, '&' order by part collate "C")
            from regexp_split_to_table(substring(bare from '\\?(.*)$'), '&') part
           where part <> '' and part !~* '^(utm_[^=]*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid)(=|$)');
      begin
        return host || coalesce(path, '') || coalesce('?' || asked, '');
      end $$;

      -- Equal for texts that differ in capitals, white space, width of letters and marks around them alone.
      create function text_key(text) returns uuid language sql immutable strict parallel safe
      return md5(btrim(lower(regexp_replace(normalize($1, nfkc), '\\s+', ' ', 'g')), ' .!?"''“”„«»‘’'))::uuid;

      -- What the index holds of a claim. Each key begins with the workspace, so that what is rare in one is found
      -- fast beside another in which it is frequent. Put together as one text: in a loop it would take four times
      -- as long, and every claim that is entered pays for it.
      create function claim_keys(workspace_id uuid, configuration text, terms tsvector, urls text[])
      returns text[] language plpgsql immutable parallel safe as $$
      declare
        scope text := workspace_id || ' ' || configuration || ' ';
      begin
        return string_to_array(scope || array_to_string(tsvector_to_array(terms), E'\\x01' || scope), E'\\x01')
          || case when urls <> '{}' then string_to_array(workspace_id || ' url '
               || array_to_string(urls, E'\\x01' || workspace_id || ' url '), E'\\x01') end;
      end $$;
    `);
    await db.query(`
      -- A table of its own: a claim changes ten times in its life and its words hardly ever.
      create table claim_terms (
        claim_id uuid constraint pk_claim_terms primary key,
        workspace_id uuid not null,
        configuration text not null,
        terms tsvector not null,
        text_key uuid not null,
        urls text[] not null default '{}',
        constraint fk_claim_terms_claim foreign key (workspace_id, claim_id) references claims (workspace_id, id)
      );
      create index ix_claim_terms_text on claim_terms (workspace_id, text_key);
      -- Every look-up also reads what was not sorted in yet, so that is kept short.
      create index ix_claim_terms_keys on claim_terms
        using gin (claim_keys(workspace_id, configuration, terms, urls)) with (gin_pending_list_limit = 128);
      create index ix_statements_url on statements (workspace_id, url_key(url))
        where url is not null and struck_at is null;

      -- In how many claims of a workspace a word stands, and how many claims and words there are. Changes are
      -- appended and folded: rows of frequent words would be locked by everybody who enters a claim.
      create table claim_lexemes (
        workspace_id uuid not null constraint fk_claim_lexemes_workspace references workspaces (id),
        configuration text not null,
        lexeme text not null,
        claims bigint not null,
        constraint pk_claim_lexemes primary key (workspace_id, configuration, lexeme)
      );
      create index ix_claim_lexemes_spelling on claim_lexemes using gin (lexeme gin_trgm_ops);
      create table claim_lexeme_totals (
        workspace_id uuid not null constraint fk_claim_lexeme_totals_workspace references workspaces (id),
        configuration text not null,
        claims bigint not null,
        words bigint not null,
        constraint pk_claim_lexeme_totals primary key (workspace_id, configuration)
      );
      create table claim_term_deltas (
        id bigint generated always as identity constraint pk_claim_term_deltas primary key,
        workspace_id uuid not null,
        configuration text not null,
        delta smallint not null,
        terms tsvector not null
      );
    `);
    await db.query(`
      create function keep_claim_terms() returns trigger language plpgsql as $$
      declare
        stemmed text := stemmed_as(new.language);
        words tsvector := to_tsvector(('pg_catalog.' || stemmed)::regconfig, new.text);
        addresses text[] := '{}';
      begin
        if new.appearances <> '[]' then
          select array_agg(distinct url_key(seen ->> 'url')) into addresses from jsonb_array_elements(new.appearances) seen;
        end if;
        if tg_op = 'UPDATE' then
          insert into claim_term_deltas (workspace_id, configuration, delta, terms)
          select workspace_id, configuration, -1, terms from claim_terms where claim_id = new.id;
          update claim_terms set configuration = stemmed, terms = words, text_key = text_key(new.text), urls = addresses
           where claim_id = new.id;
        else
          insert into claim_terms (claim_id, workspace_id, configuration, terms, text_key, urls)
          values (new.id, new.workspace_id, stemmed, words, text_key(new.text), addresses);
        end if;
        insert into claim_term_deltas (workspace_id, configuration, delta, terms)
        values (new.workspace_id, stemmed, 1, words);
        return null;
      end $$;

      insert into claim_terms (claim_id, workspace_id, configuration, terms, text_key, urls)
      select c.id, c.workspace_id, stemmed_as(c.language),
             to_tsvector(('pg_catalog.' || stemmed_as(c.language))::regconfig, c.text), text_key(c.text),
             coalesce((select array_agg(distinct url_key(seen ->> 'url')) from jsonb_array_elements(c.appearances) seen), '{}')
        from claims c;
      insert into claim_term_deltas (workspace_id, configuration, delta, terms)
      select workspace_id, configuration, 1, terms from claim_terms;

      create trigger claims_entered_are_findable after insert on claims
        for each row execute function keep_claim_terms();
      create trigger claims_changed_are_findable after update of text, language, appearances on claims
        for each row when ((old.text, old.language, old.appearances) is distinct from (new.text, new.language, new.appearances))
        execute function keep_claim_terms();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger claims_changed_are_findable on claims;
      drop trigger claims_entered_are_findable on claims;
      drop index ix_statements_url;
      drop table claim_term_deltas, claim_lexeme_totals, claim_lexemes, claim_terms;
      drop function keep_claim_terms, claim_keys, text_key, url_key, stemmed_as;
      drop extension pg_trgm;
    `);
  }
}
