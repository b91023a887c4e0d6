import { useQuery } from '@tanstack/react-query';
import { api, queries, type Schemas } from '../api/client';
import { useEvents } from '../api/live';

export type Source = Schemas['Source'];

const KEY = ['all-sources'];
const PAGE = 200;
const PAGES_AT_MOST = 50;

/** All sources of the workspace; of very many the oldest ten thousand. */
async function readAll(): Promise<Source[]> {
  const sources: Source[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_AT_MOST; page += 1) {
    const query: { limit: number; cursor?: string } = { limit: PAGE, ...(cursor !== null && { cursor }) };
    const { data } = await api.GET('/api/v1/sources', { params: { query } });
    sources.push(...data!.items);
    cursor = data!.nextCursor;
    if (cursor === null) break;
  }
  return sources;
}

export function readSourcesAgain(): Promise<void> {
  return queries.invalidateQueries({ queryKey: KEY });
}

// Whatever happens on a claim leaves the sources as they are: reading all of them anew each time would be dear.
function follow({ type }: Schemas['Event']): void {
  if (type.startsWith('source.') || type.startsWith('party.')) void readSourcesAgain();
}

/** The sources, for lists, trees and for choosing one by its name. */
export function useAllSources() {
  useEvents(follow);
  return useQuery({ queryKey: KEY, queryFn: readAll });
}
