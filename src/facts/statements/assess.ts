import type { NewEvent } from '../../record/events/event.js';
import type { Claim } from '../claims/claim.entity.js';
import { claimUpdated, type CorroborationCause, corroborationChanged } from '../claims/claim.events.js';
import { corroborate } from '../corroboration/origins.rule.js';
import type { Corroboration, RulePolicy, RuleSource } from '../corroboration/origins.types.js';
import type { RuleChange } from '../corroboration/rule-changes.js';
import type { Statement } from './statement.entity.js';
import { asRuleStatement, claimantFrom } from './statement.rules.js';

/** What the rule needs besides statements, as it stands at a moment: of one claim, or of many. */
export interface Ground {
  sources: ReadonlyMap<string, RuleSource>;
  policy: RulePolicy;
}

export interface Assessed {
  claim: Claim;
  /** Whether the status or its counts changed. */
  changed: boolean;
  /** What was changed besides statements since the claim was assessed before, and so is counted in now as well. */
  changes: RuleChange[];
}

export function corroborateOn(
  { sources, policy }: Ground,
  claimId: string,
  statements: readonly Statement[],
  at: Date,
): Corroboration {
  return corroborate({
    claimId,
    statements: statements.map(asRuleStatement),
    sources: withAncestors(sourcesOf(statements), sources),
    policy,
    asOf: at.toISOString(),
  });
}

/** The claim with its corroboration and claimant as they follow from its statements at `at`. */
export function assessOn(
  ground: Ground,
  before: Claim,
  statements: readonly Statement[],
  at: Date,
): Omit<Assessed, 'changes'> {
  const { status, support, oppose, divided } = corroborateOn(ground, before.id, statements, at);
  const claimantId = before.claimantGiven
    ? before.claimantId
    : claimantFrom(statements.map(asRuleStatement), at.toISOString());
  const corroboration = { corroboration: status, support, oppose, divided };
  const changed =
    status !== before.corroboration ||
    support !== before.support ||
    oppose !== before.oppose ||
    divided !== before.divided;
  return { claim: { ...before, ...corroboration, claimantId, corroborationAsOf: at }, changed };
}

/** What follows for a claim from something that was said on it: who put it forward, and its corroboration. */
export function followedBy(
  before: Claim,
  after: Claim,
  { changed, changes }: Pick<Assessed, 'changed' | 'changes'>,
  cause: CorroborationCause,
): NewEvent[] {
  const followed = after.claimantId === before.claimantId ? [] : [claimUpdated(before, after)];
  if (!changed) return followed;
  return [
    ...followed,
    corroborationChanged(before, after, changes.length === 0 ? cause : { ...cause, changes }),
  ];
}

/** Everybody the rule has to place: who made the statements, and whom they name as their base. */
export function sourcesOf(statements: readonly Statement[]): string[] {
  const ids = statements.flatMap(({ sourceId, basedOnSourceId }) =>
    basedOnSourceId === null ? [sourceId] : [sourceId, basedOnSourceId],
  );
  return [...new Set(ids)];
}

function withAncestors(ids: string[], known: Ground['sources']): RuleSource[] {
  const found = new Map<string, RuleSource>();
  for (const id of ids) {
    for (let at = known.get(id); at !== undefined && !found.has(at.id);) {
      found.set(at.id, at);
      at = at.parentId === null ? undefined : known.get(at.parentId);
    }
  }
  return [...found.values()];
}
