import { Injectable } from '@nestjs/common';
import type { Reader } from '../../base/database/tx.js';
import type { Claim } from '../claims/claim.entity.js';
import type { Corroboration } from '../corroboration/origins.types.js';
import { PlacementsRepository } from '../corroboration/placements.repository.js';
import type { RuleChange } from '../corroboration/rule-changes.js';
import { type Assessed, assessOn, corroborateOn, type Ground, sourcesOf } from './assess.js';
import type { Statement } from './statement.entity.js';

/** Asks the rule what follows from the rows. */
@Injectable()
export class Assessment {
  constructor(private readonly placements: PlacementsRepository) {}

  /** What the rule needs besides these statements, of any number of claims. */
  async ground(reader: Reader, workspaceId: string, statements: Statement[], at: Date): Promise<Ground> {
    const sources = await this.placements.sourcesAt(reader, sourcesOf(statements), at);
    const policy = await this.placements.policyAt(reader, workspaceId, at);
    return { sources: new Map(sources.map((source) => [source.id, source])), policy };
  }

  /** The rule's full answer for a claim at a moment of the record's clock. */
  async explain(
    reader: Reader,
    { id, workspaceId }: Pick<Claim, 'id' | 'workspaceId'>,
    statements: Statement[],
    at: Date,
  ): Promise<Corroboration> {
    return corroborateOn(await this.ground(reader, workspaceId, statements, at), id, statements, at);
  }

  /** The claim with its corroboration and claimant as they follow from its statements at `at`. It is not written yet. */
  async assess(reader: Reader, before: Claim, statements: Statement[], at: Date): Promise<Assessed> {
    const ground = await this.ground(reader, before.workspaceId, statements, at);
    const assessed = assessOn(ground, before, statements, at);
    const since = before.corroborationAsOf;
    return {
      ...assessed,
      changes: assessed.changed ? await this.changesFor(reader, before, statements, since, at) : [],
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
