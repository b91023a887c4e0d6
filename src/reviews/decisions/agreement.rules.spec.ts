import { agreedRating } from './agreement.rules.js';

const SCALE = [
  ...['false', 'mostly_false', 'mixed', 'mostly_true', 'true'].map((key, i) => ({ key, scaleOrder: i + 1 })),
  { key: 'misleading', scaleOrder: null },
  { key: 'unverifiable', scaleOrder: null },
];

describe('agreement', () => {
  it.each([
    ['unanimous', ['false'], 'false'],
    ['unanimous', ['false', 'false'], 'false'],
    ['unanimous', ['false', 'mostly_false'], null],
    ['unanimous', ['misleading', 'misleading', 'misleading'], 'misleading'],
    ['majority', ['false', 'true'], null],
    ['majority', ['false', 'true', 'false'], 'false'],
    ['majority', ['false', 'true', 'mixed'], null],
    ['majority', ['true', 'false', 'false', 'true'], null],
    ['majority', ['unverifiable', 'false', 'unverifiable', 'true', 'unverifiable'], 'unverifiable'],
    ['within_one', ['true', 'true'], 'true'],
    ['within_one', ['misleading', 'misleading'], 'misleading'],
    ['within_one', ['false', 'misleading'], null],
    ['within_one', ['misleading', 'unverifiable'], null],
    ['within_one', ['false', 'mixed'], null],
    ['within_one', ['false', 'mostly_false', 'mixed'], null],
    // Of two neighbours the one that more have given.
    ['within_one', ['true', 'mostly_true', 'true'], 'true'],
    // Of as many the less extreme one, whoever came first.
    ['within_one', ['true', 'mostly_true'], 'mostly_true'],
    ['within_one', ['mostly_true', 'true'], 'mostly_true'],
    ['within_one', ['false', 'mostly_false'], 'mostly_false'],
    ['within_one', ['mixed', 'mostly_false'], 'mixed'],
    ['within_one', ['mostly_true', 'mixed'], 'mixed'],
  ] as const)('%s of %j is %s', (agreement, ratings, expected) => {
    expect(agreedRating(agreement, [...ratings], SCALE)).toBe(expected);
  });

  it('within one step of a scale of even length is the worse of two middle neighbours', () => {
    const even = ['bad', 'poor', 'fair', 'good'].map((key, i) => ({ key, scaleOrder: i + 1 }));
    expect(agreedRating('within_one', ['fair', 'poor'], even)).toBe('poor');
    expect(agreedRating('within_one', ['poor', 'fair'], even)).toBe('poor');
  });
});
