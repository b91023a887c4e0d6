import type { Json } from '../../setup/workspace.js';
import type { Books, ClaimRow, Happening, Line, SlotRow } from './books.js';
import { expectAskedBy, expectNobodyStays, happenInTime } from './due.js';
import { must } from './must.js';
import { happenAgain } from './questioned.js';
import {
  type Asked,
  type Claim,
  isOpen,
  isSealed,
  liveRound,
  mayReview,
  type Member,
  type Round,
  type Slot,
  stateOf,
  type Turn,
} from './state.js';

/** The events of turns, with the line of the ledger that goes with each. */
const ENTRIES: Record<string, string> = {
  'assignment.offered': 'offered',
  'assignment.leased': 'leased',
  'assignment.renewed': 'renewed',
  'assignment.held': 'held',
  'assignment.released': 'released',
  'assignment.declined': 'declined',
  'assignment.expired': 'expired',
  'assignment.handed-over': 'handed_over',
  'assignment.broken': 'broken',
  'decision.submitted': 'submitted',
};
const OWN_ACTS = ['renewed', 'held', 'submitted', 'released', 'declined', 'handed_over'];
const CONTENT = ['rating', 'confidence', 'rationale', 'overrideReason', 'citedStatements', 'citedEvidence'];

/**
 * The state of a newsroom as it follows from its ledger and events alone. Each line is checked against what the
 * lines before it have left: nothing that is written may have been impossible.
 */
export class Replay {
  readonly claims = new Map<string, Claim>();
  readonly rounds = new Map<string, Round>();
  readonly slots = new Map<string, Slot>();
  readonly turns = new Map<string, Turn>();
  /** The decision with which a turn ended. */
  readonly decisionOf = new Map<string, string>();
  readonly members = new Map<string, Member>();
  readonly queues = new Map<string, Asked>();
  readonly stated = new Set<string>();
  readonly touched = new Set<Claim>();
  /** How often each entry of the ledger and each other event was seen. */
  readonly seen = new Map<string, number>();
  allowSelfReview = false;
  /** After how many days the policy has verdicts reviewed again. */
  reReviewAfterDays: number | null = null;

  /** Takes in what was written since the last time. */
  follow(books: Books): void {
    this.touched.clear();
    const lines = new Map<string, Line[]>();
    for (const line of books.ledger) {
      const own = lines.get(line.assignmentId) ?? [];
      lines.set(line.assignmentId, [...own, line]);
    }
    for (const event of books.events) {
      const claim = event.claimId === null ? undefined : this.claims.get(event.claimId);
      if (claim !== undefined) this.touched.add(claim);
      const entry = ENTRIES[event.type];
      if (entry === undefined) {
        this.count(event.type);
        this.happen(event, books);
        continue;
      }
      const line = lines.get(event.subjectId)?.shift();
      must(
        line?.entry === entry,
        () => `${event.type} of ${event.subjectId} has ${line?.entry ?? 'no line'} in the ledger`,
      );
      this.count(entry);
      this.turn(event, line!);
    }
    for (const [assignment, left] of lines)
      must(left.length === 0, () => `the ledger says ${left[0]!.entry} of ${assignment}, and no event does`);
    expectNobodyStays(this.touched);
  }

  /** The newsroom as it was when the history began. */
  begin(rows: Record<string, Json[]>): void {
    for (const { id, role, languages } of rows['members']!)
      this.members.set(id, { id, role, languages, removed: false });
    for (const row of rows['queues']!)
      this.queues.set(row.id, {
        maxLeases: row.max_leases,
        languages: row.languages,
        mode: row.mode,
        escalateTo: row.escalate_to,
      });
    for (const { claim_id, recorded_by } of rows['statements']!)
      this.stated.add(`${claim_id} ${recorded_by}`);
    const claims = [...rows['claims']!].sort((a, b) => (a.id < b.id ? -1 : 1));
    claims.forEach(({ id, created_by: enteredBy, status }, number) =>
      this.claims.set(id, {
        ...{ id, number, enteredBy, status, rounds: [] },
        ...{ decidedIn: null, aged: false, doubts: new Set(), causes: new Set() },
      }),
    );
    for (const row of rows['rounds']!) {
      const slots = rows['slots']!.filter(({ round_id }) => round_id === row.id);
      const { languages } = rows['queue_needs']!.find(({ id }) => id === row.needs_id)!;
      const asked = {
        ...row,
        languages,
        queueId: row.queue_id,
        dueAt: row.due_at,
        escalateTo: row.escalate_to,
      };
      const identities = slots.map(({ id, number, rank }) => ({ id, number, rank: Date.parse(rank) }));
      this.open(row.id, this.claims.get(row.claim_id)!, asked, identities);
    }
  }

