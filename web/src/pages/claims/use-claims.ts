import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { api, queries } from '../../api/client';
import { useEvents } from '../../api/live';
import { useSession } from '../../session/session';
import { type Row, rowOf } from './claim-row-data';
import { type Filter, queryOf, type Sort } from './filter';

const PAGE = 100;
/** So many pages are read anew when something changes; who went further is told, and keeps their place. */
const PAGES_KEPT_LIVE = 3;
const GATHER_MS = 400;

interface ClaimsPage {
  rows: Row[];
  nextCursor: string | null;
}
type Pages = InfiniteData<ClaimsPage, string | undefined>;

export interface Claims {
  rows: Row[];
  /** Whether the last of them is there. */
  isWhole: boolean;
  isRead: boolean;
  /** Whether there are more, and none are on their way. */
  hasMore: boolean;
  error: Error | null;
  more(): void;
  again(): void;
  /** Whether something changed that the list does not show. */
  isBehind: boolean;
  /** Puts what a claim has become in its place, wherever in the list that is. */
  put(row: Row): void;
}

/** The claims of the filter, page after page as far as they were asked for. */
export function useClaims(filter: Filter, sort: Sort): Claims {
  const { me } = useSession();
  const key = ['claim-list', filter, sort] as const;
  const name = JSON.stringify(key);
  const [behind, setBehind] = useState('');
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: async ({ pageParam, signal }): Promise<ClaimsPage> => {
      const query = { ...queryOf(filter, me.id), sort, limit: PAGE, ...(pageParam && { cursor: pageParam }) };
      const { data } = await api.GET('/api/v1/claims', { params: { query: query }, signal });
      return { rows: data!.items.map(rowOf), nextCursor: data!.nextCursor };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    // The stream tells; a list of many pages is not read again merely because somebody came back to it.
    staleTime: Infinity,
    gcTime: 60_000,
  });
  const pageCount = list.data?.pages.length ?? 0;
  useNews(
    useCallback(() => {
      if (pageCount > PAGES_KEPT_LIVE) setBehind(name);
      else void queries.invalidateQueries({ queryKey: ['claim-list'] });
    }, [pageCount, name]),
  );
  // A list may be long, and is drawn at each step of scrolling.
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  return {
    rows,
    isWhole: list.data !== undefined && !list.hasNextPage,
    isRead: list.data !== undefined,
    hasMore: list.hasNextPage && !list.isFetching && !list.isError,
    error: list.error,
    more: () => void list.fetchNextPage(),
    again: () => {
      setBehind('');
      void queries.resetQueries({ queryKey: key });
    },
    isBehind: behind === name,
    put: (row) => queries.setQueryData<Pages>(key, (data) => data && withRow(data, row)),
  };
}

function withRow(data: Pages, row: Row): Pages {
  const pages = data.pages.map((page) =>
    page.rows.some(({ id }) => id === row.id)
      ? { ...page, rows: page.rows.map((old) => (old.id === row.id ? row : old)) }
      : page,
  );
  return { ...data, pages };
}

/** Calls once for each burst of things that happened. */
function useNews(tell: () => void): void {
  const timer = useRef<number | undefined>(undefined);
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  }, [tell]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  useEvents(
    useCallback(() => {
      timer.current ??= window.setTimeout(() => {
        timer.current = undefined;
        latest.current();
      }, GATHER_MS);
    }, []),
  );
}
