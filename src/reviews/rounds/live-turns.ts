import { inSql } from '../../base/database/in-sql.js';
import type { AssignmentState } from './assignment.entity.js';
import { MAY_REVIEW } from './reviewers.repository.js';

/** The states of a turn that nothing has ended yet. */
export const LIVE_STATES: AssignmentState[] = ['offered', 'leased', 'held'];

export const LIVE = `(${inSql(LIVE_STATES)})`;

/**
 * Whether a turn `a` of the member `m` stands at this moment: its time is not up, and its member may still review. So
 * it is for every reader and writer, whether or not the sweep has been by. Not to be asked twice in one statement, as
 * the clock goes on.
 */
export const STANDS = `(a.state in ${LIVE} and a.expires_at > clock_timestamp() and ${MAY_REVIEW})`;
