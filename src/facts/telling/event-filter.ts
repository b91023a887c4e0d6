import { invalidField } from '../../base/errors/problem.js';
import { declaredEvents } from '../../record/events/event-type.js';

/** Whether it is a type that the feed tells of, such as `claim.submitted`, or `claim.*` for all of its noun. */
export function isEventFilter(given: string): boolean {
  const told = declaredEvents().filter(({ inFeed }) => inFeed);
  return told.some(({ name }) => name === given || `${name.split('.')[0]}.*` === given);
}

/** Which types of events somebody wants: names such as `claim.submitted`, and `claim.*` for all of that noun. */
export class EventFilter {
  private constructor(
    /** Null: all of them. */
    readonly types: string[] | null,
    /** Null: none beside the types. */
    readonly prefixes: string[] | null,
  ) {}

  /** Reads what a request says, types separated by commas; refuses what can be no type. */
  static read(given: string | undefined): EventFilter {
    if (given === undefined) return new EventFilter(null, null);
    const wanted = given.split(',').map((one) => one.trim());
    const wrong = wanted.find((one) => !isEventFilter(one));
    if (wrong !== undefined)
      throw invalidField(
        'type',
        `must be types of events such as claim.submitted, or claim.*; ${wrong} is none`,
      );
    const prefixes = wanted.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1));
    const types = wanted.filter((one) => !one.endsWith('*'));
    return new EventFilter(types, prefixes.length === 0 ? null : prefixes);
  }

  takes(type: string): boolean {
    return (
      this.types === null ||
      this.types.includes(type) ||
      (this.prefixes?.some((prefix) => type.startsWith(prefix)) ?? false)
    );
  }
}

/** A place in the feed as a request names it: the cursor of an event, or the nextCursor of an answer. */
export function readPosition(given: string, path: string): number {
  if (!/^\d{1,15}$/.test(given))
    throw invalidField(path, 'must be the cursor of an event, as the feed gave it');
  return Number(given);
}
