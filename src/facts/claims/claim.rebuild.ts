import { readMoment } from '../../base/http/formats.js';
import type { Changes } from '../../record/events/event.js';
import type { Claim } from './claim.entity.js';
import type { ToldCorroboration, ToldFields, ToldState } from './claim.events.js';
import type { ClaimState } from './claim.states.js';
import { newClaim } from './new-claim.js';
import { readQuantity } from './quantity.dto.js';
import { topicKeysOf } from './topics.js';

/** An event of a claim's chain, as it is read back; `data` is null when it was erased. */
export interface ToldEvent {
  type: string;
  at: Date;
  workspaceId: string;
  claimId: string | null;
  actorId: string | null;
  data: Record<string, unknown> | null;
}

/** A claim made again from its events. */
export interface Rebuilt {
  claim: Claim;
  /**
   * What the events do not tell, in the names the API gives it. Events from before versions were told leave out the
   * version and its moment; erased ones leave out what they said. The claim then holds what is known to be nearest.
   */
  unknown: ReadonlySet<string>;
}

// Each makes a new version of its claim.
const CHANGES = [
  'claim.updated',
  'claim.transitioned',
  'claim.corroboration-changed',
  'statement.recorded',
  'statement.struck',
  'evidence.added',
  'evidence.gone',
];
const FIELDS = [
  'externalId',
  'text',
  'language',
  'topics',
  'eventTime',
  'place',
  'appearances',
  'claimantId',
  'quantity',
  'priority',
  'dueAt',
];
const STATE = [
  'heldFrom',
  'holdUntil',
  'closedReason',
  'duplicateOf',
  'verdict',
  'queueId',
  'rank',
  'reviewDueAt',
];
const VERSION = ['version', 'updatedAt'];
const AS_OF = 'corroboration.asOf';

/**
 * The claim after one more event of its chain; null before it was entered. Pure: what it answers follows from the
 * events alone, in the order of their chain, so that any past version can be made again and checked.
 */
export function follow(before: Rebuilt | null, event: ToldEvent): Rebuilt | null {
  if (event.type === 'claim.submitted') return entered(event);
  if (before === null) return null;
  const after = stamped(before, event);
  const data = event.data;
  switch (event.type) {
    case 'claim.updated':
      if (data === null) return without(after, FIELDS);
      return known(
        after,
        { ...fieldsFrom(changed<ToldFields>(data)), ...stateFrom(changed<ToldState>(data)) },
        Object.keys(data['changes'] as Changes),
      );
    case 'claim.transitioned':
      if (data === null) return without(after, ['status', ...STATE]);
      return known(after, { status: data['to'] as ClaimState, ...stateFrom(changed<ToldState>(data)) }, [
        'status',
        ...Object.keys(data['changes'] as Changes),
      ]);
    case 'round.escalated':
      if (data === null) return without(after, ['queueId']);
      return known(after, { queueId: data['to'] as string }, ['queueId']);
    case 'claim.corroboration-changed':
      if (data === null) return without(after, ['corroboration']);
      return known(after, corroborationFrom(data['to'] as ToldCorroboration), ['corroboration', AS_OF]);
    case 'claim.corroboration-confirmed':
      if (data === null) return without(after, [AS_OF]);
      return known(after, { corroborationAsOf: new Date((data['asOf'] as { to: string }).to) }, [AS_OF]);
    default:
      return after;
  }
}

/**
 * The claim after one more event of its chain, as it was known at a moment. What comes in the chain behind an event
 * that counts only from later on may count already: a change is stamped before the events beside it are.
 */
export function followAsOf(before: Rebuilt | null, event: ToldEvent, asOf: Date): Rebuilt | null {
  return countsFrom(event) > asOf ? before : follow(before, event);
}

/** The moment from which an event of a claim's chain counts, on the record's clock. */
export function countsFrom({ type, at, data }: ToldEvent): Date {
  const told =
    type === 'claim.corroboration-confirmed'
      ? (data?.['asOf'] as { to: string } | undefined)?.to
      : (data?.['claimUpdatedAt'] as string | undefined);
  return told === undefined ? at : new Date(told);
}

