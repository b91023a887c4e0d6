import { countOf, spanOf, startsOf } from './timeline.rules.js';

const now = new Date('2024-10-24T10:20:30.000Z');
const iso = (dates: Date[]) => dates.map((date) => date.toISOString());

describe('the buckets of a timeline', () => {
  it.each([
    ['hour', 24, '2024-10-23T11:00:00.000Z', '2024-10-24T11:00:00.000Z'],
    ['day', 30, '2024-09-25T00:00:00.000Z', '2024-10-25T00:00:00.000Z'],
    ['week', 12, '2024-08-05T00:00:00.000Z', '2024-10-28T00:00:00.000Z'],
  ] as const)('are the last ones by %s when nothing is named', (bucket, count, from, to) => {
    const span = spanOf(bucket, null, null, now);
    expect([countOf(span), ...iso([span.from, span.to])]).toEqual([count, from, to]);
  });

  it('are whole: the bounds widen to where a bucket begins', () => {
    const span = spanOf(
      'hour',
      new Date('2024-10-24T08:59:59.999Z'),
      new Date('2024-10-24T10:00:00.001Z'),
      now,
    );
    expect(iso(startsOf(span))).toEqual([
      '2024-10-24T08:00:00.000Z',
      '2024-10-24T09:00:00.000Z',
      '2024-10-24T10:00:00.000Z',
    ]);
    const exact = spanOf('hour', new Date('2024-10-24T08:00:00Z'), new Date('2024-10-24T09:00:00Z'), now);
    expect(iso(startsOf(exact))).toEqual(['2024-10-24T08:00:00.000Z']);
  });

  it('begin on Mondays where they are weeks, also across a year and before 1970', () => {
    const span = spanOf('week', new Date('2024-12-29T23:59:59Z'), new Date('2025-01-06T00:00:00Z'), now);
    expect(iso(startsOf(span))).toEqual(['2024-12-23T00:00:00.000Z', '2024-12-30T00:00:00.000Z']);
    const early = spanOf('week', new Date('1969-12-31T00:00:00Z'), new Date('1970-01-02T00:00:00Z'), now);
    expect(iso(startsOf(early))).toEqual(['1969-12-29T00:00:00.000Z']);
  });
});
