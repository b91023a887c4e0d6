import { hasRole, type Role } from '../../base/actor/actor.js';

export const CLAIM_STATES = [
  'triage',
  'queued',
  'in_review',
  'adjudication',
  'decided',
  'published',
  'on_hold',
  'closed',
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export const CLOSED_REASONS = ['duplicate', 'not_checkable', 'out_of_scope', 'withdrawn'] as const;
export type ClosedReason = (typeof CLOSED_REASONS)[number];

/** What moves a claim when no member may ask for it by POST /claims/{id}/transitions. */
export const ACTS = ['take', 'return', 'decision', 'adjudication', 'publication', 'withdrawal'] as const;
type Act = (typeof ACTS)[number];

export interface Transition {
  from: ClaimState;
  to: ClaimState;
  /** The weakest role that may ask for it, or the act that alone brings it about. */
  by: Role | Act;
  note?: string;
}

const RE_REVIEW = 'a re-review; the machine asks for it too, with its cause';

/** The life of a claim. Served by GET /workflow, enforced in this room, checked at the start. */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'triage', to: 'queued', by: 'fact_checker' },
  { from: 'triage', to: 'on_hold', by: 'fact_checker' },
  { from: 'triage', to: 'closed', by: 'fact_checker' },
  { from: 'queued', to: 'triage', by: 'fact_checker' },
  { from: 'queued', to: 'on_hold', by: 'fact_checker' },
  { from: 'queued', to: 'closed', by: 'fact_checker' },
  { from: 'queued', to: 'in_review', by: 'take', note: 'the first take of a slot' },
  { from: 'in_review', to: 'queued', by: 'return', note: 'when every slot waits again' },
  { from: 'in_review', to: 'on_hold', by: 'editor', note: 'live leases are broken, with notice' },
  { from: 'in_review', to: 'closed', by: 'editor', note: 'live leases are broken, with notice' },
  {
    from: 'in_review',
    to: 'decided',
    by: 'decision',
    note: 'the last decision of the round, when they agree',
  },
  {
    from: 'in_review',
    to: 'adjudication',
    by: 'decision',
    note: 'the last decision of the round, when they disagree',
  },
  { from: 'adjudication', to: 'decided', by: 'adjudication', note: 'by an editor who took no part' },
  { from: 'adjudication', to: 'queued', by: 'editor', note: 'a new round' },
  { from: 'decided', to: 'published', by: 'publication' },
  { from: 'decided', to: 'queued', by: 'editor', note: RE_REVIEW },
  { from: 'published', to: 'decided', by: 'withdrawal', note: 'of the last publication standing' },
  { from: 'published', to: 'queued', by: 'editor', note: RE_REVIEW },
  { from: 'on_hold', to: 'triage', by: 'fact_checker', note: 'when it was held there' },
  { from: 'on_hold', to: 'queued', by: 'fact_checker', note: 'when it was held there or in review' },
  { from: 'closed', to: 'triage', by: 'editor' },
];

/** A claim held in review goes back to the queue: its round is over. */
export function heldFrom(status: ClaimState): ClaimState {
  return status === 'in_review' ? 'queued' : status;
}

/** Whether a claim in this state has a verdict that stands. */
export function isSettled(status: ClaimState): boolean {
  return status === 'decided' || status === 'published';
}

/** Whether a claim in this state has a round that runs. */
export function inQueue(status: ClaimState): boolean {
  return status === 'queued' || status === 'in_review' || status === 'adjudication';
}

export interface Standing {
  status: ClaimState;
  heldFrom: ClaimState | null;
}

/** Where this caller may move the claim now by POST /claims/{id}/transitions. */
export function allowedTransitions(claim: Standing, actor: { role: Role }): ClaimState[] {
  return TRANSITIONS.filter(
    ({ from, to, by }) =>
      from === claim.status &&
      !isAct(by) &&
      hasRole(actor, by) &&
      (from !== 'on_hold' || to === claim.heldFrom),
  ).map(({ to }) => to);
}

/** The role that may move the claim there, if any member may. */
export function roleForTransition(claim: Standing, to: ClaimState): Role | null {
  const by = TRANSITIONS.find((transition) => transition.from === claim.status && transition.to === to)?.by;
  if (by === undefined || isAct(by) || (claim.status === 'on_hold' && to !== claim.heldFrom)) return null;
  return by;
}

export function isTransition(from: ClaimState, to: ClaimState): boolean {
  return TRANSITIONS.some((transition) => transition.from === from && transition.to === to);
}

/** Throws when the table names an unknown state, lists a move twice, or has a state nobody can reach or leave. */
export function checkTransitions(states: readonly string[], transitions: readonly Transition[]): void {
  const faults: string[] = [];
  const moves = new Set<string>();
  for (const { from, to } of transitions) {
    for (const state of [from, to]) if (!states.includes(state)) faults.push(`unknown state ${state}`);
    if (moves.has(`${from} ${to}`)) faults.push(`${from} to ${to} is listed twice`);
    moves.add(`${from} ${to}`);
  }
  const reached = new Set(states.slice(0, 1));
  for (let grown = true; grown;) {
    const before = reached.size;
    for (const { from, to } of transitions) if (reached.has(from)) reached.add(to);
    grown = reached.size > before;
  }
  for (const state of states) {
    if (!reached.has(state)) faults.push(`no way leads to ${state}`);
    if (!transitions.some(({ from }) => from === state)) faults.push(`no way leads out of ${state}`);
  }
  if (faults.length > 0) throw new Error(`The table of transitions is wrong: ${faults.join('; ')}.`);
}

function isAct(by: Role | Act): by is Act {
  return (ACTS as readonly string[]).includes(by);
}
