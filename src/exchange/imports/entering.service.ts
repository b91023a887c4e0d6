import { Injectable } from '@nestjs/common';
import { mayDo } from '../../access/permissions.js';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { type FieldError, invalidField, Problem } from '../../base/errors/problem.js';
import { showMoment } from '../../base/http/formats.js';
import { normalise } from '../../base/text/normalise.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { Claims } from '../../facts/claims/claims.service.js';
import { EvidenceItems } from '../../facts/evidence/evidence.service.js';
import type { NewStatement } from '../../facts/statements/statement.dto.js';
import type { Statement } from '../../facts/statements/statement.entity.js';
import { StatementsRepository } from '../../facts/statements/statements.repository.js';
import { Statements } from '../../facts/statements/statements.service.js';
import type { Outcome, Warning } from './import.entity.js';
import type { ImportedClaim, ImportedEvidence, ImportedStatement } from './imported-claim.dto.js';
import { Naming, type RowSources } from './naming.service.js';

export interface Entered {
  outcome: Exclude<Outcome, 'refused'>;
  claimId: string;
  warnings: Warning[];
}

/**
 * Enters one row by the acts that a member would do by hand, one after the other: whatever they refuse, refuses the
 * row. The caller has begun the transaction that all of it stands or falls with. Nothing is ever taken away.
 */
@Injectable()
export class Entering {
  constructor(
    private readonly database: Database,
    private readonly naming: Naming,
    private readonly claims: Claims,
    private readonly statements: Statements,
    private readonly recorded: StatementsRepository,
    private readonly evidence: EvidenceItems,
  ) {}

  async enter(actor: Actor, given: ImportedClaim): Promise<Entered> {
    const { statement, ...row } = given;
    const statements = [...(statement ? [statement] : []), ...(row.statements ?? [])];
    const warnings: Warning[] = [];
    const sources = await this.naming.resolve(actor, { ...row, statements }, warnings);
    const before = row.externalId
      ? await this.claims.withExternalId(this.database, actor.workspaceId, row.externalId)
      : null;
    const claim = await this.enterClaim(actor, before, row, sources);
    await this.recordAll(actor, claim, statements, sources, warnings);
    await this.addAll(actor, claim, row.evidence ?? []);
    if (before === null) return { outcome: 'created', claimId: claim.id, warnings };
    const { version } = await this.claims.find(this.database, actor.workspaceId, claim.id);
    return { outcome: version === before.version ? 'unchanged' : 'updated', claimId: claim.id, warnings };
  }

  private enterClaim(
    actor: Actor,
    before: Claim | null,
    row: Omit<ImportedClaim, 'statement'>,
    sources: RowSources,
  ): Promise<Claim> {
    const { claimant, sources: _s, statements: _t, evidence: _e, ...fields } = row;
    const change = { ...fields, ...(claimant !== undefined && { claimantId: sources.idOf(claimant) }) };
    if (before === null) return this.statements.submitClaim(actor, change);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    if (given['claimantId'] === null && !before.claimantGiven) delete given['claimantId'];
    return this.statements.amendClaim(actor, before.id, given, () => undefined);
  }

  private async recordAll(
    actor: Actor,
    claim: Claim,
    given: ImportedStatement[],
    sources: RowSources,
    warnings: Warning[],
  ): Promise<void> {
    const there = await this.recorded.ofClaim(this.database, actor.workspaceId, claim.id);
    const known = new Map(there.map((statement) => [samenessOf(statement), statement.id]));
    const ids = new Map<string, string>();
    const mayStrike = mayDo(actor, 'statement.strike');
    const toStrike: { id: string; reason: string; replacement: string | null; path: string }[] = [];
    for (const [i, said] of given.entries()) {
      const path = `statements.${i}`;
      const { ref, struck } = said;
      if (struck && !mayStrike) {
        const message = 'was left out: a struck statement takes the role editor';
        warnings.push({ code: 'statement.struck_left_out', path, message });
        continue;
      }
      const statement = newStatement(said, sources, baseOf(said, ids, path));
      const key = samenessOf(statement);
      const same = known.get(key);
      const id = same ?? (await at(path, this.statements.record(actor, claim.id, statement))).id;
      if (struck && same === undefined)
        toStrike.push({ id, reason: struck.reason, replacement: struck.replacement ?? null, path });
      known.set(key, id);
      if (ref) ids.set(ref, id);
    }
    for (const { id, reason, replacement, path } of toStrike) {
      const replacementId = replacement === null ? null : (ids.get(replacement) ?? null);
      if (replacement !== null && replacementId === null)
        throw invalidField(`${path}.struck.replacement`, 'must be the ref of a statement of this row');
      await at(`${path}.struck`, this.statements.strike(actor, id, { reason, replacementId }));
    }
  }

  private async addAll(actor: Actor, claim: Claim, given: ImportedEvidence[]): Promise<void> {
    const there = await this.evidence.all(this.database, actor.workspaceId, claim.id);
    const known = new Set(there.map(samenessOfItem));
    for (const { gone, ...item } of given) {
      const key = samenessOfItem(item);
      if (known.has(key)) continue;
      known.add(key);
      const { id } = await this.evidence.add(actor, claim.id, item);
      if (gone) await this.evidence.markGone(actor, id, gone.reason);
    }
  }
}

/** Names the part of the row that an act has refused. */
async function at<T>(path: string, act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const errors = error.more.errors ?? [{ path: '', message: error.detail }];
    const placed = (one: FieldError) => ({ ...one, path: one.path === '' ? path : `${path}.${one.path}` });
    throw new Problem(error.kind, error.detail, { ...error.more, errors: errors.map(placed) });
  }
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

function newStatement(
  given: ImportedStatement,
  sources: RowSources,
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

/** Two statements are the same when source, stance, saidAt, quote, url and base are. */
function samenessOf(statement: NewStatement | Statement): string {
  const { sourceId, stance, quote, url, basedOnStatementId, basedOnSourceId } = statement;
  const saidAt =
    'saidAtIsDay' in statement
      ? showMoment(statement.saidAt, statement.saidAtIsDay)
      : momentOf(statement.saidAt);
  const said = [sourceId, stance, saidAt, url ?? null, basedOnStatementId ?? null, basedOnSourceId ?? null];
  return JSON.stringify([...said, quote ? normalise(quote) : null]);
}

/** As it would be shown once it is kept. */
function momentOf(given: string | null | undefined): string | null {
  if (!given) return null;
  return /^\d{4}-\d{2}-\d{2}$/.test(given) ? given : new Date(given).toISOString();
}

function samenessOfItem(item: Pick<ImportedEvidence, 'kind' | 'url' | 'bearing' | 'sha256'>): string {
  return JSON.stringify([item.kind, item.url ?? null, item.bearing, item.sha256?.toLowerCase() ?? null]);
}
