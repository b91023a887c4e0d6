import { BASES, directionOf, STANCES, type Stance } from './stance.js';

describe('stances', () => {
  it.each<[Stance, 'support' | 'oppose' | null]>([
    ['asserts', 'support'],
    ['confirms', 'support'],
    ['partly_confirms', 'support'],
    ['denies', 'oppose'],
    ['questions', null],
    ['cannot_confirm', null],
    ['evades', null],
    ['retracts', null],
  ])('%s has the direction %s', (stance, direction) => {
    expect(directionOf(stance)).toBe(direction);
  });

  it('are eight, and bases six', () => {
    expect(STANCES).toHaveLength(8);
    expect(BASES.join()).toBe('firsthand,imagery,document,intelligence,relayed,unknown');
  });
});
