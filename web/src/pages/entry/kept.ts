import { useState } from 'react';

const PREFIX = 'second-source.draft.';

export function readKept<T extends object>(name: string, empty: T): T {
  try {
    return { ...empty, ...(JSON.parse(localStorage.getItem(PREFIX + name) ?? '{}') as Partial<T>) };
  } catch {
    return empty;
  }
}

/** Keeps it in this browser; what does not fit there is at least kept on the page. */
export function keep(name: string, value: object | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    return;
  }
}

type Change<T> = Partial<T> | ((now: T) => Partial<T>);

/** What is being typed: it survives a reload, and is forgotten once it is on the record. */
export function useKept<T extends object>(name: string, empty: T) {
  const [value, setValue] = useState(() => readKept(name, empty));
  const change = (by: Change<T>) =>
    setValue((now) => {
      const next = { ...now, ...(typeof by === 'function' ? by(now) : by) };
      keep(name, next);
      return next;
    });
  const forget = () => {
    keep(name, null);
    setValue(empty);
  };
  return { value, change, forget };
}
