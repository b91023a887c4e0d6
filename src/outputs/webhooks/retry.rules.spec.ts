import fc from 'fast-check';
import { GIVEN_UP_AFTER_MS, isGone, judge, type Outcome, readRetryAfter } from './retry.rules.js';

const HOUR = 3_600_000;
const answered = (status: number, retryAfterMs: number | null = null): Outcome => ({ status, retryAfterMs });
const silent: Outcome = { status: null, retryAfterMs: null };

describe('what becomes of a delivery', () => {
  it.each([200, 201, 204, 299])('%i delivers it', (status) => {
    expect(judge(answered(status), 1, 0, 0.5)).toEqual({ state: 'delivered' });
  });

  it.each([100, 199, 301, 302, 304, 307, 400, 401, 404, 410, 429, 500, 503])('%i does not', (status) => {
    expect(judge(answered(status), 1, 0, 0.5).state).toBe('pending');
  });

  it('is another try after a wait that doubles, up to eight hours', () => {
    const waits = [1, 2, 3, 12, 13, 1000].map((tries) => judge(silent, tries, 0, 1));
    expect(waits).toEqual(
      [10_000, 20_000, 40_000, 20_480_000, 8 * HOUR, 8 * HOUR].map((waitMs) => ({
        state: 'pending',
        waitMs,
      })),
    );
  });

  it('is drawn from the whole wait, and never at once', () => {
    expect(judge(silent, 3, 0, 0.25)).toEqual({ state: 'pending', waitMs: 10_000 });
    expect(judge(silent, 3, 0, 0)).toEqual({ state: 'pending', waitMs: 1000 });
  });

  it('waits as long as the answer asks, but for no more than a day', () => {
    expect(judge(answered(503, 120_000), 1, 0, 1)).toEqual({ state: 'pending', waitMs: 120_000 });
    expect(judge(answered(429, 999 * HOUR), 1, 0, 1)).toEqual({ state: 'pending', waitMs: 24 * HOUR });
    expect(judge(answered(503, 0), 1, 0, 1)).toEqual({ state: 'pending', waitMs: 10_000 });
  });

  it('is given up after three days and no sooner, whatever the waits were drawn to be', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (chances) => {
        let [tries, at] = [0, 0];
        for (const chance of chances) {
          tries += 1;
          const verdict = judge(silent, tries, at, chance);
          if (verdict.state !== 'pending') {
            expect([verdict.state, at >= GIVEN_UP_AFTER_MS]).toEqual(['dead', true]);
            return;
          }
          at += Math.max(verdict.waitMs, HOUR);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is told of an endpoint that is gone', () => {
    expect([isGone(answered(410)), isGone(answered(404)), isGone(silent)]).toEqual([true, false, false]);
  });
});

describe('a Retry-After', () => {
  const now = new Date('2024-10-24T10:00:00Z');

  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Thu, 24 Oct 2024 10:01:00 GMT', 60_000],
    ['Thu, 24 Oct 2024 09:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    [undefined, null],
  ])('%s is a wait of %s ms', (header, wait) => {
    expect(readRetryAfter(header, now)).toBe(wait);
  });
});
