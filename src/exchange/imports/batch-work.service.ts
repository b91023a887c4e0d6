import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { Problem } from '../../base/errors/problem.js';
import { type Entered, Entering } from './entering.service.js';
import { EnteringReviews } from './entering-reviews.service.js';
import type { Import, Warning } from './import.entity.js';
import type { ImportedClaim } from './imported-claim.dto.js';
import { ImportsRepository, type RowDone } from './imports.repository.js';
import { isReview, type ReadRow, refusal } from './row-reading.js';
import type { ReviewLine } from './reading.js';

class Undone extends Error {}

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
  async work(tx: Tx, actor: Actor, of: Import, rows: ReadRow[]): Promise<RowDone[]> {
    const read = untilRepeated(rows);
    if (!isReview(read[0]!.says)) return this.claims(tx, actor, of, read);
    const done: RowDone[] = [];
    for (const row of read) done.push(await this.review(actor, of, row));
    return done;
  }

  private async claims(tx: Tx, actor: Actor, of: Import, read: ReadRow[]): Promise<RowDone[]> {
    const before = of.dryRun ? await this.stoodBefore(tx, of, read) : new Set();
    const isNew = ({ says, externalId }: ReadRow) => !(says instanceof Problem) && !before.has(externalId);
    const rows = read.filter(isNew);
    const claims = rows.map(({ says }) => says as ImportedClaim);
    const entered = await this.entering.enter(tx, actor, claims, of.dryRun);
    const results = new Map(rows.map((row, i) => [row, entered[i]!]));
    return read.map((row) =>
      doneWith(row, results.get(row) ?? (row.says instanceof Problem ? row.says : REPEATED)),
    );
  }

  private async review(actor: Actor, { dryRun }: Import, row: ReadRow): Promise<RowDone> {
    const enter = () =>
      this.database.transaction((tx) => this.reviews.enter(tx, actor, row.says as ReviewLine));
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

  private stoodBefore(tx: Tx, { id }: Import, read: ReadRow[]): Promise<Set<string | null>> {
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

function untilRepeated(rows: ReadRow[]): ReadRow[] {
  const seen = new Set<string>();
  const repeated = rows.findIndex(({ externalId }) => {
    if (externalId === null) return false;
    if (seen.has(externalId)) return true;
    seen.add(externalId);
    return false;
  });
  return repeated < 0 ? rows : rows.slice(0, repeated);
}

function doneWith({ number, externalId }: ReadRow, result: Entered | Problem): RowDone {
  if (!(result instanceof Problem)) return { number, externalId, code: null, errors: [], ...result };
  const errors = result.more.errors ?? [{ path: '', message: result.detail }];
  const { code } = result.kind;
  return { number, externalId, outcome: 'refused', claimId: null, code, errors, warnings: [] };
}
