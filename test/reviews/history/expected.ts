import type { Books } from './books.js';
import type { Replay } from './replay.js';
import {
  type Claim,
  isOpen,
  liveRound,
  mayReview,
  type Round,
  type Slot,
  stateOf,
  type Turn,
} from './state.js';
import type { Of } from './steps.js';

const FIVE_MINUTES = 300_000;
const REFUTES = ['false', 'mostly_false'];
const SUPPORTS = ['true', 'mostly_true'];
/** Where a claim may be asked to go, and the roles that may ask. */
const MOVES: Record<string, string> = {
  'triage queued': 'all',
  'triage on_hold': 'all',
  'triage closed': 'all',
  'queued triage': 'all',
  'queued on_hold': 'all',
  'queued closed': 'all',
  'in_review on_hold': 'editors',
  'in_review closed': 'editors',
  'adjudication queued': 'editors',
  'decided queued': 'editors',
  'on_hold triage': 'all',
  'on_hold queued': 'all',
  'closed triage': 'editors',
};

/** What the product has to answer, from what the ledger and the events say. */
export class Expected {
  constructor(
    private readonly replay: Replay,
    private readonly books: Books,
  ) {}

  /** Why a member may not even ask; null when they may. */
  private barred(member: string, least: 'fact_checker' | 'reviewer' | 'editor'): string | null {
    const { role, removed } = this.replay.members.get(member)!;
    if (removed) return '401 credentials.required';
    const order = ['viewer', 'fact_checker', 'reviewer', 'editor', 'admin'];
    return order.indexOf(role) < order.indexOf(least) ? '403 permission.denied' : null;
  }

  /** How a turn stands for readers and writers at this moment. */
  seen(turn: Turn): string {
    if (!isOpen(turn)) return turn.state;
    if (turn.expiresAt <= this.books.now) return 'expired';
    return mayReview(this.replay.members.get(turn.member)!) ? turn.state : 'broken';
  }

  stands(turn: Turn): boolean {
    return isOpen({ state: this.seen(turn) });
  }

  act(turn: Turn, step: Of<'act'>, by: string, to: string, token: number | null): string {
    const barred = this.barred(by, 'reviewer');
    if (barred !== null) return barred;
    if (by !== turn.member) return '403 assignment.not_yours';
    const state = this.seen(turn);
    if (step.act === 'accept' || (step.act === 'decline' && token === null)) {
      if (state === 'offered') return step.act === 'accept' ? this.acceptance(turn) : '200';
      if (['leased', 'held'].includes(state)) return '409 assignment.not_offered';
    } else if (state === 'offered') return '409 assignment.not_offered';
    if (['submitted', 'released', 'declined'].includes(state)) return '409 assignment.closed';
    if (!isOpen({ state }) || turn.token !== token) return '409 lease.lost';
    if (step.act === 'hand-over') return this.mayReceive(turn, by, to) ? '200' : '400 request.invalid';
    if (step.act === 'decision') return this.judgement(turn.slot.round.claim, step);
    return '200';
  }

  private acceptance({ slot, member }: Turn): string {
    const own = this.replay.isOwnWork(slot.round.claim, member);
    return own && !this.replay.allowSelfReview ? '403 reviewer.took_part' : '200';
  }

  break(turn: Turn, by: string): string {
    return this.barred(by, 'editor') ?? (this.stands(turn) ? '200' : '409 assignment.closed');
  }

  adjudicate(claim: Claim, step: Of<'adjudicate'>, by: string): string {
    const barred = this.barred(by, 'editor');
    if (barred !== null) return barred;
    if (claim.status !== 'adjudication') return '409 adjudication.not_open';
    const decided = liveRound(claim)!.slots.some(({ turns }) =>
      turns.some(({ member, state }) => member === by && state === 'submitted'),
    );
    const own = this.replay.isOwnWork(claim, by) && !this.replay.allowSelfReview;
    return decided || own ? '403 adjudicator.took_part' : this.judgement(claim, step);
  }

  move(claim: Claim, to: string, by: string): string {
    const barred = this.barred(by, 'fact_checker');
    if (barred !== null) return barred;
    const { heldFrom } = this.books.claims.find(({ id }) => id === claim.id)!;
    const who = claim.status === 'on_hold' && to !== heldFrom ? undefined : MOVES[`${claim.status} ${to}`];
    if (who === 'editors' && this.barred(by, 'editor') !== null) return '403 permission.denied';
    return who === undefined ? '409 transition.not_allowed' : '200';
  }

  state(by: string): string {
    return this.barred(by, 'fact_checker') ?? '201';
  }

