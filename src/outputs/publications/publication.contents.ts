import { Injectable } from '@nestjs/common';
import type { Tx } from '../../base/database/tx.js';
import { showMoment } from '../../base/http/formats.js';
import type { Claim, Verdict } from '../../facts/claims/claim.entity.js';
import type { Evidence } from '../../facts/evidence/evidence.entity.js';
import { EvidenceItems } from '../../facts/evidence/evidence.service.js';
import { Assessment } from '../../facts/statements/assessment.service.js';
import type { Statement } from '../../facts/statements/statement.entity.js';
import { StatementsRepository } from '../../facts/statements/statements.repository.js';
import type { Rating } from '../../reviews/ratings/rating.entity.js';
import type {
  NamedSource,
  PublishedContent,
  PublishedEvidence,
  PublishedRating,
  PublishedStatement,
} from './publication.content.js';
import { PublicationsRepository, type PublicSource } from './publications.repository.js';

/** Gathers what a publication says besides its own words, as the record stands now. */
@Injectable()
export class PublicationContents {
  constructor(
    private readonly repository: PublicationsRepository,
    private readonly statements: StatementsRepository,
    private readonly evidence: EvidenceItems,
    private readonly assessment: Assessment,
  ) {}

  /** The caller has locked the claim, which has a verdict. */
  async of(tx: Tx, claim: Claim, language: string): Promise<PublishedContent> {
    const verdict = claim.verdict!;
    const recorded = await this.statements.ofClaim(tx, claim.workspaceId, claim.id);
    const standing = recorded.filter(({ struckAt }) => struckAt === null);
    const known = await this.repository.publicSources(tx, claim.workspaceId, sourcesIn(claim, recorded));
    const saidBy = new Map(recorded.map(({ id, sourceId }) => [id, sourceId]));
    const { status, rule, threshold, support, oppose, divided, summary, origins } =
      await this.assessment.explain(tx, claim, recorded, claim.corroborationAsOf);
    const parties = new Map(origins.flatMap(({ party, statements }) => statements.map((id) => [id, party])));
    const scale = await this.repository.scaleOf(tx, claim.id, verdict.round);
    const told = standing.map((row) => tellStatement(row, { known, saidBy, parties }, verdict));
    return {
      claim: {
        text: claim.text,
        language: claim.language,
        topics: claim.topics,
        eventTime: showMoment(claim.eventTime, claim.eventTimeIsDay),
        place: claim.place,
        appearances: claim.appearances,
        claimant: claim.claimantId === null ? null : named(known.get(claim.claimantId)!),
        madeAt: madeAt(told, claim),
      },
      verdict: tellVerdict(verdict, scale, language),
      corroboration: { status, rule, threshold, support, oppose, divided, summary },
      statements: told,
      evidence: (await this.evidence.standing(tx, claim.workspaceId, claim.id)).map((row) =>
        tellEvidence(row, verdict),
      ),
    };
  }
}

function sourcesIn({ claimantId }: Claim, statements: Statement[]): string[] {
  const ids = statements.flatMap(({ sourceId, basedOnSourceId }) => [sourceId, basedOnSourceId]);
  return [...ids, claimantId].filter((id) => id !== null);
}

function named({ id, name, kind }: PublicSource): NamedSource {
  return { id, name, kind };
}

interface Known {
  known: Map<string, PublicSource>;
  /** The source of each statement. */
  saidBy: Map<string, string>;
  /** The party of each statement's origin. */
  parties: Map<string, string | null>;
}

function tellStatement(
  row: Statement,
  { known, saidBy, parties }: Known,
  { citedStatements }: Verdict,
): PublishedStatement {
  const source = known.get(row.sourceId)!;
  const { basedOnStatementId: statementId } = row;
  const base = statementId === null ? row.basedOnSourceId : saidBy.get(statementId)!;
  return {
    id: row.id,
    source: named(source),
    party: parties.get(row.id) ?? null,
    stance: row.stance,
    quote: row.quote,
    quoteLanguage: row.quoteLanguage,
    translation: row.translation,
    // An address would say who a confidential source is.
    url: source.confidential ? null : row.url,
    saidAt: showMoment(row.saidAt, row.saidAtIsDay),
    basis: row.basis,
    basedOn: base === null ? null : { statementId, source: named(known.get(base)!) },
    cited: citedStatements.includes(row.id),
  };
}

function tellEvidence(row: Evidence, { citedEvidence }: Verdict): PublishedEvidence {
  const { id, kind, url, bearing, description, sha256, capturedAt, sensitive } = row;
  return {
    id,
    kind,
    url,
    bearing,
    description,
    sha256,
    capturedAt: capturedAt?.toISOString() ?? null,
    sensitive,
    cited: citedEvidence.includes(id),
  };
}

function tellVerdict(verdict: Verdict, scale: Rating[], language: string): PublishedContent['verdict'] {
  const { confidence, rationale, overrideReason, selfReviewed, decidedAt } = verdict;
  const rating = tellRating(
    scale.find(({ key }) => key === verdict.rating)!,
    scale,
    language,
  );
  return { rating, confidence, rationale, overrideReason, selfReviewed, decidedAt };
}

/** The label in the publication's language, or else in English, or else the first there is. */
function tellRating(rating: Rating, scale: Rating[], language: string): PublishedRating {
  const { key, polarity, colour, labels, numericValue } = rating;
  const primary = new Intl.Locale(language).language;
  const label = labels[language] ?? labels[primary] ?? labels['en'] ?? Object.values(labels)[0] ?? key;
  const values = scale.flatMap((one) =>
    one.scaleOrder === null || one.numericValue === null ? [] : [one.numericValue],
  );
  const isOnScale = rating.scaleOrder !== null && numericValue !== null && values.length > 1;
  return {
    key,
    label,
    polarity,
    colour,
    value: isOnScale ? numericValue : null,
    worst: isOnScale ? Math.min(...values) : null,
    best: isOnScale ? Math.max(...values) : null,
  };
}

/** The earliest of when it was asserted and when it appeared, where either is known. */
function madeAt(statements: PublishedStatement[], { appearances }: Claim): string | null {
  const asserted = statements.flatMap(({ stance, saidAt }) =>
    stance === 'asserts' && saidAt !== null ? [saidAt] : [],
  );
  const appeared = appearances.flatMap(({ publishedAt }) => (publishedAt === null ? [] : [publishedAt]));
  const [earliest] = [...asserted, ...appeared].sort((a, b) => Date.parse(a) - Date.parse(b));
  return earliest ?? null;
}
