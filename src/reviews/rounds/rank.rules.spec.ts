import fc from 'fast-check';
import { rankOf } from './rank.rules.js';

const HOUR = 3_600_000;
const noon = new Date('2024-10-24T12:00:00.000Z');
const claim = { queuedAt: noon, priority: 0, dueAt: null, priorityStepMinutes: 240, dueNoticeHours: 4 };

describe('the rank of a slot', () => {
  it.each([
    ['priority 0 is the moment of queueing', {}, '2024-10-24T12:00:00.000Z'],
    ['each step of priority moves it ahead', { priority: 2 }, '2024-10-24T04:00:00.000Z'],
    [
      'a near due time moves it ahead',
      { dueAt: new Date('2024-10-24T14:00:00Z') },
      '2024-10-24T10:00:00.000Z',
    ],
    [
      'a far due time does not move it back',
      { dueAt: new Date('2024-11-24T14:00:00Z') },
      '2024-10-24T12:00:00.000Z',
    ],
    [
      'an overdue one moves ahead by nine steps at most',
      { dueAt: new Date('2020-01-01T00:00:00Z') },
      '2024-10-23T00:00:00.000Z',
    ],
    ['priority 9 is the furthest', { priority: 9 }, '2024-10-23T00:00:00.000Z'],
  ])('%s', (_, change, expected) => {
    expect(rankOf({ ...claim, ...change }).toISOString()).toBe(expected);
  });

  it('never lets a slot wait behind one queued more than nine steps later', () => {
    const input = fc.record({
      priority: fc.integer({ min: 0, max: 9 }),
      dueAt: fc.option(fc.date({ min: new Date(0), max: new Date('2060-01-01'), noInvalidDate: true })),
    });
    fc.assert(
      fc.property(
        input,
        input,
        fc.integer({ min: 1, max: 10_080 }),
        fc.integer({ min: 1 }),
        (a, b, step, later) => {
          const first = rankOf({ ...claim, ...a, priorityStepMinutes: step });
          const queuedAt = new Date(noon.getTime() + 9 * step * 60_000 + later);
          const second = rankOf({ ...claim, ...b, queuedAt, priorityStepMinutes: step });
          return first < second;
        },
      ),
    );
  });

  it('never puts a claim of higher priority behind one queued at the same moment', () => {
    expect(rankOf({ ...claim, priority: 5 }).getTime()).toBeLessThan(
      rankOf({ ...claim, priority: 4 }).getTime() + HOUR,
    );
  });
});
