/**
 * Krippendorff's alpha, by the coincidence matrix: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability"
 * (2011), sections C (nominal) and D (any number of observers, any metric, missing data).
 */

/** So many units that were given the same values; in which order the values stand makes no difference. */
export interface UnitGroup<Value> {
  values: readonly Value[];
  count: number;
}

export interface Reliability {
  /** 1 for full agreement, 0 for what chance would give; null where nothing could have disagreed. */
  alpha: number | null;
  /** How many units have at least two values. */
  units: number;
  /** How many values stand in those units. */
  pairableValues: number;
}

/** How far apart two values are: indexes into the values in their order, and how often each of them was given. */
type Metric = (a: number, b: number, given: readonly number[]) => number;

export function nominalAlpha(groups: readonly UnitGroup<string>[]): Reliability {
  const values = [...new Set(groups.flatMap((group) => group.values))];
  return alpha(groups, new Map(values.map((value, index) => [value, index])), () => 1);
}

/** `order` says where a value stands on the scale. A value that it does not know is missing. */
export function ordinalAlpha(
  groups: readonly UnitGroup<string>[],
  order: ReadonlyMap<string, number>,
): Reliability {
  const steps = [...new Set(order.values())].sort((a, b) => a - b);
  const places = new Map([...order].map(([value, step]) => [value, steps.indexOf(step)]));
  return alpha(groups, places, ordinalDistance);
}

/** The values given from one to the other, of the two themselves the half. */
const ordinalDistance: Metric = (a, b, given) => {
  const between = given.slice(a, b + 1).reduce((sum, times) => sum + times, 0);
  return (between - (given[a]! + given[b]!) / 2) ** 2;
};

function alpha(
  groups: readonly UnitGroup<string>[],
  places: ReadonlyMap<string, number>,
  distance: Metric,
): Reliability {
  const size = Math.max(-1, ...places.values()) + 1;
  const coincidences = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  let units = 0;
  let pairableValues = 0;
  for (const { values, count } of groups) {
    const times = timesOf(values, places);
    const known = [...times.values()].reduce((sum, each) => sum + each, 0);
    if (known < 2) continue;
    units += count;
    pairableValues += known * count;
    for (const [a, timesA] of times)
      for (const [b, timesB] of times)
        coincidences[a]![b]! += (count * timesA * (a === b ? timesA - 1 : timesB)) / (known - 1);
  }
  return { alpha: alphaOf(coincidences, pairableValues, distance), units, pairableValues };
}

function alphaOf(
  coincidences: readonly (readonly number[])[],
  total: number,
  distance: Metric,
): number | null {
  const given = coincidences.map((row) => row.reduce((sum, each) => sum + each, 0));
  let observed = 0;
  let expected = 0;
  for (let a = 0; a < given.length; a++) {
    for (let b = a + 1; b < given.length; b++) {
      const apart = distance(a, b, given);
      observed += coincidences[a]![b]! * apart;
      expected += given[a]! * given[b]! * apart;
    }
  }
  return expected === 0 ? null : 1 - ((total - 1) * observed) / expected;
}

function timesOf(values: readonly string[], places: ReadonlyMap<string, number>): Map<number, number> {
  const times = new Map<number, number>();
  for (const value of values) {
    const place = places.get(value);
    if (place !== undefined) times.set(place, (times.get(place) ?? 0) + 1);
  }
  return times;
}
