import type { MigrationInterface, QueryRunner } from 'typeorm';

const NOTE = `
          update slots s set authors = with_member(s.authors, n.recorded_by)
            from recorded n join rounds r on r.claim_id = n.claim_id and r.state in ('open', 'disagreed')
           where s.round_id = r.id and s.state not in ('done', 'cancelled') and n.recorded_by <> all (s.authors)
             and cardinality(s.authors) < 12;`;

/**
 * A statement that came from a duplicate has been recorded by whoever did so there, and not only by whoever closed the
 * duplicate: the slots that wait note both.
 */
export class NoteWhoSaidWhatWasMoved20261129170000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function note_author_on_slots() returns trigger language plpgsql as $$
      declare
        said record;
      begin${NOTE}
        if exists (select 1 from recorded where moved_from_id is not null) then
          for said in
            with recursive source as (
              select claim_id, recorded_by, moved_from_id from recorded
              union
              select s.claim_id, o.recorded_by, o.moved_from_id
                from source s join statements o on o.id = s.moved_from_id
            )
            select distinct claim_id, recorded_by from source order by 1, 2
          loop
            update slots s set authors = with_member(s.authors, said.recorded_by)
              from rounds r
             where r.claim_id = said.claim_id and r.state in ('open', 'disagreed') and s.round_id = r.id
               and s.state not in ('done', 'cancelled');
          end loop;
        end if;
        return null;
      end
      $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function note_author_on_slots() returns trigger language plpgsql as $$
      begin${NOTE}
        return null;
      end
      $$;
    `);
  }
}
