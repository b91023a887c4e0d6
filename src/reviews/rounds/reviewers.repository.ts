import { Injectable } from '@nestjs/common';
import type { Reader } from '../../base/database/tx.js';

export interface Reviewer {
  id: string;
  languages: string[];
  skills: string[];
}

const REVIEWS = `m.role in ('reviewer', 'editor', 'admin')`;

/** Who may review at all, as a condition on members m. */
export const MAY_REVIEW = `m.removed_at is null and ${REVIEWS}`;

/** Since when a member m may not review; null for those who may. */
export const NO_REVIEWER_SINCE = `case when ${REVIEWS} then m.removed_at else least(m.role_since, m.removed_at) end`;

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
