import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Id, Language, Moment, OneOf, Part, Text, WebAddress, Whole } from '../../base/http/fields.js';
import { showMoment } from '../../base/http/formats.js';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import { NewClaimFields } from '../claims/claim.dto.js';
import { MOVED_FROM, movedFrom, MovedFromDto } from '../claims/moved-from.dto.js';
import { presentQuantity, QuantityDto, QuantityGiven } from '../claims/quantity.dto.js';
import { BASES, type Basis, type Stance, STANCES } from '../corroboration/stance.js';
import type { Statement } from './statement.entity.js';

const SAID_AT = 'When it was said, on the world’s clock: a time, or a date alone.';
const BASIS =
  'How the source knows. With a base it is a relay and this is left out; without one and without this: unknown.';
const BASED_ON_STATEMENT = 'The statement of the same claim it repeats; never together with basedOnSourceId.';
const BASED_ON_SOURCE = 'The source it repeats, where what that one said was never recorded.';
const CREDIBILITY = 'Admiralty code: 1 confirmed by other sources … 5 improbable, 6 cannot be judged.';

export class NewStatement {
  @Id({ description: 'Who takes this position.' })
  sourceId: string;

  @OneOf(STANCES, { example: 'confirms' })
  stance: Stance;

  @Moment({ optional: true, nullable: true, example: '2024-10-23', description: SAID_AT })
  saidAt?: string | null;

  @Text({
    optional: true,
    nullable: true,
    max: 10_000,
    example: 'baseless rumor',
    description: 'In its own words.',
  })
  quote?: string | null;

  @Language({ optional: true, nullable: true })
  quoteLanguage?: string | null;

  @Text({ optional: true, nullable: true, max: 10_000, example: null })
  translation?: string | null;

  @WebAddress({ optional: true, nullable: true })
  url?: string | null;

  @Id({ optional: true, nullable: true, description: 'The source that reported it, such as a news agency.' })
  reportedById?: string | null;

  @OneOf(BASES, { optional: true, nullable: true, example: 'intelligence', description: BASIS })
  basis?: Basis | null;

  @Id({ optional: true, nullable: true, description: BASED_ON_STATEMENT })
  basedOnStatementId?: string | null;

  @Id({ optional: true, nullable: true, description: BASED_ON_SOURCE })
  basedOnSourceId?: string | null;

  @Part(() => QuantityGiven, { optional: true, nullable: true })
  quantity?: QuantityGiven | null;

  @Whole({ optional: true, nullable: true, min: 1, max: 6, example: 2, description: CREDIBILITY })
  credibility?: number | null;
}

class FirstStatement {
  @Part(() => NewStatement, { optional: true, description: 'The first position on it.' })
  statement?: NewStatement;
}

export class NewClaim extends IntersectionType(NewClaimFields, FirstStatement) {}

export class StrikeNotice {
  @Text({ max: 10_000, example: 'Recorded on the wrong claim.' })
  reason: string;

  @Id({
    optional: true,
    nullable: true,
    description: 'The statement of the same claim that stands in its place.',
  })
  replacementId?: string | null;
}

export class StatementsQuery extends PageQuery {}

export class StatementDto {
  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60' })
  id: string;

  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f61' })
  claimId: string;

  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f62' })
  sourceId: string;

  @ApiProperty({ example: 'GUR', description: 'The public label where the name is not yours to see.' })
  sourceName: string;

  @ApiProperty({ enum: STANCES, example: 'asserts' })
  stance: Stance;

  @ApiProperty({ type: String, nullable: true, example: '2024-10-24T10:00:00.000Z', description: SAID_AT })
  saidAt: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  quote: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  quoteLanguage: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  translation: string | null;

  @ApiProperty({ type: String, format: 'uri', nullable: true, example: null })
  url: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null })
  reportedById: string | null;

  @ApiProperty({ enum: BASES, example: 'intelligence', description: BASIS })
  basis: Basis;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: null,
    description: BASED_ON_STATEMENT,
  })
  basedOnStatementId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null, description: BASED_ON_SOURCE })
  basedOnSourceId: string | null;

  @ApiProperty({ type: QuantityDto, nullable: true })
  quantity: QuantityDto | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 2, description: CREDIBILITY })
  credibility: number | null;

  @ApiProperty({ type: MovedFromDto, nullable: true, description: MOVED_FROM })
  movedFrom: MovedFromDto | null;

  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f63' })
  recordedBy: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:05:00.000Z', description: 'On our clock.' })
  recordedAt: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: 'Struck as recorded wrongly.',
  })
  struckAt: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  strikeReason: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null })
  replacementId: string | null;
}

export const StatementPage = pageOf(StatementDto, 'StatementPage');

/** A statement as it is shown; the name of its source is what the reader may see of it. */
export function presentStatement(row: Statement, sourceName: string): StatementDto {
  return {
    ...toldStatement(row),
    sourceName,
    recordedBy: row.recordedBy,
    recordedAt: row.recordedAt.toISOString(),
    struckAt: row.struckAt?.toISOString() ?? null,
    strikeReason: row.strikeReason,
    replacementId: row.replacementId,
  };
}

/** What a statement says, without who recorded it and what became of it: as its event keeps it. */
export function toldStatement(row: Statement) {
  return {
    id: row.id,
    claimId: row.claimId,
    sourceId: row.sourceId,
    stance: row.stance,
    saidAt: showMoment(row.saidAt, row.saidAtIsDay),
    quote: row.quote,
    quoteLanguage: row.quoteLanguage,
    translation: row.translation,
    url: row.url,
    reportedById: row.reportedById,
    basis: row.basis,
    basedOnStatementId: row.basedOnStatementId,
    basedOnSourceId: row.basedOnSourceId,
    quantity: presentQuantity(row),
    credibility: row.credibility,
    movedFrom: movedFrom(row),
  };
}
