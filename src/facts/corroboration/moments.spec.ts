import { compareMoments, formatMoment, momentOf } from './moments.js';

describe('moments', () => {
  it.each([
    ['an instant and a later one', '2024-10-01T10:00:00Z', '2024-10-01T10:00:01Z'],
    ['an offset east of Greenwich', '2024-10-01T12:00:00+02:00', '2024-10-01T11:00:00Z'],
    ['an offset west of Greenwich', '2024-10-01T15:00:00Z', '2024-10-01T10:00:00-05:30'],
    ['decimals finer than a millisecond', '2024-10-01T10:00:00.0001Z', '2024-10-01T10:00:00.00020Z'],
    ['decimals of different length', '2024-10-01T10:00:00.09Z', '2024-10-01T10:00:00.1Z'],
    ['a leap second', '2016-12-31T23:59:59.9Z', '2016-12-31T23:59:60Z'],
    ['years long ago', '0001-01-01T00:00:00Z', '1969-12-31T23:59:59Z'],
    ['the last instant of a day and the day alone', '2024-10-01T23:59:59.9999Z', '2024-10-01'],
    ['a day alone and the first instant of the next', '2024-10-01', '2024-10-02T00:00:00Z'],
    ['an instant of the same day in UTC, written elsewhere', '2024-10-02T01:00:00+02:00', '2024-10-01'],
  ])('orders %s', (_, earlier, later) => {
    expect(compareMoments(momentOf(earlier), momentOf(later))).toBeLessThan(0);
    expect(compareMoments(momentOf(later), momentOf(earlier))).toBeGreaterThan(0);
  });

  it.each([
    ['precisions', '2024-10-01T10:00:00.500Z', '2024-10-01T10:00:00.5Z'],
    ['no decimals and zeros', '2024-10-01T10:00:00Z', '2024-10-01T10:00:00.000Z'],
    ['offsets', '2024-10-01T12:00:00+02:00', '2024-10-01T10:00:00Z'],
    ['letters in lower case', '2024-10-01t10:00:00z', '2024-10-01T10:00:00Z'],
    ['one day alone, twice', '2024-10-01', '2024-10-01'],
  ])('takes for the same instant: %s', (_, one, other) => {
    expect(compareMoments(momentOf(one), momentOf(other))).toBe(0);
  });

  it.each([
    'yesterday',
    '2024-10-01T10:00Z',
    '2024-10-01T10:00:00',
    '2024-13-01',
    '24-10-01',
    '',
    '2024-10-01T25:00:00Z',
  ])('refuses to guess what "%s" means', (text) => {
    expect(() => momentOf(text)).toThrow(RangeError);
  });

  it.each([
    ['2025-01-02T01:00:00+01:00', '2025-01-02T00:00:00.000Z'],
    ['2025-01-02T00:00:00.0129Z', '2025-01-02T00:00:00.012Z'],
    ['2025-01-02T00:00:00.1Z', '2025-01-02T00:00:00.100Z'],
    ['2025-01-02', '2025-01-02T23:59:59.999Z'],
  ])('writes %s in UTC with milliseconds', (text, written) => {
    expect(formatMoment(momentOf(text))).toBe(written);
  });
});
