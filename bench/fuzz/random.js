/** A source of randomness that its seed determines, so that whatever is found can be made again. */
export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** From 0 up to 1 (mulberry32). */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit) {
    return Math.floor(this.next() * limit);
  }

  oneOf(list) {
    return list[this.below(list.length)];
  }
}

/** The seed of one try of a run: trying it alone gives the same body. */
export function seedOf(run, number) {
  return Math.imul((run ^ 0x9e3779b9) + number, 0x85ebca6b) ^ number;
}