  private open(
    id: string,
    claim: Claim,
    asked: Json,
    slots: { id: string; number: number; rank: number }[],
  ): void {
    must(liveRound(claim) === undefined, () => `claim ${claim.number} has two rounds at once`);
    const { queueId: queue, reviews, blind, agreement, languages, mode, dueAt, escalateTo } = asked;
    expectAskedBy(this.queues.get(queue)!, languages, () => `the round of claim ${claim.number}`);
    const round: Round = {
      id,
      claim,
      queue,
      reviews,
      blind,
      agreement,
      languages,
      pull: mode === 'pull',
      state: 'open',
      slots: [],
      ...{ dueAt, escalateTo, dueSoonTold: null, overdueTold: null, leaves: false },
    };
    const numbers = slots.map(({ number }) => number).sort();
    must(
      numbers.join() === Array.from({ length: reviews }, (_, i) => i + 1).join(),
      () => `a round of ${reviews} has the slots ${numbers.join()}`,
    );
    for (const slot of slots) {
      const made = { ...slot, round, token: 0, turns: [] };
      round.slots.push(made);
      this.slots.set(slot.id, made);
    }
    claim.rounds.push(round);
    this.rounds.set(id, round);
  }

  private turn({ data, actorId, subjectId, type }: Happening, line: Line): void {
    const slot = this.slots.get(data.slotId)!;
    const where = () => `${line.entry} of slot ${slot.number} of claim ${slot.round.claim.number}`;
    const known = this.turns.get(subjectId);
    if (known === undefined) {
      must(['offered', 'leased'].includes(line.entry), () => `${where()}: nobody has it`);
      this.begun(
        slot,
        {
          id: subjectId,
          member: data.memberId,
          queue: data.queueId,
          state: line.entry,
          token: null,
          expiresAt: line.expiresAt!,
          slot,
        },
        where,
      );
    } else {
      must(isOpen(known), () => `${where()}: it is ${known.state}`);
      if (line.entry === 'leased') must(known.state === 'offered', () => `${where()}: it is ${known.state}`);
      if (OWN_ACTS.includes(line.entry)) this.own(known, line, where);
    }
    const turn = this.turns.get(subjectId)!;
    must(
      line.byMember === actorId || line.entry === 'offered',
      () => `${where()}: the event names ${actorId}, the ledger ${line.byMember}`,
    );
    if (line.entry === 'leased') {
      must(data.token === slot.token + 1, () => `${where()}: the token is ${data.token} after ${slot.token}`);
      must(known === undefined || line.at < known.expiresAt, () => `${where()}: the offer had run out`);
      must(
        this.allowSelfReview || !this.isOwnWork(slot.round.claim, turn.member),
        () => `${where()}: it is its member's own work`,
      );
      slot.token = turn.token = data.token;
    }
    if (line.entry === 'expired')
      must(
        line.at === turn.expiresAt && line.byMember === null,
        () => `${where()} at ${line.at}: it ran until ${turn.expiresAt}`,
      );
    if (line.entry === 'broken' && line.byMember !== null)
      must(line.at < turn.expiresAt, () => `${where()}: it had run out`);
    if (line.entry === 'broken' && line.byMember === null)
      must(!mayReview(this.members.get(turn.member)!), () => `${where()}: its member may review`);
    if (type === 'decision.submitted') this.decided(turn, data, where);
    turn.state = line.entry === 'renewed' ? 'leased' : line.entry;
    turn.expiresAt = line.expiresAt ?? turn.expiresAt;
  }

  private begun(slot: Slot, turn: Turn, where: () => string): void {
    const { round } = slot;
    const parts = round.slots.flatMap(({ turns }) => turns).filter(({ member }) => member === turn.member);
    must(stateOf(slot) === 'waiting', () => `${where()}: the slot is ${stateOf(slot)}`);
    must(round.state === 'open', () => `${where()}: the round is ${round.state}`);
    must(turn.queue === round.queue, () => `${where()}: it was given in a queue it is not in`);
    must(
      !parts.some((part) => isOpen(part) || part.state === 'submitted'),
      () => `${where()}: its member has another part in the round`,
    );
    must(!this.declined(round.claim, turn.member), () => `${where()}: its member declined the claim`);
    slot.turns.push(turn);
    this.turns.set(turn.id, turn);
  }

  private own(turn: Turn, { entry, at, byMember }: Line, where: () => string): void {
    must(entry === 'declined' || turn.state !== 'offered', () => `${where()}: it was not accepted`);
    must(at < turn.expiresAt, () => `${where()} at ${at}: the lease ran until ${turn.expiresAt}`);
    must(byMember === turn.member, () => `${where()}: by somebody who does not have it`);
  }

  private decided({ id, slot: { round } }: Turn, data: Json, where: () => string): void {
    this.decisionOf.set(id, data.decisionId);
    const told = CONTENT.filter((field) => data[field] !== undefined);
    must(
      !(round.blind && round.reviews > 1) || told.length === 0,
      () => `${where()}: the event tells ${told.join()}`,
    );
  }

