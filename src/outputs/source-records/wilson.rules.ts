/** The 97.5th percentile of the standard normal distribution: 95 % lie within as many deviations of its middle. */
const Z = 1.959963984540054;

export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson's score interval, 95 %, of a share: E. B. Wilson, Probable inference, the law of succession, and statistical
 * inference, JASA 22 (1927). Of nothing counted there is none. Shares are between 0 and 1.
 */
export function wilsonInterval(successes: number, trials: number): Interval | null {
  if (trials === 0) return null;
  const share = successes / trials;
  const square = (Z * Z) / trials;
  const middle = share + square / 2;
  const reach = Z * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials));
  return {
    low: Math.max(0, (middle - reach) / (1 + square)),
    high: Math.min(1, (middle + reach) / (1 + square)),
  };
}
