import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom a slot is not for, in its own row, and an index in which the slots that are not for the same members lie
 * together: so a take passes over a hundred thousand of them in one step (docs/decisions/0006).
 */
export class NoteWhomSlotsAreNotFor20261127110000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A set, in one order, so that the same members are the same value. Twelve at most, as a key of an index must
      -- stay small: what is not noted here the taking statement still looks up.
      create function with_member(members uuid[], member uuid) returns uuid[] language sql immutable as $$
        select case when member = any (members) or cardinality(members) >= 12 then members
                    else (select array_agg(m order by m) from unnest(members || member) m) end
      $$;

      alter table slots add column authors uuid[] not null default '{}',
                        add column finished uuid[] not null default '{}',
                        add column returned uuid[] not null default '{}',
                        add constraint ck_slots_not_for
                          check (greatest(cardinality(authors), cardinality(finished), cardinality(returned)) <= 12);

      with open as (
        select s.id, s.claim_id, s.round_id, s.entered_by from slots s where s.state not in ('done', 'cancelled')
      ), noted as (
        select o.id, array(select distinct m from (select o.entered_by as m union
                             (select st.recorded_by from statements st where st.claim_id = o.claim_id)) who
                            order by m limit 12) as authors,
               array(select distinct a.member_id from assignments a
                      where a.claim_id = o.claim_id
                        and (a.state = 'declined' or a.round_id = o.round_id and a.state = 'submitted')
                      order by 1 limit 12) as finished,
               array(select distinct a.member_id from assignments a
                      where a.round_id = o.round_id and a.state in ('released', 'expired', 'handed_over', 'broken')
                      order by 1 limit 12) as returned
          from open o
      )
      update slots s set authors = n.authors, finished = n.finished, returned = n.returned from noted n where n.id = s.id;

      create index ix_slots_not_for on slots (workspace_id, queue_id, mode, authors, finished, returned, rank, id)
        where state = 'waiting';

      -- Statements know nothing of slots. Whoever records one has locked the claim, and so its slots come next.
      create function note_author_on_slots() returns trigger language plpgsql as $$
      begin
        update slots s set authors = with_member(s.authors, n.recorded_by)
          from recorded n join rounds r on r.claim_id = n.claim_id and r.state in ('open', 'disagreed')
         where s.round_id = r.id and s.state not in ('done', 'cancelled') and n.recorded_by <> all (s.authors)
           and cardinality(s.authors) < 12;
        return null;
      end
      $$;
      create trigger statements_note_their_author after insert on statements referencing new table as recorded
        for each statement execute function note_author_on_slots();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger statements_note_their_author on statements;
      drop function note_author_on_slots();
      drop index ix_slots_not_for;
      alter table slots drop column authors, drop column finished, drop column returned;
      drop function with_member(uuid[], uuid);
    `);
  }
}