function entered({ at, workspaceId, claimId, actorId, data }: ToldEvent): Rebuilt {
  const told = data?.['claim'] as (ToldFields & { corroboration: ToldCorroboration }) | undefined;
  // Entered with nothing recorded yet, a claim's corroboration is as of the moment of its entry.
  const createdAt = told === undefined ? at : new Date(told.corroboration.asOf);
  const entry = { id: claimId!, workspaceId, createdBy: actorId!, at: createdAt };
  if (told === undefined) {
    return { claim: newClaim(entry, {}), unknown: new Set([...FIELDS, 'createdAt', ...VERSION, AS_OF]) };
  }
  const isStamped = data!['claimVersion'] !== undefined;
  // Where versions were not told, a recomputation with the same answer was not either.
  return {
    claim: newClaim(entry, fieldsFrom(told)),
    unknown: new Set(isStamped ? [] : [AS_OF]),
  };
}

/** What every change of a claim tells: the version it made, and its moment. */
function stamped(before: Rebuilt, { type, at, data }: ToldEvent): Rebuilt {
  const version = data?.['claimVersion'] as number | undefined;
  if (data?.['claimUpdatedAt'] === undefined) {
    if (!CHANGES.includes(type)) return before;
    const { claim, unknown } = before;
    return { claim: { ...claim, updatedAt: at }, unknown: new Set([...unknown, ...VERSION]) };
  }
  const updatedAt = new Date(data['claimUpdatedAt'] as string);
  // Whoever records or strikes a statement assesses the claim as of that moment, whether or not the answer changes.
  const assessed = type.startsWith('statement.') && {
    corroborationAsOf: updatedAt,
    lastRecordedAt: updatedAt,
  };
  return known(
    before,
    { version: version!, updatedAt, ...assessed },
    assessed ? [...VERSION, AS_OF] : VERSION,
  );
}

function known({ claim, unknown }: Rebuilt, columns: Partial<Claim>, names: string[]): Rebuilt {
  return {
    claim: { ...claim, ...columns },
    unknown: new Set([...unknown].filter((name) => !names.includes(name))),
  };
}

function without({ claim, unknown }: Rebuilt, names: string[]): Rebuilt {
  return { claim, unknown: new Set([...unknown, ...names]) };
}

function changed<T>(data: Record<string, unknown>): Partial<T> {
  const changes = Object.entries(data['changes'] as Changes);
  return Object.fromEntries(changes.map(([name, { to }]) => [name, to])) as Partial<T>;
}

function fieldsFrom(told: Partial<ToldFields>): Partial<Claim> {
  const { externalId, text, language, place, priority, claimantId, claimantGiven, appearances } = told;
  const columns = given({
    externalId,
    text,
    language,
    place,
    priority,
    claimantId,
    claimantGiven,
    appearances,
  });
  if (told.topics !== undefined) {
    Object.assign(columns, { topics: told.topics, topicKeys: topicKeysOf(told.topics) });
  }
  if (told.eventTime !== undefined) {
    const { at, isDay } = readMoment(told.eventTime);
    Object.assign(columns, { eventTime: at, eventTimeIsDay: isDay });
  }
  if (told.quantity !== undefined) Object.assign(columns, readQuantity(told.quantity, 'quantity'));
  if (told.dueAt !== undefined) columns.dueAt = moment(told.dueAt);
  return columns;
}

function stateFrom(told: Partial<ToldState>): Partial<Claim> {
  const { heldFrom, closedReason, queueId, duplicateOf, verdict } = told;
  const columns = given({ heldFrom, closedReason, queueId, duplicateOfId: duplicateOf });
  if (verdict !== undefined) {
    const verdictAt = verdict === null ? null : new Date(verdict.decidedAt);
    Object.assign(columns, { verdict, rating: verdict?.rating ?? null, verdictAt });
  }
  if (told.holdUntil !== undefined) columns.holdUntil = moment(told.holdUntil);
  if (told.rank !== undefined) columns.rank = moment(told.rank);
  if (told.reviewDueAt !== undefined) columns.reviewDueAt = moment(told.reviewDueAt);
  return columns;
}

function corroborationFrom(told: ToldCorroboration): Partial<Claim> {
  const { status: corroboration, support, oppose, divided } = told;
  return { corroboration, support, oppose, divided, corroborationAsOf: new Date(told.asOf) };
}

function moment(told: string | null): Date | null {
  return told === null ? null : new Date(told);
}

function given(columns: { [Column in keyof Claim]?: Claim[Column] | undefined }): Partial<Claim> {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}
