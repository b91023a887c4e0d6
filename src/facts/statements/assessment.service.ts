import { Injectable } from '@nestjs/common';
import type { Reader } from '../../base/database/tx.js';
import type { Claim } from '../claims/claim.entity.js';
import { corroborate } from '../corroboration/origins.rule.js';
import type { Corroboration } from '../corroboration/origins.types.js';
import { PlacementsRepository } from '../corroboration/placements.repository.js';
import type { RuleChange } from '../corroboration/rule-changes.js';
import type { Statement } from './statement.entity.js';
import { asRuleStatement, claimantFrom } from './statement.rules.js';

export interface Assessed {
  claim: Claim;
  /** Whether the status or its counts changed. */
  changed: boolean;
  /** What was changed besides statements since the claim was assessed before, and so is counted in now as well. */
  changes: RuleChange[];
}

/** Asks the rule what follows from the rows. */
@Injectable()
export class Assessment {
  constructor(private readonly placements: PlacementsRepository) {}

  /** The rule's full answer for a claim at a moment of the record's clock. */
  async explain(
    reader: Reader,
    claim: Pick<Claim, 'id' | 'workspaceId'>,
    statements: Statement[],
    at: Date,
  ): Promise<Corroboration> {
    return corroborate({
      claimId: claim.id,
      statements: statements.map(asRuleStatement),
      sources: await this.placements.sourcesAt(reader, sourcesOf(statements), at),
      policy: await this.placements.policyAt(reader, claim.workspaceId, at),
      asOf: at.toISOString(),
    });
  }

  /** The claim with its corroboration and claimant as they follow from its statements at `at`. It is not written yet. */
  async assess(reader: Reader, before: Claim, statements: Statement[], at: Date): Promise<Assessed> {
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
    const since = before.corroborationAsOf;
    return {
      claim,
      changed,
      changes: changed ? await this.changesFor(reader, before, statements, since, at) : [],
    };
  }

  /** What was changed besides statements, after one moment and up to another, that bears on the claim. */
  async changesFor(
    reader: Reader,
    { workspaceId }: Pick<Claim, 'workspaceId'>,
    statements: Statement[],
    since: Date,
    until: Date,
  ): Promise<RuleChange[]> {
    if (since >= until) return [];
    return this.placements.changes(reader, workspaceId, sourcesOf(statements), since, until);
  }
}

/** Everybody the rule has to place: who made the statements, and whom they name as their base. */
function sourcesOf(statements: Statement[]): string[] {
  const ids = statements.flatMap(({ sourceId, basedOnSourceId }) =>
    basedOnSourceId === null ? [sourceId] : [sourceId, basedOnSourceId],
  );
  return [...new Set(ids)];
}
