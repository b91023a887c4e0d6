import type { Happening } from './books.js';
import { must } from './must.js';
import { type Claim, liveRound } from './state.js';

/** Whether a claim has a verdict, and is on its way to another one. */
export function isInQuestion({ decidedIn, status }: Claim): boolean {
  return decidedIn !== null && !['decided', 'closed'].includes(status);
}

/** What puts verdicts in question, and what comes of it. */
export function happenAgain({ type, subjectId, data }: Happening, claim: Claim): void {
  if (type === 'statement.recorded') {
    if (claim.decidedIn !== null && data.statement.stance === 'denies') claim.doubts.add(subjectId);
    return;
  }
  const { kind, statementId } = data.cause;
  const where = () => `${type} of claim ${claim.number} by ${kind}`;
  must(isInQuestion(claim), () => `${where()}: it is ${claim.status}`);
  must(
    data.verdictRound === claim.rounds.indexOf(claim.decidedIn!) + 1,
    () => `${where()}: of another verdict`,
  );
  must(data.roundId === (liveRound(claim)?.id ?? null), () => `${where()}: another round runs`);
  if (type === 'claim.re-review-opened')
    must(claim.status === 'queued', () => `${where()}: it is ${claim.status}`);
  if (kind === 'editor') return;
  if (kind === 'age') must(claim.aged, () => `${where()}: its verdict is new`);
  else must(claim.doubts.delete(statementId), () => `${where()}: its verdict knew of it`);
  const cause = kind === 'age' ? `${kind} ${data.verdictRound}` : `${kind} ${statementId}`;
  must(!claim.causes.has(cause), () => `${where()}: it was reviewed again for that before`);
  claim.causes.add(cause);
}

/** After the machine has looked for what puts verdicts in question. Of what is closed it forgets that. */
export function expectTakenUp(claims: Iterable<Claim>, agesOut: boolean): void {
  for (const claim of claims) {
    if (claim.status === 'closed') claim.doubts.clear();
    must(
      claim.doubts.size === 0,
      () => `claim ${claim.number} was denied, and its verdict is not in question`,
    );
    must(
      !(agesOut && claim.aged && claim.status === 'decided'),
      () => `claim ${claim.number} has too old a verdict, and it is not in question`,
    );
  }
}
