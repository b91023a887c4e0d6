import { useQueries } from '@tanstack/react-query';
import { hooks } from '../../../api/client';
import type { When } from './rule';

export function useParties() {
  return hooks.useQuery('get', '/api/v1/parties', { params: { query: { limit: 200 } } });
}

/** What the parties and sources are called that a rule names by their ids. */
export function useNames({ sources }: Pick<When, 'sources'>): (id: string) => string {
  const parties = useParties();
  const read = useQueries({
    queries: sources.map((id) =>
      hooks.queryOptions('get', '/api/v1/sources/{id}', { params: { path: { id } } }),
    ),
  });
  return (id) =>
    parties.data?.items.find((party) => party.id === id)?.name ??
    read.find(({ data }) => data?.id === id)?.data?.name ??
    '…';
}
