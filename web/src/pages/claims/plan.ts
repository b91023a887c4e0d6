import type { Schemas } from '../../api/client';
import type { Row } from './claim-row-data';

export type Wanted = Schemas['TransitionWanted'];
export type Target = Wanted['to'];
type Transition = Schemas['Workflow']['transitions'][number];
type Role = Schemas['Me']['role'];

/** Where several claims at once may be moved. Of a duplicate one must say of what, so that is done claim by claim. */
export const TARGETS = ['queued', 'on_hold', 'closed', 'triage'] as const satisfies readonly Target[];
export type BulkTarget = (typeof TARGETS)[number];
export const CLOSED_REASONS = ['not_checkable', 'out_of_scope', 'withdrawn'] as const;

export type Hindrance =
  | { why: 'already' }
  | { why: 'noWay'; from: Row['status'] }
  | { why: 'heldFrom'; from: Row['status']; heldFrom: Row['status'] }
  | { why: 'act'; from: Row['status'] }
  | { why: 'role'; from: Row['status']; role: Role };

export interface Plan {
  moves: Row[];
  stays: { row: Row; hindrance: Hindrance }[];
}

/** What will happen to each of the claims, from what the server said one may do with it. */
export function planOf(rows: readonly Row[], to: Target, transitions: readonly Transition[]): Plan {
  const moves = rows.filter((row) => row.allowedTransitions.includes(to));
  const stays = rows
    .filter((row) => !row.allowedTransitions.includes(to))
    .map((row) => ({ row, hindrance: hindranceOf(row, to, transitions) }));
  return { moves, stays };
}

export const ROLES = [
  'viewer',
  'fact_checker',
  'reviewer',
  'editor',
  'admin',
] as const satisfies readonly Role[];

export function hindranceOf(row: Row, to: Target, transitions: readonly Transition[]): Hindrance {
  const { status: from, heldFrom } = row;
  if (from === to) return { why: 'already' };
  if (from === 'on_hold' && heldFrom !== null && heldFrom !== to) return { why: 'heldFrom', from, heldFrom };
  const way = transitions.find((transition) => transition.from === from && transition.to === to);
  if (way === undefined) return { why: 'noWay', from };
  const role = ROLES.find((known) => known === way.by);
  return role === undefined ? { why: 'act', from } : { why: 'role', from, role };
}