  private happen(event: Happening, { slots, claims }: Books): void {
    const { type, subjectId, claimId, data } = event;
    const claim = this.claims.get(claimId ?? '')!;
    switch (type) {
      case 'round.opened':
        return this.open(
          subjectId,
          claim,
          data,
          slots.filter(({ roundId }: SlotRow) => roundId === subjectId),
        );
      case 'round.settled':
      case 'round.disagreed':
      case 'round.cancelled':
        return this.close(this.rounds.get(subjectId)!, type.split('.')[1]!, data, claims);
      case 'claim.transitioned':
        must(
          claim.status === data.from,
          () => `claim ${claim.number} moves from ${data.from}, and is ${claim.status}`,
        );
        claim.status = data.to;
        return;
      case 'claim.adjudicated':
        return this.adjudicated(claim, event.actorId!);
      case 'statement.recorded':
        this.stated.add(`${claimId} ${event.actorId}`);
        return happenAgain(event, claim);
      case 'claim.re-review-opened':
      case 'claim.re-review-extended':
        return happenAgain(event, claim);
      case 'claim.updated':
      case 'round.due-soon':
      case 'round.overdue':
      case 'round.escalated':
        return happenInTime(event, claim, this.queues);
      case 'queue.updated':
        return change(this.queues.get(subjectId)!, data);
      case 'member.updated':
        return change(this.members.get(subjectId)!, data);
      case 'member.removed':
        this.members.get(subjectId)!.removed = true;
        return;
      case 'policy.changed':
        return change(this, data);
      default:
    }
  }

  private close(round: Round, to: string, data: Json, claims: ClaimRow[]): void {
    const where = () => `the round of claim ${round.claim.number} is ${to}`;
    const turns = round.slots.flatMap((slot) => slot.turns);
    must(!turns.some(isOpen), () => `${where()} while somebody has it in hand`);
    const done = round.slots.filter((slot) => stateOf(slot) === 'done').length;
    if (to === 'cancelled') must(round.state !== 'settled', () => `${where()} after it was settled`);
    else {
      must(done === round.reviews, () => `${where()} after ${done} of ${round.reviews} decisions`);
      const ratings = (data.decisions as Json[]).map(({ rating }) => rating as string);
      must(ratings.length === round.reviews, () => `${where()} and tells ${ratings.length} decisions`);
      const { corroboration } = claims.find(({ id }) => id === round.claim.id)!;
      // Agreement against the record, of which nobody said why, is left to an editor.
      const plain = !['corroborated', 'denied', 'retracted'].includes(corroboration);
      if (round.state === 'open' && (plain || to === 'settled'))
        must(
          agree(round.agreement, ratings) === (to === 'settled'),
          () => `${where()} by ${round.agreement} of ${ratings.join()}`,
        );
    }
    round.state = to;
    if (to === 'settled') Object.assign(round.claim, { decidedIn: round, aged: false, doubts: new Set() });
  }

  private adjudicated(claim: Claim, by: string): void {
    const round = liveRound(claim);
    const part = round?.slots.some(({ turns }) =>
      turns.some(({ member, state }) => member === by && state === 'submitted'),
    );
    must(round?.state === 'disagreed', () => `claim ${claim.number} is adjudicated with no disagreement`);
    must(part === false, () => `claim ${claim.number} is adjudicated by one of its reviewers`);
    must(
      this.allowSelfReview || !this.isOwnWork(claim, by),
      () => `claim ${claim.number} is adjudicated by whoever entered or recorded it`,
    );
  }

  declined(claim: Claim, member: string): boolean {
    return claim.rounds.some(({ slots }) =>
      slots.some(({ turns }) => turns.some((turn) => turn.member === member && turn.state === 'declined')),
    );
  }

  isOwnWork(claim: Claim, member: string): boolean {
    return claim.enteredBy === member || this.stated.has(`${claim.id} ${member}`);
  }

  /** Decisions that others may not read yet. */
  sealed(): Turn[] {
    return [...this.turns.values()].filter(
      ({ state, slot }) => state === 'submitted' && isSealed(slot.round),
    );
  }

  count(what: string): void {
    this.seen.set(what, (this.seen.get(what) ?? 0) + 1);
  }
}

function change(what: object, { changes }: Json): void {
  for (const [field, { to }] of Object.entries<Json>(changes)) Object.assign(what, { [field]: to });
}

/** Steps of the default scale, worst first; what is not here stands off it. */
const SCALE = ['false', 'mostly_false', 'mixed', 'mostly_true', 'true'];

function agree(agreement: string, ratings: string[]): boolean {
  if (new Set(ratings).size === 1) return true;
  if (agreement === 'majority')
    return ratings.some((rating) => 2 * ratings.filter((one) => one === rating).length > ratings.length);
  const steps = ratings.map((rating) => SCALE.indexOf(rating));
  return agreement === 'within_one' && !steps.includes(-1) && Math.max(...steps) - Math.min(...steps) <= 1;
}
