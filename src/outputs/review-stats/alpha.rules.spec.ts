import { nominalAlpha, ordinalAlpha, type UnitGroup } from './alpha.rules.js';

const SCALE = new Map(['1', '2', '3', '4', '5'].map((value) => [value, Number(value)]));

/** One line of values per observer, in the order of the units; "." is missing. */
function byObserver(...lines: string[]): UnitGroup<string>[] {
  const rows = lines.map((line) => line.split(' '));
  return rows[0]!.map((_, unit) => unitOf(rows.map((row) => row[unit]!)));
}

function unitOf(values: string[]): UnitGroup<string> {
  return { values: values.filter((value) => value !== '.'), count: 1 };
}

const KRIPPENDORFF = byObserver(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
);

const WIKIPEDIA = byObserver(
  '. . . . . 3 4 1 2 1 1 3 3 . 3',
  '1 . 2 1 3 3 4 3 . . . . . . .',
  '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
);

/**
 * One line per unit: one of them has no value, one a single one. Its publisher, the program krippendorff-alpha of
 * tanbt, gives .482785 as ordinal: that follows from Gwet's ordinal weights. By Krippendorff's ordinal metric, from
 * which .815 of the first table follows, it is .528953.
 */
const TEN_BY_FIVE = [
  '1 2 . 3 4',
  '2 2 3 2 .',
  '1 1 1 2 2',
  '4 4 3 4 2',
  '3 3 4 . 3',
  '2 . 1 1 .',
  '3 3 3 4 .',
  '4 3 4 3 4',
  '. . . . .',
  '. 3 . . .',
].map((line) => unitOf(line.split(' ')));

describe("Krippendorff's alpha", () => {
  it.each([
    ['of four observers and twelve units', KRIPPENDORFF, 0.743421, 0.815388, 11, 40],
    ['of three observers and fifteen units', WIKIPEDIA, 0.691358, 0.806721, 12, 26],
    ['of five observers and ten units', TEN_BY_FIVE, 0.169204, 0.528953, 8, 34],
  ])(
    'is as published, by the metrics of the paper: %s',
    (_, units, nominal, ordinal, count, pairableValues) => {
      expect(rounded(nominalAlpha(units))).toEqual({ alpha: nominal, units: count, pairableValues });
      expect(rounded(ordinalAlpha(units, SCALE))).toEqual({ alpha: ordinal, units: count, pairableValues });
    },
  );

  it('is 1 where all agree on values that differ', () => {
    const units = byObserver('1 2 3', '1 2 3');
    expect(nominalAlpha(units)).toEqual({ alpha: 1, units: 3, pairableValues: 6 });
    expect(ordinalAlpha(units, SCALE)).toEqual({ alpha: 1, units: 3, pairableValues: 6 });
  });

  it('is below 0 where they agree less than by chance', () => {
    expect(nominalAlpha(byObserver('1 2', '2 1')).alpha).toBeLessThan(0);
  });

  it.each([
    ['there is no unit', [], 0, 0],
    ['no unit has two values', byObserver('1 . 3', '. 2 .'), 0, 0],
    ['only one value was ever given', byObserver('2 2 2', '2 2 2'), 3, 6],
  ])('is undefined where %s', (_, units, count, pairableValues) => {
    expect(nominalAlpha(units)).toEqual({ alpha: null, units: count, pairableValues });
    expect(ordinalAlpha(units, SCALE)).toEqual({ alpha: null, units: count, pairableValues });
  });

  it('takes what stands off the scale as missing, and only there', () => {
    const units = [...KRIPPENDORFF, ...byObserver('misleading 4 unverifiable', 'misleading unverifiable 2')];
    expect(ordinalAlpha(units, SCALE)).toEqual(ordinalAlpha(KRIPPENDORFF, SCALE));
    expect(nominalAlpha(units)).toMatchObject({ units: 14, pairableValues: 46 });
  });

  it('depends on the order of the scale alone, not on its numbers or in which order it is listed', () => {
    const scale = new Map([...SCALE].reverse().map(([value, step]) => [value, step ** 3 - 40]));
    expect(ordinalAlpha(KRIPPENDORFF, scale)).toEqual(ordinalAlpha(KRIPPENDORFF, SCALE));
  });

  it('takes two words for one step of the scale as one value', () => {
    const words = byObserver('1 2 3 one', 'one 2 4 1');
    const steps = byObserver('1 2 3 1', '1 2 4 1');
    expect(ordinalAlpha(words, new Map([...SCALE, ['one', 1]]))).toEqual(ordinalAlpha(steps, SCALE));
  });

  it('is the same for units of equal values counted together as one by one', () => {
    const together = [
      { values: ['1', '2'], count: 3 },
      { values: ['3', '3', '1'], count: 2 },
    ];
    const apart = together.flatMap(({ values, count }) =>
      Array.from({ length: count }, () => ({ values, count: 1 })),
    );
    expect(rounded(nominalAlpha(together))).toEqual(rounded(nominalAlpha(apart)));
    expect(rounded(ordinalAlpha(together, SCALE))).toEqual(rounded(ordinalAlpha(apart, SCALE)));
  });
});

function rounded({ alpha, ...rest }: ReturnType<typeof nominalAlpha>) {
  return { alpha: alpha === null ? null : Number(alpha.toFixed(6)), ...rest };
}
