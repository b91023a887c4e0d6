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

/**
 * Whether a member has recorded the statement of this alias: on its claim, or on a duplicate from which it came, by
 * however many others.
 */
export function statedBy(statement: string, member: string): string {
  return `(${statement}.recorded_by = ${member} or ${statement}.moved_from_id is not null and exists (
      with recursive came as (
        select o.recorded_by, o.moved_from_id from statements o where o.id = ${statement}.moved_from_id
        union all
        select o.recorded_by, o.moved_from_id from came join statements o on o.id = came.moved_from_id
      )
      select 1 from came where came.recorded_by = ${member}))`;
}

/** True where a member has recorded a statement of a claim, otherwise null: then they do not review it, as if they had entered it. */
export function hasStated(claim: string, member: string): string {
  // Not as "exists": beside an "or" the planner would rather read all statements once than a claim's few by index.
  return `(select true from statements st where st.claim_id = ${claim} and ${statedBy('st', member)} limit 1)`;
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
