import type { CheckOutcome } from '../evidence/evidence.entity.js';
import { isGone, nextLookIn } from './schedule.rules.js';

const MINUTES = 60_000;
const DAYS = 24 * 60 * MINUTES;

describe('when a link is looked at next', () => {
  it.each<[string, CheckOutcome[], number | null]>([
    ['a day after it was captured', ['captured'], DAYS],
    ['a week after it was there a second time', ['unchanged', 'captured'], 7 * DAYS],
    ['a month after it was there a third time', ['changed', 'unchanged', 'captured'], 30 * DAYS],
    ['each month from then on', ['unchanged', 'unchanged', 'unchanged', 'captured'], 30 * DAYS],
    ['ten minutes after a look that failed', ['failed'], 10 * MINUTES],
    ['later with each further one', ['failed', 'failed', 'captured'], 60 * MINUTES],
    ['a month after many', Array<CheckOutcome>(9).fill('failed'), 30 * DAYS],
    ['as before once it is there again', ['unchanged', 'failed', 'failed', 'captured'], 7 * DAYS],
    ['an hour after it was not there', ['vanished', 'unchanged', 'captured'], 60 * MINUTES],
    ['never once it was not there twice', ['vanished', 'vanished', 'captured'], null],
  ])('%s', (_, outcomes, expected) => {
    expect(nextLookIn(outcomes)).toBe(expected);
  });

  it('is not gone when it was only out of reach in between', () => {
    expect(isGone(['vanished', 'failed', 'vanished'])).toBe(false);
    expect(isGone(['vanished'])).toBe(false);
  });
});
