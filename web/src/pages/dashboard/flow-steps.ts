import type { Schemas } from '../../api/client';

export const BUCKETS = ['hour', 'day', 'week'] as const;
export type Bucket = (typeof BUCKETS)[number];
export type Flow = Schemas['Flow'];

/** What a claim comes through on its way. */
export const STEPS = ['triage', 'queued', 'decided', 'published', 'closed'] as const;
type Step = (typeof STEPS)[number];

/** How many claims came there in that time. */
export function stepOf(flow: Flow, step: Step): number {
  return flow.entered[step] ?? 0;
}
