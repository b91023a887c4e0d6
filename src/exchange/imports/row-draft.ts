import { v7 as uuid } from 'uuid';
import { mayDo } from '../../access/permissions.js';
import type { Actor } from '../../base/actor/actor.js';
import { invalidField } from '../../base/errors/problem.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { ClaimDraft, type Standing } from '../../facts/statements/claim-draft.js';
import type { NewStatement } from '../../facts/statements/statement.dto.js';
import type { BatchSources } from './batch-sources.js';
import type { Warning } from './import.entity.js';
import type { ImportedClaim, ImportedStatement } from './imported-claim.dto.js';

/** Where a row is entered: by whom, when, and on the claim of its external id when that is there. */
export interface RowPlace {
  actor: Actor;
  at: Date;
  standing: Standing | null;
  sources: BatchSources;
}

export interface RowDraft {
  draft: ClaimDraft;
  warnings: Warning[];
}

/** What a row makes of its claim; refuses what a member could not enter by hand. Nothing is ever taken away. */
export function draftOf(row: ImportedClaim, place: RowPlace): RowDraft {
  const draft = begun(row, place);
  const warnings = recordAll(draft, row.statements ?? [], place);
  for (const [i, { gone, ...item }] of (row.evidence ?? []).entries())
    draft.add(item, gone?.reason ?? null, `evidence.${i}.`);
  return { draft, warnings };
}

function begun(row: ImportedClaim, { actor, at, standing, sources }: RowPlace): ClaimDraft {
  const { claimant, statement: _o, sources: _s, statements: _t, evidence: _e, ...fields } = row;
  const change = { ...fields, ...(claimant !== undefined && { claimantId: sources.idOf(claimant) }) };
  const { workspaceId, memberId } = actor;
  if (standing === null)
    return ClaimDraft.entering({ id: uuid(), workspaceId, createdBy: memberId, at }, change);
  const draft = ClaimDraft.changing(standing, memberId, at);
  draft.amend(withoutNothing(change, standing.claim));
  return draft;
}

/** Saying of nobody that they put the claim forward changes nothing where nobody was said to. */
function withoutNothing<Change extends { claimantId?: string | null }>(
  change: Change,
  { claimantGiven }: Claim,
): Change {
  if (change.claimantId !== null || claimantGiven) return change;
  const { claimantId: _c, ...rest } = change;
  return rest as Change;
}

function recordAll(draft: ClaimDraft, given: ImportedStatement[], { actor, sources }: RowPlace): Warning[] {
  const mayStrike = mayDo(actor, 'statement.strike');
  const warnings: Warning[] = [];
  const ids = new Map<string, string>();
  const toStrike: { id: string; said: ImportedStatement; path: string }[] = [];
  for (const [i, said] of given.entries()) {
    const path = `statements.${i}`;
    if (said.struck && !mayStrike) {
      const message = 'was left out: a struck statement takes the role editor';
      warnings.push({ code: 'statement.struck_left_out', path, message });
      continue;
    }
    const statement = statementOf(said, sources, baseOf(said, ids, path));
    const same = draft.sameAs(statement);
    const { id } = same ?? draft.record(statement, `${path}.`);
    if (said.struck && same === undefined) toStrike.push({ id, said, path });
    if (said.ref) ids.set(said.ref, id);
  }
  for (const { id, said, path } of toStrike) strike(draft, id, said.struck!, ids, `${path}.struck`);
  return warnings;
}

function strike(
  draft: ClaimDraft,
  id: string,
  { reason, replacement }: NonNullable<ImportedStatement['struck']>,
  ids: Map<string, string>,
  path: string,
): void {
  const replacementId = replacement ? (ids.get(replacement) ?? null) : null;
  if (replacement && replacementId === null)
    throw invalidField(`${path}.replacement`, 'must be the ref of a statement of this row');
  draft.strike(id, reason, replacementId, `${path}.`);
}

function baseOf(
  { basedOnStatement }: ImportedStatement,
  ids: Map<string, string>,
  path: string,
): string | null {
  if (!basedOnStatement) return null;
  const id = ids.get(basedOnStatement);
  if (id === undefined)
    throw invalidField(
      `${path}.basedOnStatement`,
      'must be the ref of a statement that stands before it in this row',
    );
  return id;
}

function statementOf(
  given: ImportedStatement,
  sources: BatchSources,
  basedOnStatementId: string | null,
): NewStatement {
  const { source, reportedBy, basedOnSource, ...said } = given;
  const { ref: _r, basedOnStatement: _b, struck: _s, ...fields } = said;
  return {
    ...fields,
    sourceId: sources.idOf(source)!,
    reportedById: sources.idOf(reportedBy),
    basedOnStatementId,
    basedOnSourceId: sources.idOf(basedOnSource),
  };
}
