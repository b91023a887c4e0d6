import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import type { Tx } from '../../base/database/tx.js';
import { Problem } from '../../base/errors/problem.js';
import type { ClaimDraft, Standing } from '../../facts/statements/claim-draft.js';
import { Drafts } from '../../facts/statements/drafts.service.js';
import { nextMoment, sharePlacementsFrom } from '../../record/workspaces/placement-lock.js';
import type { BatchSources } from './batch-sources.js';
import type { Outcome, Warning } from './import.entity.js';
import type { ImportedClaim } from './imported-claim.dto.js';
import { Naming } from './naming.service.js';
import { draftOf, type RowDraft } from './row-draft.js';

export interface Entered {
  outcome: Exclude<Outcome, 'refused'>;
  /** Null for a claim that a dry run would create. */
  claimId: string | null;
  warnings: Warning[];
}

/** What was read for all rows of a batch. */
interface Batch {
  actor: Actor;
  at: Date;
  sources: BatchSources;
  standing: Map<string, Standing>;
}

type Drafted = RowDraft & { row: ImportedClaim };

/**
 * Enters rows, of which no two have the same external id, all at once: what each comes to is worked out first, from
 * what was read for all of them, and then written for all of them. So a row that is refused leaves nothing behind.
 */
@Injectable()
export class Entering {
  constructor(
    private readonly naming: Naming,
    private readonly drafts: Drafts,
  ) {}

  /** What became of each row, or why it was refused. In a dry run it is what would; nothing is written. */
  async enter(tx: Tx, actor: Actor, rows: ImportedClaim[], dryRun: boolean): Promise<(Entered | Problem)[]> {
    const batch = await this.read(tx, actor, rows);
    const drafted = rows.map((row) => orRefused(() => firstDraft(row, batch)));
    const accepted = drafted.filter((one): one is Drafted => !(one instanceof Problem));
    if (!dryRun) await this.write(tx, batch, accepted);
    return drafted.map((one) => (one instanceof Problem ? one : enteredBy(one, dryRun)));
  }

  private async read(tx: Tx, actor: Actor, rows: ImportedClaim[]): Promise<Batch> {
    const { workspaceId } = actor;
    const at = await sharePlacementsFrom(tx, workspaceId);
    const externalIds = rows.flatMap(({ externalId }) => externalId ?? []);
    const standing = await this.drafts.standing(tx, workspaceId, externalIds);
    return { actor, at, sources: await this.naming.find(tx, actor, rows), standing };
  }

  /** Drafts count from a moment at which their sources are there: where some had to be made, they are drawn up anew. */
  private async write(tx: Tx, batch: Batch, accepted: Drafted[]): Promise<void> {
    const { actor, sources } = batch;
    let { at } = batch;
    if (sources.missing.length > 0) {
      await this.naming.create(tx, actor, sources);
      at = await nextMoment(tx);
      for (const one of accepted) one.draft = draft(one.row, { ...batch, at }).draft;
    }
    await this.drafts.write(tx, actor, accepted.map((one) => one.draft).filter(isChange), at);
  }
}

function firstDraft(row: ImportedClaim, batch: Batch): Drafted {
  const needed = batch.sources.read(row);
  const drafted = draft(row, batch);
  batch.sources.accept(needed);
  return { ...drafted, row, warnings: [...needed.warnings, ...drafted.warnings] };
}

function draft(row: ImportedClaim, { standing, ...place }: Batch): RowDraft {
  return draftOf(row, { ...place, standing: standing.get(row.externalId ?? '') ?? null });
}

function isChange({ before, acts }: ClaimDraft): boolean {
  return before === null || acts.length > 0;
}

function enteredBy({ draft: { before, start, acts }, warnings }: Drafted, dryRun: boolean): Entered {
  if (before === null) return { outcome: 'created', claimId: dryRun ? null : start.id, warnings };
  return { outcome: acts.length > 0 ? 'updated' : 'unchanged', claimId: start.id, warnings };
}

function orRefused<T>(work: () => T): T | Problem {
  try {
    return work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
