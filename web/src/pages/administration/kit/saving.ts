import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isRefusal, queries } from '../../../api/client';

/** Asks anew for all that was read under a path. The stream tells of changes too, but not always before one looks. */
export async function refresh(...paths: string[]): Promise<void> {
  await queries.invalidateQueries({ predicate: ({ queryKey }) => paths.includes(String(queryKey[1])) });
}

export interface Draft<T> {
  value: T;
  isChanged: boolean;
  change(value: T): void;
  reset(): void;
  /** What the draft began with, so that nobody's change is written over unseen. */
  version: number;
  /** From now on the draft takes the place of this one. */
  replace(version: number): void;
}

/** What is being edited: what the server has until it is touched, and what was typed from then on. */
export function useDraft<T>(saved: T, version: number): Draft<T> {
  const [draft, setDraft] = useState<{ value: T; version: number } | null>(null);
  const begun = draft ?? { value: saved, version };
  return {
    ...begun,
    isChanged: draft !== null,
    change: (value) => setDraft({ ...begun, value }),
    reset: () => setDraft(null),
    replace: (newer) => setDraft({ ...begun, version: newer }),
  };
}

/** Saves a draft with If-Match. When somebody was faster it is refused once, and then takes the place of theirs. */
export function useSaving<T>(
  draft: Draft<T>,
  path: string,
  send: (value: T, ifMatch: string) => Promise<unknown>,
  onSaved?: () => void,
) {
  return useMutation({
    mutationFn: (value: T) => send(value, `"${draft.version}"`),
    onSuccess: async () => {
      await refresh(path);
      draft.reset();
      onSaved?.();
    },
    onError: (error) => {
      if (isRefusal(error, 'version.stale')) draft.replace(Number(error.more['currentVersion']));
    },
  });
}

/** What a refusal says of single fields, as a Form takes it; what is said of an item of a list is said of the list. */
export function faultsOf(error: unknown, nameOf = (path: string) => path.replace(/\.\d+$/, '')) {
  if (!isRefusal(error)) return {};
  return Object.fromEntries(error.errors.map(({ path, message }) => [nameOf(path), message]));
}
