import { Injectable } from '@nestjs/common';
import type { Reader } from '../../base/database/tx.js';

export interface Reviewer {
  id: string;
  languages: string[];
  skills: string[];
}

/** Who may review at all, as a condition on members m. */
export const MAY_REVIEW = `m.removed_at is null and m.role in ('reviewer', 'editor', 'admin')`;

/** Whether a member has recorded a statement of a claim, as a condition: then they do not review it, as if they had entered it. */
export function hasStated(claim: string, member: string): string {
  return `exists (select 1 from statements st where st.claim_id = ${claim} and st.recorded_by = ${member})`;
}

@Injectable()
export class ReviewersRepository {
  /** Who may review in a workspace, in the order of their ids. */
  all(reader: Reader, workspaceId: string): Promise<Reviewer[]> {
    return reader.query(
      `select m.id, m.languages, m.skills from members m where m.workspace_id = $1 and ${MAY_REVIEW} order by m.id`,
      [workspaceId],
    );
  }
}
