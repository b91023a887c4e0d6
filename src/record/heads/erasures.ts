import type { StoredLink } from '../events/chain.js';

/**
 * Holds what a chain is without against what its erasures say they took. An erasure takes from its own chain alone,
 * says of which events, stands behind them, and is itself never erased; no claim's chain has one.
 */
export class Erasures {
  private readonly missing = new Map<string, StoredLink>();
  /** How many contents are missing because an erasure took them. */
  accounted = 0;

  constructor(private readonly types: ReadonlySet<string>) {}

  /** Goes on by one event; answers which events it says to have erased whose contents were there. */
  follow(link: StoredLink): string[] {
    if (link.salt === null) {
      this.missing.set(link.id, link);
      return [];
    }
    if (link.claimId !== null || !this.types.has(link.type)) return [];
    const erased = (link.data!['erased'] ?? []) as string[];
    return erased.filter((id) => !this.takes(id));
  }

  /** The events whose contents are missing, and no erasure says that it took them. */
  get unaccounted(): StoredLink[] {
    return [...this.missing.values()];
  }

  private takes(id: string): boolean {
    const link = this.missing.get(id);
    if (link === undefined || this.types.has(link.type)) return false;
    this.accounted += 1;
    return this.missing.delete(id);
  }
}
