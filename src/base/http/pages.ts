import { type Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { createHash } from 'node:crypto';
import { invalidField, type Problem } from '../errors/problem.js';
import { FromQuery, Text, Whole } from './fields.js';
import { isInstant } from './formats.js';

/** The query of every list. */
export class PageQuery {
  @FromQuery()
  @Whole({ min: 1, max: 200, optional: true, default: 50, description: 'How many items at the most.' })
  limit: number = 50;

  @Text({ optional: true, max: 500, description: 'The nextCursor of the page before.', example: undefined })
  cursor?: string;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** The class that describes a page of `item` to OpenAPI. */
export function pageOf(item: Type, name: string): Type<Page<unknown>> {
  class PageDto {
    @ApiProperty({ type: [item] })
    items: unknown[];

    @ApiProperty({
      type: String,
      nullable: true,
      description: 'Send it as cursor to get the next page; null: there is none.',
      example: null,
    })
    nextCursor: string | null;
  }
  Object.defineProperty(PageDto, 'name', { value: name });
  return PageDto;
}

/** A place in an order: the values of the sort columns of the last item seen. Nulls are kept. */
export type Place = (string | null)[];

export function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

const KINDS = {
  time: isInstant,
  id: (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  number: (value: string) => /^\d{1,15}$/.test(value),
  day: (value: string) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
};
export type PlaceKind = keyof typeof KINDS;

/** Reads a cursor whose values are of these kinds; only a time may be null. Refuses what this server did not write. */
export function readCursor(cursor: string | undefined, kinds: PlaceKind[]): Place | null {
  if (cursor === undefined) return null;
  const place = parse(cursor);
  if (
    Array.isArray(place) &&
    place.length === kinds.length &&
    place.every((value, i) => fits(value, kinds[i]!))
  ) {
    return place as Place;
  }
  throw noCursor();
}

function fits(value: unknown, kind: PlaceKind): boolean {
  return value === null ? kind === 'time' : typeof value === 'string' && KINDS[kind](value);
}

function noCursor(): Problem {
  return invalidField(
    'cursor',
    'must be the nextCursor of an earlier page of this list, in its order and with its filters',
  );
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Makes cursors the list's own. Many lists are in the order of a time and an id, so the cursor of another list, or of
 * this one in another order, would be read without a complaint and pages would be skipped.
 */
export class ListCursors {
  private readonly tag: string;

  constructor(url: string) {
    const [path, query] = url.split('?');
    const filters = [...new URLSearchParams(query)].filter(([name]) => name !== 'cursor' && name !== 'limit');
    const list = JSON.stringify([path, filters.sort()]);
    this.tag = `${createHash('sha256').update(list).digest('base64url').slice(0, 8)}.`;
  }

  /** Takes the list's tag off the cursor of a query, for the room that reads the rest. */
  open(query: Record<string, unknown>): void {
    if (typeof query['cursor'] !== 'string') return;
    if (!query['cursor'].startsWith(this.tag)) throw noCursor();
    query['cursor'] = query['cursor'].slice(this.tag.length);
  }

  close(page: Page<unknown>): Page<unknown> {
    return page.nextCursor === null ? page : { ...page, nextCursor: this.tag + page.nextCursor };
  }
}

/** Cuts `rows`, read with one more than the limit, into a page. */
export function pageFrom<Row, T>(
  rows: Row[],
  limit: number,
  place: (row: Row) => Place,
  present: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(present), nextCursor: last === undefined ? null : writeCursor(place(last)) };
}
