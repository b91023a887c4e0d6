import { IntersectionType, OmitType } from '@nestjs/swagger';
import { Part, Parts, Text, OneOf } from '../../base/http/fields.js';
import { NewClaimFields } from '../../facts/claims/claim.dto.js';
import { NewEvidence } from '../../facts/evidence/evidence.dto.js';
import { NewSource } from '../../facts/sources/source.dto.js';
import {
  RELIABILITIES,
  type Reliability,
  SOURCE_KINDS,
  type SourceKind,
} from '../../facts/sources/source.entity.js';
import { NewStatement } from '../../facts/statements/statement.dto.js';

const MOST = 500;

/** A source by its name; kind and party count only when it is created. */
export class NamedSource {
  @Text()
  name: string;

  @OneOf(SOURCE_KINDS, { optional: true, nullable: true })
  kind?: SourceKind | null;

  @Text({ optional: true, nullable: true })
  party?: string | null;
}

class ImportedGrade {
  @OneOf(RELIABILITIES)
  reliability: Reliability;

  @Text({ optional: true, nullable: true, max: 10_000 })
  reason?: string | null;
}

class SourceParent {
  @OneOf(SOURCE_KINDS, { optional: true, nullable: true })
  kind?: SourceKind | null;

  @Text({ optional: true, nullable: true, description: 'The name of the body it belongs to.' })
  parent?: string | null;

  @Part(() => ImportedGrade, { optional: true, nullable: true })
  grade?: ImportedGrade | null;
}

/** All there is to know of a source when it has to be created. */
export class ImportedSource extends IntersectionType(
  OmitType(NewSource, ['parentId', 'kind', 'confidential', 'publicLabel']),
  SourceParent,
) {}

class Struck {
  @Text({ max: 10_000 })
  reason: string;

  @Text({ optional: true, nullable: true, description: 'The ref of what stands in its place.' })
  replacement?: string | null;
}

class SaidBy {
  @Text({ optional: true, nullable: true, description: 'By which other statements of the row name it.' })
  ref?: string | null;

  @Part(() => NamedSource)
  source: NamedSource;

  @Part(() => NamedSource, { optional: true, nullable: true })
  reportedBy?: NamedSource | null;

  @Text({ optional: true, nullable: true, description: 'The ref of the statement that it repeats.' })
  basedOnStatement?: string | null;

  @Part(() => NamedSource, { optional: true, nullable: true })
  basedOnSource?: NamedSource | null;

  @Part(() => Struck, { optional: true, nullable: true })
  struck?: Struck | null;
}

export class ImportedStatement extends IntersectionType(
  OmitType(NewStatement, ['sourceId', 'reportedById', 'basedOnStatementId', 'basedOnSourceId']),
  SaidBy,
) {}

class Gone {
  @Text({ max: 10_000 })
  reason: string;
}

class EvidenceGone {
  @Part(() => Gone, { optional: true, nullable: true })
  gone?: Gone | null;
}

export class ImportedEvidence extends IntersectionType(OmitType(NewEvidence, ['fileId']), EvidenceGone) {}

class ClaimParts {
  @Part(() => NamedSource, { optional: true, nullable: true })
  claimant?: NamedSource | null;

  @Part(() => ImportedStatement, { optional: true })
  statement?: ImportedStatement;

  @Parts(() => ImportedSource, { optional: true, max: MOST })
  sources?: ImportedSource[];

  @Parts(() => ImportedStatement, { optional: true, max: MOST })
  statements?: ImportedStatement[];

  @Parts(() => ImportedEvidence, { optional: true, max: MOST })
  evidence?: ImportedEvidence[];
}

/** A row of an import: a body of POST /claims with sources by their names, and any number of statements. */
export class ImportedClaim extends IntersectionType(OmitType(NewClaimFields, ['claimantId']), ClaimParts) {}
