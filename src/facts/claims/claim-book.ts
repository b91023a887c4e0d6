import type { Reader } from '../../base/database/tx.js';
import type { ToldEvent } from './claim.rebuild.js';

/** An event of a claim's chain with all that it says. */
export interface BookEvent extends ToldEvent {
  subjectId: string;
  reason: string | null;
}

export type Fields = Record<string, unknown>;

/** What the events of one claim say of the rows of one kind. */
export interface Account {
  follow(event: BookEvent): void;
  /** By the id of its row, those fields that the events followed so far tell. */
  told(): ReadonlyMap<string, Fields>;
}

export interface BookRow {
  id: string;
  claimId: string;
  /** In the same names and forms as its events tell it. */
  fields: Fields;
}

/** A kind of row whose fields the events of its claim tell too, so that each can be held against the other. */
export interface ClaimBook {
  /** What one row is called. */
  readonly noun: string;
  open(): Account;
  /** The rows of these claims as they stand. */
  rows(reader: Reader, claimIds: string[]): Promise<BookRow[]>;
}

/** What events told in several steps; later ones count. What one of them did not tell is not known. */
export class Told implements Account {
  private readonly rows = new Map<string, Fields>();

  constructor(private readonly read: (event: BookEvent, tell: Told['tell']) => void) {}

  follow(event: BookEvent): void {
    this.read(event, (id, fields) => this.tell(id, fields));
  }

  told(): ReadonlyMap<string, Fields> {
    return this.rows;
  }

  private tell(id: string, fields: Fields): void {
    const known = { ...this.rows.get(id), ...fields };
    this.rows.set(id, Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)));
  }
}

/** As JSON has it, which is how events keep it: no Date, no undefined. */
export function asTold(fields: object): Fields {
  return JSON.parse(JSON.stringify(fields)) as Fields;
}
