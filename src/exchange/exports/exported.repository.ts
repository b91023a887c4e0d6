import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Reader } from '../../base/database/tx.js';
import { Evidence } from '../../facts/evidence/evidence.entity.js';
import type { Reliability, SourceKind } from '../../facts/sources/source.entity.js';
import { Statement } from '../../facts/statements/statement.entity.js';

export interface ExportedSource {
  id: string;
  name: string;
  kind: SourceKind;
  parentId: string | null;
  party: string | null;
  country: string | null;
  urls: string[];
  wikidataId: string | null;
  notes: string;
  confidential: boolean;
  publicLabel: string | null;
  reliability: Reliability | null;
  gradeReason: string | null;
}

/** Reads what belongs to the claims of a stretch, each table once. */
@Injectable()
export class ExportedRepository {
  statements(reader: Reader, workspaceId: string, claimIds: string[]): Promise<Statement[]> {
    return reader
      .repository(Statement)
      .find({ where: { workspaceId, claimId: In(claimIds) }, order: { recordedAt: 'ASC', id: 'ASC' } });
  }

  evidence(reader: Reader, workspaceId: string, claimIds: string[]): Promise<Evidence[]> {
    return reader
      .repository(Evidence)
      .find({ where: { workspaceId, claimId: In(claimIds) }, order: { addedAt: 'ASC', id: 'ASC' } });
  }

  /** These sources and all those they belong to. */
  sources(reader: Reader, workspaceId: string, ids: string[]): Promise<ExportedSource[]> {
    return reader.query<ExportedSource>(
      `with recursive wanted (id) as (
         select unnest($2::uuid[])
         union
         select s.parent_id from wanted w join sources s on s.workspace_id = $1 and s.id = w.id
          where s.parent_id is not null
       )
       select s.id, s.name, s.kind, s.parent_id as "parentId", coalesce(m.name, p.name) as party, s.country, s.urls,
              s.wikidata_id as "wikidataId", s.notes, s.confidential, s.public_label as "publicLabel", s.reliability,
              (select g.reason from source_grades g
                where g.workspace_id = s.workspace_id and g.source_id = s.id
                order by g.graded_at desc, g.id desc limit 1) as "gradeReason"
         from sources s
         left join parties p on p.workspace_id = s.workspace_id and p.id = s.party_id
         left join parties m on m.workspace_id = p.workspace_id and m.id = p.merged_into_id
        where s.workspace_id = $1 and s.id in (select id from wanted)
        order by s.created_at, s.id`,
      [workspaceId, ids],
    );
  }

  /**
   * What each confidential source is called in an export. A label that several have, or that is another one's name, is
   * numbered: else those who read it would take them for one source, and count one voice where there are two.
   */
  async labels(reader: Reader, workspaceId: string): Promise<Map<string, string>> {
    const rows = await reader.query<{ id: string; label: string; before: number }>(
      `select s.id, s.public_label as label,
              (row_number() over (partition by lower(btrim(s.public_label)) order by s.created_at, s.id)
               + (select count(*) from sources o
                   where o.workspace_id = s.workspace_id and not o.confidential
                     and o.name_key = lower(btrim(s.public_label))) - 1)::int as before
         from sources s where s.workspace_id = $1 and s.confidential`,
      [workspaceId],
    );
    return new Map(
      rows.map(({ id, label, before }) => [id, before === 0 ? label : `${label} (${before + 1})`]),
    );
  }
}
