import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import type { Tx } from '../../base/database/tx.js';
import type { NewEvent } from '../../record/events/event.js';
import { Events } from '../../record/events/events.service.js';
import { claimUpdated } from '../claims/claim.events.js';
import { Claims } from '../claims/claims.service.js';
import type { RuleChange } from '../corroboration/rule-changes.js';
import { EvidenceItems } from '../evidence/evidence.service.js';
import { Assessment } from './assessment.service.js';
import type { ClaimDraft, Standing } from './claim-draft.js';
import { type DraftOutcome, outcomeOf } from './draft-outcome.js';
import { StatementsRepository } from './statements.repository.js';

/**
 * Enters and changes many claims at once: few statements for all of them, each row and each event as the same acts
 * leave them when they are done one by one.
 */
@Injectable()
export class Drafts {
  constructor(
    private readonly repository: StatementsRepository,
    private readonly assessment: Assessment,
    private readonly claims: Claims,
    private readonly evidence: EvidenceItems,
    private readonly events: Events,
  ) {}

  /** The claims of these external ids with all that was recorded on them, locked for a change. */
  async standing(tx: Tx, workspaceId: string, externalIds: string[]): Promise<Map<string, Standing>> {
    const claims = await this.claims.lockByExternalId(tx, workspaceId, externalIds);
    const ids = claims.map(({ id }) => id);
    const all = new Map<string, Standing>(
      claims.map((claim) => [claim.id, { claim, statements: [], evidence: [] }]),
    );
    for (const row of await this.repository.ofClaims(tx, workspaceId, ids))
      all.get(row.claimId)!.statements.push(row);
    for (const row of await this.evidence.all(tx, workspaceId, ids)) all.get(row.claimId)!.evidence.push(row);
    return new Map([...all.values()].map((standing) => [standing.claim.externalId!, standing]));
  }

  /** Writes the drafts, each of another claim. The placements are shared, and `at` was read since the sources are there. */
  async write(tx: Tx, actor: Actor, drafts: ClaimDraft[], at: Date): Promise<void> {
    if (drafts.length === 0) return;
    const said = drafts.flatMap(({ earlier, recorded }) => [...earlier, ...recorded]);
    const ground = await this.assessment.ground(tx, actor.workspaceId, said, at);
    const outcomes: [ClaimDraft, DraftOutcome][] = [];
    for (const draft of drafts)
      outcomes.push([draft, outcomeOf(draft, ground, await this.changesFor(tx, draft))]);
    const entered = outcomes.filter(([{ before }]) => before === null);
    await this.claims.insertMany(
      tx,
      entered.map(([, { claim }]) => claim),
    );
    const events: NewEvent[] = [];
    for (const [draft, outcome] of outcomes) events.push(...(await this.change(tx, draft, outcome)));
    await this.repository.insertMany(
      tx,
      drafts.flatMap(({ recorded }) => recorded),
    );
    await this.evidence.insertMany(
      tx,
      drafts.flatMap(({ added }) => added),
    );
    await reach(tx, drafts);
    await this.events.append(tx, actor, events);
  }

  private async changesFor(tx: Tx, { before, start, earlier, recorded }: ClaimDraft): Promise<RuleChange[]> {
    const [first] = recorded;
    if (before === null || first === undefined) return [];
    const { corroborationAsOf } = before;
    return this.assessment.changesFor(tx, before, [...earlier, first], corroborationAsOf, start.updatedAt);
  }

  /** Writes a claim that was there; answers all events of its draft. */
  private async change(
    tx: Tx,
    { before }: ClaimDraft,
    { claim, amended, events }: DraftOutcome,
  ): Promise<NewEvent[]> {
    if (before === null) return events;
    // The database lets the due time of a review that runs follow the claim's.
    const { reviewDueAt } = await this.claims.update(tx, before, claim, claim.updatedAt);
    return amended === null ? events : [claimUpdated(before, { ...amended, reviewDueAt }), ...events];
  }
}

/** No moment lies ahead of the clock when all is done. */
async function reach(tx: Tx, drafts: ClaimDraft[]): Promise<void> {
  const last = Math.max(...drafts.map(({ at }) => at.getTime()));
  await tx.query(
    'select pg_sleep(extract(epoch from $1::timestamptz - clock_timestamp())) where $1 > clock_timestamp()',
    [new Date(last)],
  );
}
