import { Injectable } from '@nestjs/common';
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { Problem } from '../../base/errors/problem.js';
import { type Entered, Entering } from './entering.service.js';
import { EnteringReviews } from './entering-reviews.service.js';
import type { Import, Warning } from './import.entity.js';
import type { ImportedClaim } from './imported-claim.dto.js';
import { ImportsRepository, type OpenRow, type RowDone } from './imports.repository.js';
import { externalIdOf, isReview, parsed, readRow } from './row-reading.js';
import type { ReviewLine } from './reading.js';

/** Whoever asks the same process something meanwhile does not wait for more rows than this. */
const ROWS_AT_A_STRETCH = 20;

class Undone extends Error {}

interface Read {
  number: number;
  externalId: string | null;
  given: unknown;
}

/** Works through the next rows of an import, in one transaction. */
@Injectable()
export class BatchWork {
  constructor(
    private readonly database: Database,
    private readonly repository: ImportsRepository,
    private readonly entering: Entering,
    private readonly reviews: EnteringReviews,
  ) {}

  /** What became of the rows, of the first ones at least: it ends before an external id comes again. */
  async work(tx: Tx, actor: Actor, of: Import, rows: OpenRow[]): Promise<RowDone[]> {
    const read = untilRepeated(
      rows.map(({ number, line }) => {
        const given = parsed(line);
        return { number, given, externalId: externalIdOf(given) };
      }),
    );
    if (of.format === 'ndjson' || !isReview(read[0]!.given)) return this.claims(tx, actor, of, read);
    const done: RowDone[] = [];
    for (const row of read) done.push(await this.review(actor, of, row));
    return done;
  }

  private async claims(tx: Tx, actor: Actor, of: Import, read: Read[]): Promise<RowDone[]> {
    const before = of.dryRun ? await this.stoodBefore(tx, of, read) : new Set();
    const results = new Map<Read, Entered | Problem>();
    const valid: [Read, ImportedClaim][] = [];
    for (const [i, row] of read.entries()) {
      if (i % ROWS_AT_A_STRETCH === 0) await othersTurn();
      const claim = await readRow(row.given).catch(refusal);
      if (claim instanceof Problem) results.set(row, claim);
      else if (before.has(row.externalId)) results.set(row, REPEATED);
      else valid.push([row, claim]);
    }
    const entered = await this.entering.enter(
      tx,
      actor,
      valid.map(([, claim]) => claim),
      of.dryRun,
    );
    for (const [i, [row]] of valid.entries()) results.set(row, entered[i]!);
    return read.map((row) => doneWith(row, results.get(row)!));
  }

  private async review(actor: Actor, { dryRun }: Import, row: Read): Promise<RowDone> {
    const enter = () =>
      this.database.transaction((tx) => this.reviews.enter(tx, actor, row.given as ReviewLine));
    return doneWith(row, await (dryRun ? this.undone(enter) : enter()).catch(refusal));
  }

  /** Does it as a part of its own, and undoes that. */
  private async undone(act: () => Promise<Entered>): Promise<Entered> {
    let entered: Entered;
    try {
      await this.database.transaction(async () => {
        entered = await act();
        throw new Undone();
      });
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
    }
    const { outcome, claimId, warnings } = entered!;
    return { outcome, claimId: outcome === 'created' ? null : claimId, warnings };
  }

  private stoodBefore(tx: Tx, { id }: Import, read: Read[]): Promise<Set<string | null>> {
    return this.repository.earlier(
      tx,
      id,
      read[0]!.number,
      read.flatMap(({ externalId }) => externalId ?? []),
    );
  }
}

const REPEATED: Entered = {
  outcome: 'updated',
  claimId: null,
  warnings: [
    {
      code: 'external_id.repeated',
      path: 'externalId',
      message:
        'stands in an earlier row too; whether this row changes anything more shows when it is imported',
    } satisfies Warning,
  ],
};

function untilRepeated(rows: Read[]): Read[] {
  const seen = new Set<string>();
  const repeated = rows.findIndex(({ externalId }) => {
    if (externalId === null) return false;
    if (seen.has(externalId)) return true;
    seen.add(externalId);
    return false;
  });
  return repeated < 0 ? rows : rows.slice(0, repeated);
}

/** The problem that a row is refused for; what is no fault of the row is none. */
function refusal(error: unknown): Problem {
  if (error instanceof Problem && error.kind.status < 500) return error;
  throw error;
}

function doneWith({ number, externalId }: Read, result: Entered | Problem): RowDone {
  if (!(result instanceof Problem)) return { number, externalId, code: null, errors: [], ...result };
  const errors = result.more.errors ?? [{ path: '', message: result.detail }];
  const { code } = result.kind;
  return { number, externalId, outcome: 'refused', claimId: null, code, errors, warnings: [] };
}
