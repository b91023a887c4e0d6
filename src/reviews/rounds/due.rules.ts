export const HOUR = 3_600_000;

export interface DueInput {
  queuedAt: Date;
  /** The claim's own due time, which goes before its queue's. */
  dueAt: Date | null;
  dueHours: number | null;
  dueNoticeHours: number;
}

/** When a review that is opened now is due, and from when it is due soon; both null when nothing says when. */
export function dueTimesOf({ queuedAt, dueAt, dueHours, dueNoticeHours }: DueInput): {
  dueAt: Date | null;
  noticeAt: Date | null;
} {
  const due = dueAt ?? (dueHours === null ? null : new Date(queuedAt.getTime() + dueHours * HOUR));
  return { dueAt: due, noticeAt: due && new Date(due.getTime() - dueNoticeHours * HOUR) };
}
