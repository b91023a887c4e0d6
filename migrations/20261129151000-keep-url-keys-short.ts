import type { MigrationInterface, QueryRunner } from 'typeorm';

const WHOLE = `host || coalesce(path, '') || coalesce('?' || asked, '')`;
const SHORT = (key: string) =>
  `case when octet_length(${key}) > 1000 then left(${key}, 100) || ' ' || md5(${key}) else ${key} end`;

/** An address may have 2,000 characters and so 8,000 bytes, and an index takes keys of 2,700: longer ones are digested. */
export class KeepUrlKeysShort20261129151000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(urlKey(`(select ${SHORT('key')} from (select ${WHOLE} as key) whole)`));
    await db.query(`
      reindex index ix_statements_url;
      update claim_terms set urls = (select array_agg(distinct ${SHORT('key')}) from unnest(urls) key)
       where octet_length(array_to_string(urls, '')) > 1000;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(urlKey(WHOLE));
    await db.query('reindex index ix_statements_url');
  }
}

/** As it was first made; only what it answers of its parts is another. */
function urlKey(answer: string): string {
  return `
    create or replace function url_key(url text) returns text language plpgsql immutable strict parallel safe as $$
    declare
      bare text := regexp_replace(split_part(url, '#', 1), '^https?://(www\\.)?', '', 'i');
      host text := regexp_replace(lower(substring(bare from '^[^/?]*')), ':(80|443)$', '');
      path text := rtrim(substring(split_part(bare, '?', 1) from '/.*'), '/');
      asked text := (
        select string_agg(part, '&' order by part collate "C")
          from regexp_split_to_table(substring(bare from '\\?(.*)$'), '&') part
         where part <> '' and part !~* '^(utm_[^=]*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid)(=|$)');
    begin
      return ${answer};
    end $$`;
}
