import { queries } from '../api/client';

/** Sources and parties are asked for again: the desk itself just changed one, and need not wait until it is told. */
export function readSourcesAgain(): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ queryKey: [, path] }) =>
      typeof path === 'string' && /^\/api\/v1\/(sources|parties)\b/.test(path),
  });
}
