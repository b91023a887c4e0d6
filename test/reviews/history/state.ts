/** One member's turn at a slot, as the ledger tells it. */
export interface Turn {
  id: string;
  slot: Slot;
  member: string;
  /** The queue it was given in: there it counts as in hand, wherever its round has gone since. */
  queue: string;
  state: string;
  token: number | null;
  expiresAt: number;
}

export interface Slot {
  id: string;
  number: number;
  round: Round;
  rank: number;
  token: number;
  turns: Turn[];
}

export interface Round {
  id: string;
  claim: Claim;
  queue: string;
  reviews: number;
  blind: boolean;
  agreement: string;
  pull: boolean;
  state: string;
  slots: Slot[];
  dueAt: string | null;
  /** The due time of which it was told that it comes near, and that it has passed. */
  dueSoonTold: string | null;
  overdueTold: string | null;
  escalateTo: string | null;
  /** What its reviewers must read: what its queue asked when it came there. */
  languages: string[];
  /** Whether it has to be in another queue by the end of the transaction. */
  leaves: boolean;
}

export interface Claim {
  id: string;
  number: number;
  enteredBy: string;
  status: string;
  rounds: Round[];
  /** The round that gave its verdict. */
  decidedIn: Round | null;
  /** Whether its verdict has grown older than any policy of these histories allows. */
  aged: boolean;
  /** Statements that deny it or take something back, recorded since it was decided last and not taken up yet. */
  doubts: Set<string>;
  /** What has put a verdict of it in question, each once. */
  causes: Set<string>;
}

/** What a queue asks, as far as it is asked anew while a round runs. */
export interface Asked {
  maxLeases: number | null;
  languages: string[];
  mode: string;
  escalateTo: string | null;
}

export interface Member {
  id: string;
  role: string;
  removed: boolean;
  languages: string[];
}

export const OPEN = ['offered', 'leased', 'held'];

export function isOpen({ state }: Pick<Turn, 'state'>): boolean {
  return OPEN.includes(state);
}

export function mayReview({ role, removed }: Member): boolean {
  return !removed && ['reviewer', 'editor', 'admin'].includes(role);
}

export function liveRound({ rounds }: Claim): Round | undefined {
  return rounds.find(({ state }) => state === 'open' || state === 'disagreed');
}

/** What follows for a slot from its turns and its round. */
export function stateOf({ turns, round }: Slot): string {
  if (turns.some(({ state }) => state === 'submitted')) return 'done';
  if (round.state === 'cancelled') return 'cancelled';
  const open = turns.find(isOpen);
  if (open === undefined) return 'waiting';
  return open.state === 'offered' ? 'offered' : 'taken';
}

/** Whether others may not yet read what was decided in a round. */
export function isSealed({ blind, reviews, state }: Round): boolean {
  return blind && reviews > 1 && state === 'open';
}
