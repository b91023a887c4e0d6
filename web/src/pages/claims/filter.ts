import { useCallback } from 'react';
import { useSearchParams } from 'wouter';
import { serverNow } from '../../api/clock';
import type { paths } from '../../api/schema';

type Query = NonNullable<paths['/api/v1/claims']['get']['parameters']['query']>;

export const STATUSES = [
  'triage',
  'queued',
  'in_review',
  'adjudication',
  'decided',
  'published',
  'on_hold',
  'closed',
] as const satisfies readonly Query['status'][];

export const CORROBORATIONS = [
  'contested',
  'corroborated',
  'single_source',
  'retracted',
  'denied',
  'unsourced',
] as const satisfies readonly Query['corroboration'][];

export const SORTS = [
  '-createdAt',
  'createdAt',
  '-updatedAt',
  'rank',
  'dueAt',
] as const satisfies readonly Query['sort'][];
export type Sort = (typeof SORTS)[number];

/** What narrows the list, as it stands in the address. */
export const FILTERS = [
  'text',
  'status',
  'corroboration',
  'rating',
  'topic',
  'language',
  'queueId',
  'assignee',
  'sourceId',
  'externalId',
  'createdAfter',
  'createdBefore',
  'dueBefore',
] as const satisfies readonly (keyof Query)[];
export type FilterName = (typeof FILTERS)[number];
export type Filter = Partial<Record<FilterName, string>>;

/** In an address that is handed on, `assignee=me` means whoever reads it, and `dueBefore=now` when they do. */
export const ME = 'me';
export const NOW = 'now';

function filterOf(params: URLSearchParams): Filter {
  return Object.fromEntries(
    FILTERS.map((name) => [name, params.get(name) ?? '']).filter(([, value]) => value !== ''),
  ) as Filter;
}

/** What the API is asked for. The address may hold what is no status; the server says so. */
export function queryOf(filter: Filter, me: string): Query & Filter {
  const { assignee, dueBefore, createdAfter, createdBefore } = filter;
  return {
    ...filter,
    ...(assignee === ME && { assignee: me }),
    ...(dueBefore !== undefined && { dueBefore: momentOf(dueBefore) }),
    ...(createdAfter !== undefined && { createdAfter: momentOf(createdAfter) }),
    ...(createdBefore !== undefined && { createdBefore: momentOf(createdBefore) }),
  } as Query & Filter;
}

/** A day alone is its beginning in the time of the reader. What is no moment goes as it is: the server says so. */
function momentOf(value: string): string {
  const date =
    value === NOW ? new Date(serverNow()) : new Date(value.length === 10 ? `${value}T00:00` : value);
  return Number.isNaN(date.getTime()) ? value : date.toISOString();
}

export interface Filtering {
  filter: Filter;
  sort: Sort;
  /** Undefined or '' takes the filter away. */
  set(name: FilterName | 'sort', value: string | undefined): void;
  clear(): void;
}

/** The filter lives in the address alone: what is seen can be sent, kept and come back to. */
export function useFilter(): Filtering {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (name: FilterName | 'sort', value: string | undefined) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === undefined || value === '') next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  const clear = useCallback(() => setParams({}, { replace: true }), [setParams]);
  const sort = SORTS.find((known) => known === params.get('sort')) ?? '-createdAt';
  return { filter: filterOf(params), sort, set, clear };
}
