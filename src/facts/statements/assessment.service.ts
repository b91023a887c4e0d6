import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { NewEvent } from '../../record/events/event.js';
import { NEXT_MOMENT } from '../../record/workspaces/placement-lock.js';
import type { Claim } from '../claims/claim.entity.js';
import { type CorroborationCause, corroborationChanged } from '../claims/claim.events.js';
import { corroborate } from '../corroboration/origins.rule.js';
import type { Corroboration } from '../corroboration/origins.types.js';
import { PlacementsRepository } from '../corroboration/placements.repository.js';
import type { Statement } from './statement.entity.js';
import { asRuleStatement, claimantFrom } from './statement.rules.js';

export interface Assessed {
  claim: Claim;
  /** The change of the status or its counts, when there was one. */
  events: NewEvent[];
}

/** Asks the rule what follows from the rows. */
@Injectable()
export class Assessment {
  constructor(private readonly placements: PlacementsRepository) {}

  /** The moment at which something is recorded on a locked claim: later than any it has an answer for. */
  async nextMoment(tx: Tx, claim: Claim | null): Promise<Date> {
    const [row] = await tx.query<{ at: Date }>(
      `select greatest(${NEXT_MOMENT}, $1::timestamptz + interval '1 millisecond') as at`,
      [claim?.corroborationAsOf ?? null],
    );
    return row!.at;
  }

  /** The rule's full answer for a claim at a moment of the record's clock. */
  async explain(
    reader: Reader,
    claim: Pick<Claim, 'id' | 'workspaceId'>,
    statements: Statement[],
    at: Date,
  ): Promise<Corroboration> {
    const ids = statements.flatMap(({ sourceId, basedOnSourceId }) =>
      basedOnSourceId === null ? [sourceId] : [sourceId, basedOnSourceId],
    );
    return corroborate({
      claimId: claim.id,
      statements: statements.map(asRuleStatement),
      sources: await this.placements.sourcesAt(reader, [...new Set(ids)], at),
      policy: await this.placements.policyAt(reader, claim.workspaceId, at),
      asOf: at.toISOString(),
    });
  }

  /** The claim with its corroboration and claimant as they follow from its statements at `at`. It is not written yet. */
  async assess(
    reader: Reader,
    before: Claim,
    statements: Statement[],
    at: Date,
    cause: CorroborationCause,
  ): Promise<Assessed> {
    const { status, support, oppose, divided } = await this.explain(reader, before, statements, at);
    const claimantId = before.claimantGiven
      ? before.claimantId
      : claimantFrom(statements.map(asRuleStatement), at.toISOString());
    const claim = {
      ...before,
      corroboration: status,
      support,
      oppose,
      divided,
      claimantId,
      corroborationAsOf: at,
    };
    const changed =
      status !== before.corroboration ||
      support !== before.support ||
      oppose !== before.oppose ||
      divided !== before.divided;
    return { claim, events: changed ? [corroborationChanged(before, claim, cause)] : [] };
  }
}
