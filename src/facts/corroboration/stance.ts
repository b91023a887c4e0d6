/** What a source does with a claim. `evades`: asked, gave no answer. `retracts`: withdraws its own position. */
export const STANCES = [
  'asserts',
  'confirms',
  'partly_confirms',
  'questions',
  'denies',
  'cannot_confirm',
  'evades',
  'retracts',
] as const;

export type Stance = (typeof STANCES)[number];

/** How a source knows. `relayed` goes with a base (another statement or source), never without one. */
export const BASES = ['firsthand', 'imagery', 'document', 'intelligence', 'relayed', 'unknown'] as const;

export type Basis = (typeof BASES)[number];

export type Direction = 'support' | 'oppose';

// A full record, so that a new stance does not compile before somebody has given it a direction.
const DIRECTIONS: Record<Stance, Direction | null> = {
  asserts: 'support',
  confirms: 'support',
  partly_confirms: 'support',
  questions: null,
  denies: 'oppose',
  cannot_confirm: null,
  evades: null,
  retracts: null,
};

/** The direction of a stance (rule origins/1, "Directions"); null for doubt, no answer and retraction. */
export function directionOf(stance: Stance): Direction | null {
  return DIRECTIONS[stance];
}
