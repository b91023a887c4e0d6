import { wilsonInterval } from './wilson.rules.js';

describe('the interval of a share', () => {
  it('is as published for 81 of 263', () => {
    // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    const { low, high } = wilsonInterval(81, 263)!;
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.2553', '0.3662']);
  });

  it.each([
    [15, 148, '0.0624', '0.1605'],
    [0, 20, '0.0000', '0.1611'],
    [1, 29, '0.0061', '0.1718'],
  ])('is as published for %i of %i', (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials)!;
    expect([interval.low.toFixed(4), interval.high.toFixed(4)]).toEqual([low, high]);
  });

  it('is there for none of nothing, and stays between 0 and 1', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(wilsonInterval(3, 3)!.high).toBe(1);
  });
});
