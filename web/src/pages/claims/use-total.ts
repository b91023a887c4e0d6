import { hooks } from '../../api/client';
import type { Filter, FilterName } from './filter';

const COUNTED: readonly FilterName[] = ['status', 'corroboration', 'rating'];
const PLACES: readonly FilterName[] = ['topic', 'queueId'];

/** How many claims the filter leaves, where the server keeps that count; else null. */
export function useTotal(filter: Filter): number | null {
  const names = Object.keys(filter) as FilterName[];
  const counted = names.filter((name) => COUNTED.includes(name));
  const places = names.filter((name) => PLACES.includes(name));
  const isCounted =
    counted.length < 2 && places.length < 2 && counted.length + places.length === names.length;
  const { topic, queueId } = filter;
  const { data } = hooks.useQuery(
    'get',
    '/api/v1/stats/claims',
    {
      params: { query: { ...(topic !== undefined && { topic }), ...(queueId !== undefined && { queueId }) } },
    },
    { enabled: isCounted },
  );
  if (!isCounted || data === undefined) return null;
  if (filter.status !== undefined) return data.byStatus[filter.status] ?? null;
  if (filter.corroboration !== undefined) return data.byCorroboration[filter.corroboration] ?? null;
  if (filter.rating !== undefined) return data.byRating[filter.rating] ?? 0;
  return data.total;
}