  private judgement(claim: Claim, { rating, explained }: { rating: string; explained: boolean }): string {
    const { corroboration } = this.books.claims.find(({ id }) => id === claim.id)!;
    const against =
      (REFUTES.includes(rating) && corroboration === 'corroborated') ||
      (SUPPORTS.includes(rating) && ['denied', 'retracted'].includes(corroboration));
    return against && !explained ? '400 request.invalid' : '200';
  }

  private mayReceive({ slot: { round } }: Turn, by: string, to: string): boolean {
    const partOf = (turn: Turn) => turn.state === 'submitted' || this.stands(turn);
    return (
      to !== by &&
      this.mayEverHave(round, to) &&
      !this.turnsIn(round, to).some(partOf) &&
      !this.isFull(round.queue, to)
    );
  }

  /** Whether only time may stand between a member and a slot of the round, or what they have in the round. */
  private mayEverHave(round: Round, member: string): boolean {
    const known = this.replay.members.get(member)!;
    return (
      mayReview(known) &&
      round.languages.every((language) => known.languages.includes(language)) &&
      (this.replay.allowSelfReview || !this.replay.isOwnWork(round.claim, member)) &&
      !this.replay.declined(round.claim, member)
    );
  }

  private turnsIn({ slots }: Round, member: string): Turn[] {
    return slots.flatMap(({ turns }) => turns.filter((turn) => turn.member === member));
  }

  private isFull(queue: string, member: string): boolean {
    const { maxLeases } = this.replay.queues.get(queue)!;
    if (maxLeases === null) return false;
    const inHand = [...this.replay.turns.values()].filter(
      (turn) =>
        turn.member === member && turn.queue === queue && isOpen(turn) && turn.expiresAt > this.books.now,
    );
    return inHand.length >= maxLeases;
  }

  private endedLately(turn: Turn): boolean {
    const { endedAt } = this.books.turns.find(({ id }) => id === turn.id)!;
    return (endedAt ?? (this.stands(turn) ? 0 : turn.expiresAt)) > this.books.now - FIVE_MINUTES;
  }

  /**
   * The slot that the next take has to give, null when there is none: what was never theirs first, then what they
   * gave back a while ago; when nothing waits, what is over without having been tidied.
   */
  next(by: string, queue: string | null): Slot | null | string {
    const barred = this.barred(by, 'reviewer');
    if (barred !== null) return barred;
    for (const tidied of [false, true])
      for (const returned of [false, true]) {
        const fit = [...this.replay.slots.values()].filter(
          (slot) =>
            slot.round.pull &&
            (queue === null || slot.round.queue === queue) &&
            this.waits(slot, tidied) &&
            this.mayEverHave(slot.round, by) &&
            !this.isFull(slot.round.queue, by) &&
            this.turnsIn(slot.round, by).every((turn) => returned && this.gaveBack(turn, tidied)),
        );
        const [first] = fit.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
        if (first !== undefined) return first;
      }
    return null;
  }

  private waits(slot: Slot, tidied: boolean): boolean {
    if (slot.round.state !== 'open') return false;
    const state = stateOf(slot);
    return (
      state === 'waiting' ||
      (tidied && ['offered', 'taken'].includes(state) && !this.stands(slot.turns.find(isOpen)!))
    );
  }

  private gaveBack(turn: Turn, tidied: boolean): boolean {
    if (turn.state === 'submitted' || (isOpen(turn) && (!tidied || this.stands(turn)))) return false;
    return !this.endedLately(turn);
  }

  /** Slots of push queues that somebody could be asked to take at this moment. */
  offerable(): Slot[] {
    const members = [...this.replay.members.keys()];
    return [...this.replay.slots.values()].filter(
      (slot) =>
        !slot.round.pull &&
        this.waits(slot, false) &&
        members.some(
          (member) =>
            this.mayEverHave(slot.round, member) &&
            !this.isFull(slot.round.queue, member) &&
            this.turnsIn(slot.round, member).every((turn) => this.gaveBack(turn, false)),
        ),
    );
  }

  /** Rounds with a slot that waits, and nobody may ever take. */
  stalled(): Round[] {
    const members = [...this.replay.members.keys()];
    const hasPart = (turn: Turn) => isOpen(turn) || turn.state === 'submitted';
    return [...this.replay.rounds.values()].filter(
      (round) =>
        round.slots.some((slot) => this.waits(slot, false)) &&
        !members.some(
          (member) => this.mayEverHave(round, member) && !this.turnsIn(round, member).some(hasPart),
        ),
    );
  }
}
