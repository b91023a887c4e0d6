import type { Schemas } from '../../../api/client';

/** A rating as it is edited: its place in the list is its place on the scale, if it is on it. */
export interface Rating extends Omit<Schemas['RatingGiven'], 'order'> {
  /** By which it is known while its key is being written. */
  id: string;
  isOnScale: boolean;
}

/** From worst to best; what is off the scale stands behind. */
export function edited(ratings: Schemas['Rating'][]): Rating[] {
  const place = (order: number | null) => order ?? Infinity;
  return ratings
    .toSorted((a, b) => (place(a.order) === place(b.order) ? 0 : place(a.order) - place(b.order)))
    .map(({ order, ...rating }) => ({ ...rating, id: rating.key, isOnScale: order !== null }));
}

export function given(ratings: Rating[]): Schemas['RatingScaleGiven'] {
  let place = 0;
  return {
    ratings: ratings.map(({ id: _, isOnScale, labels, ...rating }) => ({
      ...rating,
      order: isOnScale ? (place += 1) : null,
      labels: Object.fromEntries(Object.entries(labels).filter(([, label]) => label.trim() !== '')),
    })),
  };
}

export function fresh(): Rating {
  return {
    id: `new-${Date.now()}`,
    key: '',
    isOnScale: true,
    numericValue: null,
    polarity: 'neither',
    colour: '#777777',
    labels: {},
  };
}
