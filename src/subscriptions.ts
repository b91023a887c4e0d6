import { lookAtLinks } from './facts/captures/captures.jobs.js';
import { recomputeWorkspace } from './facts/statements/recomputation.job.js';
import type { Subscription } from './record/feed/event-tracker.service.js';
import { searchReReviews } from './reviews/re-reviews/re-reviews.jobs.js';
import { endLostTurns, offerSlots, searchStalled } from './reviews/rounds/rounds.jobs.js';

// Each job finds from the rows what there is to do, so one run does for all events before it.
const recompute: Subscription['job'] = ({ workspaceId }) => ({
  kind: recomputeWorkspace,
  payload: { workspaceId },
});

const offer: Subscription['job'] = () => ({ kind: offerSlots, payload: {} });

const endLost: Subscription['job'] = () => ({ kind: endLostTurns, payload: {} });

const search: Subscription['job'] = ({ workspaceId }) => ({ kind: searchStalled, payload: { workspaceId } });

const reReview: Subscription['job'] = () => ({ kind: searchReReviews, payload: {} });

const look: Subscription['job'] = () => ({ kind: lookAtLinks, payload: {} });

/** Which event wakes which job: the only place that knows both ends. */
export const SUBSCRIPTIONS_OF_THE_MACHINE: Subscription[] = [
  // A link is looked at as soon as it is on the record.
  { event: 'evidence.added', job: look },

  // What the rule reads besides statements has changed: claims it touches are recomputed.
  { event: 'source.updated', job: recompute },
  { event: 'party.updated', job: recompute },
  { event: 'party.merged', job: recompute },
  { event: 'policy.changed', job: recompute },

  // A slot may wait again, or somebody may have become eligible: push queues are looked through.
  { event: 'round.opened', job: offer },
  { event: 'round.escalated', job: offer },
  { event: 'assignment.released', job: offer },
  { event: 'assignment.declined', job: offer },
  { event: 'assignment.expired', job: offer },
  { event: 'assignment.broken', job: offer },
  { event: 'member.admitted', job: offer },
  { event: 'member.updated', job: offer },

  // Somebody may not review any more: what they have in hand is taken back.
  { event: 'member.updated', job: endLost },
  { event: 'member.removed', job: endLost },

  // Somebody may have ceased to be eligible, or become so: who is left for what waits is looked at again.
  { event: 'member.admitted', job: search },
  { event: 'member.updated', job: search },
  { event: 'member.removed', job: search },
  { event: 'queue.updated', job: search },
  { event: 'policy.changed', job: search },

  // A verdict may be in question, or too old for a new policy.
  { event: 'statement.recorded', job: reReview },
  { event: 'statement.struck', job: reReview },
  { event: 'evidence.gone', job: reReview },
  { event: 'source.updated', job: reReview },
  { event: 'source.graded', job: reReview },
  { event: 'policy.changed', job: reReview },
];
