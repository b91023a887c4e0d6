import type { Happening } from './books.js';
import { must } from './must.js';
import { type Asked, type Claim, liveRound, type Round } from './state.js';

/** Queues give notice so long before. */
const NOTICE_MS = 4 * 3_600_000;

/** What the due time of the round that runs brings about. */
export function happenInTime(event: Happening, claim: Claim, queues: Map<string, Asked>): void {
  const { type, subjectId, data } = event;
  const round = liveRound(claim);
  if (type === 'claim.updated') {
    if (data.changes.reviewDueAt !== undefined) round!.dueAt = data.changes.reviewDueAt.to;
    return;
  }
  const where = () => `${type} of the round of claim ${claim.number}, due at ${round?.dueAt}`;
  must(round?.id === subjectId, () => `${where()}: it does not run`);
  if (type === 'round.escalated') return escalate(round!, data, queues, where);
  must(data.dueAt !== null && data.dueAt === round!.dueAt, () => `${where()}: tells ${data.dueAt}`);
  must(round!.overdueTold !== round!.dueAt, () => `${where()}: it was told that it has passed`);
  if (type === 'round.due-soon') {
    must(round!.dueSoonTold !== round!.dueAt, () => `${where()}: it was told before`);
    round!.dueSoonTold = round!.dueAt;
    return;
  }
  round!.overdueTold = round!.dueAt;
  round!.leaves = round!.state === 'open' && round!.escalateTo !== null;
}

function escalate(
  round: Round,
  { from, to, languages }: Happening['data'],
  queues: Map<string, Asked>,
  where: () => string,
): void {
  must(round.leaves, () => `${where()}: it has not just become overdue`);
  must(from === round.queue && to === round.escalateTo, () => `${where()}: from ${from} to ${to}`);
  const { mode, escalateTo } = queues.get(to)!;
  expectAskedBy(queues.get(to)!, languages, where);
  Object.assign(round, { queue: to, languages, pull: mode === 'pull', escalateTo, leaves: false });
}

/** Whether a round that comes to a queue asks what the queue asks at that moment. */
export function expectAskedBy(queue: Asked, languages: string[], where: () => string): void {
  must(
    languages.join() === queue.languages.join(),
    () => `${where()} asks for ${languages.join() || 'nothing'}`,
  );
}

/** What is overdue is escalated in the transaction that tells so. */
export function expectNobodyStays(claims: Set<Claim>): void {
  for (const claim of claims)
    must(!claim.rounds.some(({ leaves }) => leaves), () => `claim ${claim.number} was not escalated`);
}

/** After the machine has looked for due times. */
export function expectTold(claims: Iterable<Claim>, now: number): void {
  for (const claim of claims) {
    const round = liveRound(claim);
    if (round === undefined || round.dueAt === null) continue;
    const ahead = Date.parse(round.dueAt) - now;
    const told = ahead <= 0 ? round.overdueTold : ahead <= NOTICE_MS ? round.dueSoonTold : round.dueAt;
    must(told === round.dueAt, () => `nobody was told that claim ${claim.number} is due at ${round.dueAt}`);
  }
}
