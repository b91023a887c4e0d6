import { useTranslation } from 'react-i18next';
import { hooks, type Schemas } from './client';

export type Rating = Schemas['Rating'];

/** The ratings of the workspace, and how they are named in the chosen language; one that is no longer there by its key. */
export function useScale(): {
  ratings: Rating[];
  nameOf(key: string): string;
  colourOf(key: string): string | null;
} {
  const { i18n } = useTranslation();
  const { data } = hooks.useQuery('get', '/api/v1/rating-scale', {}, { staleTime: 5 * 60_000 });
  const ratings = data?.ratings ?? [];
  const find = (key: string) => ratings.find((rating) => rating.key === key);
  return {
    ratings,
    nameOf: (key) => {
      const labels = find(key)?.labels;
      return labels?.[i18n.language] ?? labels?.['en'] ?? Object.values(labels ?? {})[0] ?? key;
    },
    colourOf: (key) => find(key)?.colour ?? null,
  };
}
