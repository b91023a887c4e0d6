import type { Schemas } from '../api/client';
import type { CorroborationStatus } from '../parts/words';

/** A moment at which one may look back: the end of a day, one at which the status changed, or now. */
export interface Stop {
  /** Null: now. */
  at: string | null;
  status: CorroborationStatus;
  isChange: boolean;
}

interface Step {
  at: string;
  status: CorroborationStatus;
}

/** From the first moment on record to now: every change of the status, and the end of every day between. */
export function stopsOf(
  timeline: Schemas['TimelineItem'][],
  present: CorroborationStatus,
  now: Date,
): Stop[] {
  const changes = timeline.flatMap(({ recordedAt, corroboration }) =>
    corroboration === null ? [] : [{ at: recordedAt, ...corroboration }],
  );
  const first = timeline[0]?.recordedAt ?? now.toISOString();
  const steps: Step[] = [{ at: first, status: changes[0]?.from.status ?? present }];
  for (const { at, to } of changes)
    if (to.status !== steps.at(-1)!.status) steps.push({ at, status: to.status });
  const statusAt = (at: string) => (steps.findLast((step) => step.at <= at) ?? steps[0]!).status;
  const days = daysBetween(first, now).map((at) => ({ at, status: statusAt(at), isChange: false }));
  const past = [...steps.map((step) => ({ ...step, isChange: true })), ...days];
  past.sort((a, b) => (a.at < b.at ? -1 : 1));
  return [...past, { at: null, status: present, isChange: false }];
}

/** The last millisecond of each day that has ended since, as the reader's clock has days. */
function daysBetween(first: string, now: Date): string[] {
  const ends: string[] = [];
  const end = new Date(first);
  end.setHours(23, 59, 59, 999);
  while (end < now) {
    ends.push(end.toISOString());
    end.setDate(end.getDate() + 1);
  }
  return ends;
}

/** Stops beside one another with the same status are one stretch. */
export function stretchesOf(stops: Stop[]): { status: CorroborationStatus; from: number; to: number }[] {
  const stretches: { status: CorroborationStatus; from: number; to: number }[] = [];
  stops.forEach(({ status }, place) => {
    const last = stretches.at(-1);
    if (last?.status === status) last.to = place + 1;
    else stretches.push({ status, from: place, to: place + 1 });
  });
  return stretches;
}
