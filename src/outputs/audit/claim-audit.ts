import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../../base/database/tx.js';
import type { Account, BookRow, ClaimBook, Fields } from '../../facts/claims/claim-book.js';
import { inPages } from '../../record/heads/in-pages.js';
import type { ClaimAuditRepository, ClaimEvent, ClaimKey } from './claim-audit.repository.js';

const CLAIMS = 200;
const EVENTS = 2000;

export interface Audited {
  claims: number;
  /** Claims of which contents are missing: what their rows should say is not known. */
  unknown: number;
}

export interface ClaimAuditOptions {
  books: readonly ClaimBook[];
  found: (workspaceId: string, fault: string) => void;
  progress: (so: Audited) => void;
}

/** One claim while its events are read. */
interface Open {
  accounts: Account[];
  isKnown: boolean;
}

/**
 * Holds the rows of claims against what the events say. A page of claims is read as it stood at one moment, so that
 * nothing seems not to fit because a desk is at work; no lock is taken, and memory holds one page with its rows.
 */
export class ClaimAudit {
  private readonly so: Audited = { claims: 0, unknown: 0 };

  constructor(
    private readonly repository: ClaimAuditRepository,
    private readonly options: ClaimAuditOptions,
  ) {}

  async run(): Promise<Audited> {
    for (let after: ClaimKey | null = null; ;) {
      const page: ClaimKey[] = await this.repository.atOneMoment((tx) => this.checkPage(tx, after));
      this.options.progress(this.so);
      if (page.length < CLAIMS) return this.so;
      after = page.at(-1)!;
    }
  }

  private async checkPage(tx: Tx, after: ClaimKey | null): Promise<ClaimKey[]> {
    const page = await this.repository.keys(tx, after, CLAIMS);
    if (page.length === 0) return page;
    const rows = await this.read(
      tx,
      page.map(({ claimId }) => claimId),
    );
    const events = this.events(tx, page);
    let next = await events.next();
    for (const key of page) {
      const open: Open = {
        accounts: this.options.books.map((book) => book.open()),
        isKnown: true,
      };
      // Events of a claim without row and chain stand between; the chains are looked at elsewhere.
      for (; next.done !== true && compare(next.value, key) <= 0; next = await events.next()) {
        if (next.value.claimId === key.claimId) follow(open, next.value);
      }
      this.hold(key, open, rows);
    }
    return page;
  }

  private events(tx: Tx, page: ClaimKey[]): AsyncGenerator<ClaimEvent> {
    const [first, last] = [page[0]!, page.at(-1)!];
    return inPages<ClaimEvent>(
      (after, limit) => this.repository.events(tx, after ?? { ...first, number: 0 }, last, limit),
      EVENTS,
    );
  }

  /** The rows of each book, by claim. */
  private async read(tx: Tx, claimIds: string[]): Promise<Map<string, BookRow[]>[]> {
    const books: Map<string, BookRow[]>[] = [];
    for (const book of this.options.books) {
      const byClaim = new Map<string, BookRow[]>();
      for (const row of await book.rows(tx, claimIds)) {
        const others = byClaim.get(row.claimId);
        if (others === undefined) byClaim.set(row.claimId, [row]);
        else others.push(row);
      }
      books.push(byClaim);
    }
    return books;
  }

  private hold(
    { workspaceId, claimId }: ClaimKey,
    { accounts, isKnown }: Open,
    rows: Map<string, BookRow[]>[],
  ): void {
    const isClaim = accounts[0]!.told().size > 0 || rows[0]!.has(claimId);
    if (!isClaim) return;
    this.so.claims += 1;
    if (!isKnown) {
      this.so.unknown += 1;
      return;
    }
    for (const [i, { noun }] of this.options.books.entries()) {
      const found = new Map((rows[i]!.get(claimId) ?? []).map(({ id, fields }) => [id, fields]));
      for (const [id, fault] of differences(accounts[i]!.told(), found)) {
        const of = id === claimId ? '' : ` of claim ${claimId}`;
        this.options.found(workspaceId, `${noun} ${id}${of}: ${fault}`);
      }
    }
  }
}

function follow(open: Open, event: ClaimEvent): void {
  if (event.data === null) open.isKnown = false;
  if (open.isKnown) for (const account of open.accounts) account.follow(event);
}

/** What does not fit between what events tell and the rows that there are, by the id of the row. */
function* differences(
  told: ReadonlyMap<string, Fields>,
  found: ReadonlyMap<string, Fields>,
): Generator<[string, string]> {
  for (const [id, fields] of told) {
    const row = found.get(id);
    if (row === undefined) {
      yield [id, 'its row is gone, of which events tell'];
      continue;
    }
    const other = Object.keys(fields).filter((name) => !isDeepStrictEqual(fields[name], row[name]));
    if (other.length > 0)
      yield [id, `its row says something else than its events: ${other.sort().join(', ')}`];
  }
  for (const id of found.keys()) if (!told.has(id)) yield [id, 'there is a row of which no event tells'];
}

function compare(one: ClaimKey, other: ClaimKey): number {
  const [a, b] = [one.workspaceId + one.claimId, other.workspaceId + other.claimId];
  return a < b ? -1 : a > b ? 1 : 0;
}
