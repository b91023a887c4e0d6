import { HOUR } from './due.rules.js';

const MINUTE = 60_000;
/** Steps of priority; nothing waits behind what was queued more than this many steps later. */
const STEPS = 9;

export interface RankInput {
  queuedAt: Date;
  /** 0 to 9, higher first. */
  priority: number;
  dueAt: Date | null;
  priorityStepMinutes: number;
  dueNoticeHours: number;
}

/**
 * The place of a slot in its queue, the smaller the sooner, computed once when it is queued:
 * max(queuedAt − 9 × step, min(queuedAt − priority × step, due − notice)).
 * Priority and due time help, and the bound keeps what waits from starving.
 */
export function rankOf({ queuedAt, priority, dueAt, priorityStepMinutes, dueNoticeHours }: RankInput): Date {
  const queued = queuedAt.getTime();
  const step = priorityStepMinutes * MINUTE;
  const byPriority = queued - priority * step;
  const byDue = dueAt === null ? Infinity : dueAt.getTime() - dueNoticeHours * HOUR;
  return new Date(Math.max(queued - STEPS * step, Math.min(byPriority, byDue)));
}
