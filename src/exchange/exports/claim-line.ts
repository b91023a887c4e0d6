import { showMoment } from '../../base/http/formats.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { presentQuantity } from '../../facts/claims/quantity.dto.js';
import type { Evidence } from '../../facts/evidence/evidence.entity.js';
import { toldStatement } from '../../facts/statements/statement.dto.js';
import type { Statement } from '../../facts/statements/statement.entity.js';
import type { ExportedSource } from './exported.repository.js';

/** A source as whoever reads the export may know it. */
export interface OpenSource extends ExportedSource {
  /** Its public label where it is confidential; then what could tell more of it is left out. */
  openName: string;
}

export interface ClaimParts {
  claim: Claim;
  statements: Statement[];
  evidence: Evidence[];
  /** Every source that the claim or a statement names, with those they belong to. */
  sources: Map<string, OpenSource>;
}

/**
 * A claim with all that was recorded about it, as one line of an export: what an import takes in, and under `exported`
 * what it only is here. Sources are named by their names; a statement is referred to by its `ref` on the line.
 */
export function claimLine({ claim, statements, evidence, sources }: ClaimParts) {
  const named = (id: string | null) => (id === null ? null : { name: sources.get(id)!.openName });
  return {
    externalId: claim.externalId,
    text: claim.text,
    language: claim.language,
    topics: claim.topics,
    eventTime: showMoment(claim.eventTime, claim.eventTimeIsDay),
    place: claim.place,
    appearances: claim.appearances,
    claimant: claim.claimantGiven ? named(claim.claimantId) : null,
    quantity: presentQuantity(claim),
    priority: claim.priority,
    dueAt: claim.dueAt?.toISOString() ?? null,
    sources: parentsFirst(sources).map((source) => sourceLine(source, sources)),
    statements: statements.map((statement) => statementLine(statement, sources)),
    evidence: evidence.map(evidenceLine),
    exported: {
      id: claim.id,
      status: claim.status,
      corroboration: claim.corroboration,
      verdict: claim.verdict,
      claimant: named(claim.claimantId),
      createdAt: claim.createdAt.toISOString(),
      updatedAt: claim.updatedAt.toISOString(),
      version: claim.version,
    },
  };
}

function sourceLine(source: OpenSource, sources: Map<string, OpenSource>) {
  const { openName, kind, party, country, confidential, parentId, reliability, gradeReason } = source;
  return {
    name: openName,
    kind,
    parent: parentId === null ? null : sources.get(parentId)!.openName,
    party,
    country,
    urls: confidential ? [] : source.urls,
    wikidataId: confidential ? null : source.wikidataId,
    notes: confidential ? '' : source.notes,
    grade: reliability === null ? null : { reliability, reason: confidential ? null : gradeReason },
  };
}

function statementLine(row: Statement, sources: Map<string, OpenSource>) {
  const source = sources.get(row.sourceId)!;
  const named = (id: string | null) => (id === null ? null : { name: sources.get(id)!.openName });
  const {
    id,
    claimId: _c,
    sourceId: _s,
    reportedById,
    basedOnStatementId,
    basedOnSourceId,
    ...said
  } = toldStatement(row);
  return {
    ref: id,
    source: { name: source.openName },
    ...said,
    // The address of what it said may lead to who it is.
    url: source.confidential ? null : said.url,
    reportedBy: named(reportedById),
    basedOnStatement: basedOnStatementId,
    basedOnSource: named(basedOnSourceId),
    struck: row.struckAt === null ? null : { reason: row.strikeReason, replacement: row.replacementId },
    recordedAt: row.recordedAt.toISOString(),
  };
}

function evidenceLine(row: Evidence) {
  const { kind, url, bearing, sha256, capturedAt, description, sensitive, goneAt, goneReason } = row;
  return {
    kind,
    url,
    bearing,
    sha256,
    capturedAt: capturedAt?.toISOString() ?? null,
    description,
    sensitive,
    gone: goneAt === null ? null : { reason: goneReason },
  };
}

function parentsFirst(sources: Map<string, OpenSource>): OpenSource[] {
  const sorted = new Set<OpenSource>();
  const add = (source: OpenSource) => {
    if (source.parentId !== null) add(sources.get(source.parentId)!);
    sorted.add(source);
  };
  for (const source of sources.values()) add(source);
  return [...sorted];
}
