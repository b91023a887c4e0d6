import { type Actor, hasRole } from '../../base/actor/actor.js';
import type { Source } from './source.entity.js';

/** Who sees what a confidential source is called: editors, and whoever recorded it. */
export function seesName(actor: Actor, source: Pick<Source, 'confidential' | 'createdBy'>): boolean {
  return !source.confidential || hasRole(actor, 'editor') || source.createdBy === actor.memberId;
}
