export type Level = 'ok' | 'warning' | 'problem';

/** What one check has found. */
export interface Finding {
  check: string;
  level: Level;
  message: string;
  /** What to do about it; null where nothing has to be done. */
  advice: string | null;
}

export function ok(check: string, message: string): Finding {
  return { check, level: 'ok', message, advice: null };
}

export function warning(check: string, message: string, advice: string): Finding {
  return { check, level: 'warning', message, advice };
}

export function problem(check: string, message: string, advice: string): Finding {
  return { check, level: 'problem', message, advice };
}

/** "3 events", "1 event". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A length of time as a person would say it. */
export function lasting(seconds: number): string {
  const [size, unit] =
    seconds < 120
      ? [1, 'second']
      : seconds < 7200
        ? [60, 'minute']
        : seconds < 172_800
          ? [3600, 'hour']
          : [86_400, 'day'];
  return counted(Math.round(seconds / size), unit);
}
