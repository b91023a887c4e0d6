import { queries, type Schemas, api, hooks } from '../api/client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

/** As many as the server hands out at once. */
const AT_ONCE = 200;

interface PageOf<Item> {
  items: Item[];
  nextCursor: string | null;
}

type Read<Item> = (query: { limit: number; cursor?: string }) => Promise<{ data?: PageOf<Item> | undefined }>;

async function every<Item>(read: Read<Item>): Promise<Item[]> {
  const all: Item[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await read({ limit: AT_ONCE, ...(cursor !== undefined && { cursor }) });
    all.push(...(data?.items ?? []));
    cursor = data?.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}

/** The keys are like those of single reads, so that the stream of events makes these be read anew too. */
function keyOf(path: string, id: string) {
  return ['get', path, { params: { path: { id } } }, 'every'] as const;
}

/** All statements on a claim, in the order of the record. */
export function useStatements(claimId: string) {
  const path = '/api/v1/claims/{id}/statements';
  return useQuery({
    queryKey: keyOf(path, claimId),
    queryFn: () => every((query) => api.GET(path, { params: { path: { id: claimId }, query } })),
  });
}

/** All that stands in the timeline of a claim, in the order of the record. */
export function useTimeline(claimId: string) {
  const path = '/api/v1/claims/{id}/timeline';
  return useQuery({
    queryKey: keyOf(path, claimId),
    queryFn: () => every((query) => api.GET(path, { params: { path: { id: claimId }, query } })),
  });
}

export function useEvidence(claimId: string) {
  const path = '/api/v1/claims/{id}/evidence';
  return useQuery({
    queryKey: keyOf(path, claimId),
    queryFn: () => every((query) => api.GET(path, { params: { path: { id: claimId }, query } })),
  });
}

export function useReviews(claimId: string) {
  const path = '/api/v1/claims/{id}/reviews';
  return useQuery({
    queryKey: keyOf(path, claimId),
    queryFn: () => every((query) => api.GET(path, { params: { path: { id: claimId }, query } })),
  });
}

export function usePublications(claimId: string) {
  const path = '/api/v1/claims/{id}/publications';
  return useQuery({
    queryKey: keyOf(path, claimId),
    queryFn: () => every((query) => api.GET(path, { params: { path: { id: claimId }, query } })),
  });
}

/** What happened to a claim, in the order of the record, page by page. */
export function useHistory(claimId: string) {
  const path = '/api/v1/claims/{id}/history';
  return useInfiniteQuery({
    queryKey: [...keyOf(path, claimId), 'pages'],
    queryFn: async ({ pageParam: cursor }) => {
      const query = { limit: 50, ...(cursor !== null && { cursor }) };
      return (await api.GET(path, { params: { path: { id: claimId }, query } })).data!;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** All sources of the workspace. */
export function useAllSources() {
  return useQuery({
    queryKey: ['get', '/api/v1/sources', {}, 'every'],
    queryFn: () => every((query) => api.GET('/api/v1/sources', { params: { query } })),
  });
}

/** The parties of the workspace. */
export function useParties() {
  return useQuery({
    queryKey: ['get', '/api/v1/parties', {}, 'every'],
    queryFn: () => every((query) => api.GET('/api/v1/parties', { params: { query } })),
  });
}

export type Source = Schemas['Source'];

/** Sources by their ids, with all above them: a source without a party speaks for that of the nearest above. */
export function useSources(ids: string[]) {
  const wanted = [...new Set(ids)].sort();
  return useQuery({
    queryKey: ['get', '/api/v1/sources/{id}', {}, wanted],
    queryFn: () => withAncestors(wanted),
    // Statements come one by one: what is known already stays to be seen meanwhile.
    placeholderData: (before: ReadonlyMap<string, Source> | undefined) => before,
  });
}

async function withAncestors(ids: string[]): Promise<ReadonlyMap<string, Source>> {
  const known = new Map<string, Source>();
  let missing = ids;
  while (missing.length > 0) {
    const read = await Promise.all(missing.map(readSource));
    read.forEach((source) => known.set(source.id, source));
    const parents = read.flatMap(({ parentId }) => (parentId === null ? [] : [parentId]));
    missing = [...new Set(parents)].filter((id) => !known.has(id));
  }
  return known;
}

function readSource(id: string): Promise<Source> {
  return queries.fetchQuery(hooks.queryOptions('get', '/api/v1/sources/{id}', { params: { path: { id } } }));
}

/** The party a source speaks for: its own, or that of the nearest above it that has one. */
export function partyOf(id: string, sources: ReadonlyMap<string, Source>): string | null {
  for (let source = sources.get(id); source !== undefined;) {
    if (source.party !== null) return source.party;
    source = source.parentId === null ? undefined : sources.get(source.parentId);
  }
  return null;
}
