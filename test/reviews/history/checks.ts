import type { Books } from './books.js';
import { must } from './must.js';
import type { Replay } from './replay.js';
import { type Claim, isOpen, liveRound, stateOf } from './state.js';

/** The rows must be what follows from the ledger and the events. */
export function expectRowsToFollow(replay: Replay, books: Books): void {
  must(books.claims.length === replay.claims.size, () => `there are ${books.claims.length} claims`);
  for (const { id, status } of books.claims)
    same(`claim ${replay.claims.get(id)!.number}`, status, replay.claims.get(id)!.status);
  must(books.rounds.length === replay.rounds.size, () => `there are ${books.rounds.length} rounds`);
  for (const { id, state, queueId } of books.rounds) {
    const round = replay.rounds.get(id)!;
    same(`the round of claim ${round.claim.number}`, `${state} ${queueId}`, `${round.state} ${round.queue}`);
  }
  must(books.slots.length === replay.slots.size, () => `there are ${books.slots.length} slots`);
  for (const { id, state, token, number, queueId } of books.slots) {
    const slot = replay.slots.get(id)!;
    if (['waiting', 'offered', 'taken'].includes(state))
      same(`the queue of slot ${number}`, queueId, slot.round.queue);
    same(
      `slot ${number} of claim ${slot.round.claim.number}`,
      `${state} ${token}`,
      `${stateOf(slot)} ${slot.token}`,
    );
  }
  must(books.turns.length === replay.turns.size, () => `there are ${books.turns.length} turns`);
  for (const { id, state, token, expiresAt, endedAt } of books.turns) {
    const turn = replay.turns.get(id)!;
    const row = [state, token, expiresAt, endedAt !== null].join(' ');
    const followed = [turn.state, turn.token, turn.expiresAt, !isOpen(turn)].join(' ');
    same(`the turn ${id} at claim ${turn.slot.round.claim.number}`, row, followed);
  }
  same('the number of decisions', String(books.decisions), String(replay.decisionOf.size));
}

function same(what: string, row: string, followed: string): void {
  must(row === followed, () => `${what} is ${row} in its row, and ${followed} by the ledger and the events`);
}

/** No claim is where nothing would move it on, and no slot is in two hands. */
export function expectNothingLost(claim: Claim): void {
  const round = liveRound(claim);
  const states = round?.slots.map(stateOf) ?? [];
  const where = () =>
    `claim ${claim.number} is ${claim.status} with a round ${round?.state ?? 'over'}: ${states.join()}`;
  const inHand = states.filter((state) => state === 'taken').length;
  // What was handed over stays in review until it is accepted, or not.
  const passedOn = states.filter((state) => state === 'offered').length;
  const done = states.filter((state) => state === 'done').length;
  for (const slot of round?.slots ?? [])
    must(
      slot.turns.filter(isOpen).length <= 1,
      () => `slot ${slot.number} of claim ${claim.number} is in two hands`,
    );
  switch (claim.status) {
    case 'queued':
      return must(round?.state === 'open' && inHand + done === 0, where);
    case 'in_review':
      return must(round?.state === 'open' && inHand + done + passedOn > 0 && done < round.reviews, where);
    case 'adjudication':
      return must(round?.state === 'disagreed' && done === round.reviews, where);
    case 'decided':
      return must(round === undefined && claim.rounds.at(-1)?.state === 'settled', where);
    default:
      return must(round === undefined, where);
  }
}
