/** A day, or a moment of the reader's own clock, as two fields have it. */
export interface Moment {
  date: string;
  time: string;
}

export const NO_MOMENT: Moment = { date: '', time: '' };

/** A day stays a day; with a time of day it is a moment. */
export function momentOf({ date, time }: { date: string; time: string }): string | null {
  if (date === '') return null;
  return time === '' ? date : new Date(`${date}T${time}`).toISOString();
}
