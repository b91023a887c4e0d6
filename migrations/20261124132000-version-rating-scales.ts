import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A rating scale is never changed, only followed by the next version; a round keeps the one it was opened with. */
export class VersionRatingScales20261124132000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table rating_scales (
        id uuid constraint pk_rating_scales primary key,
        workspace_id uuid not null constraint fk_rating_scales_workspace references workspaces (id),
        version integer not null,
        valid_from timestamptz(3) not null default now(),
        constraint uq_rating_scales_workspace_id unique (workspace_id, id),
        constraint uq_rating_scales_version unique (workspace_id, version)
      );
      insert into rating_scales (id, workspace_id, version) select gen_random_uuid(), id, 1 from workspaces;

      alter table ratings drop constraint pk_ratings, drop constraint fk_ratings_workspace, add column scale_id uuid;
      update ratings r set scale_id = s.id from rating_scales s where s.workspace_id = r.workspace_id;
      alter table ratings
        alter column scale_id set not null,
        add constraint pk_ratings primary key (scale_id, key),
        add constraint fk_ratings_scale foreign key (workspace_id, scale_id) references rating_scales (workspace_id, id);

      alter table rounds add column scale_id uuid;
      update rounds r set scale_id = s.id from rating_scales s where s.workspace_id = r.workspace_id;
      alter table rounds
        alter column scale_id set not null,
        add constraint fk_rounds_scale foreign key (workspace_id, scale_id) references rating_scales (workspace_id, id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table rounds drop column scale_id;
      -- Only the scale in force has a place in the older table.
      delete from ratings r using rating_scales s, rating_scales later
       where s.id = r.scale_id and later.workspace_id = s.workspace_id and later.version > s.version;
      alter table ratings
        drop column scale_id,
        add constraint pk_ratings primary key (workspace_id, key),
        add constraint fk_ratings_workspace foreign key (workspace_id) references workspaces (id);
      drop table rating_scales;
    `);
  }
}
