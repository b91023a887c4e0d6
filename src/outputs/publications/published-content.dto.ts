import { ApiProperty } from '@nestjs/swagger';
import { AppearanceDto } from '../../facts/claims/claim.dto.js';
import { CORROBORATION_STATUSES } from '../../facts/corroboration/status.js';
import { BASES, STANCES } from '../../facts/corroboration/stance.js';
import { BEARINGS, EVIDENCE_KINDS } from '../../facts/evidence/evidence.entity.js';
import { SOURCE_KINDS } from '../../facts/sources/source.entity.js';
import { CONFIDENCES } from '../../reviews/rounds/given-decision.js';
import { POLARITIES } from '../../reviews/ratings/rating.entity.js';

const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';

class NamedSourceDto {
  @ApiProperty({ format: 'uuid', example: ID })
  id: string;

  @ApiProperty({ example: 'GUR', description: 'Of a confidential source its public label.' })
  name: string;

  @ApiProperty({ enum: SOURCE_KINDS, example: 'intelligence_service' })
  kind: string;
}

class PublishedClaimDto {
  @ApiProperty({ example: 'North Korean units are in Kursk.' })
  text: string;

  @ApiProperty({ example: 'en' })
  language: string;

  @ApiProperty({ type: [String], example: ['ukraine-war'] })
  topics: string[];

  @ApiProperty({ type: String, nullable: true, example: '2024-10-23' })
  eventTime: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Kursk region, Russia' })
  place: string | null;

  @ApiProperty({ type: [AppearanceDto] })
  appearances: AppearanceDto[];

  @ApiProperty({ type: NamedSourceDto, nullable: true })
  claimant: NamedSourceDto | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '2024-10-24T10:00:00.000Z',
    description: 'The earliest of when it was asserted and when it appeared.',
  })
  madeAt: string | null;
}

class PublishedRatingDto {
  @ApiProperty({ example: 'unverifiable' })
  key: string;

  @ApiProperty({ example: 'Unverifiable' })
  label: string;

  @ApiProperty({ enum: POLARITIES, example: 'neither' })
  polarity: string;

  @ApiProperty({ example: '#5f6368' })
  colour: string;

  @ApiProperty({ type: 'integer', nullable: true, example: null, description: 'Null off the scale.' })
  value: number | null;

  @ApiProperty({ type: 'integer', nullable: true, example: null })
  worst: number | null;

  @ApiProperty({ type: 'integer', nullable: true, example: null })
  best: number | null;
}

class PublishedVerdictDto {
  @ApiProperty({ type: PublishedRatingDto })
  rating: PublishedRatingDto;

  @ApiProperty({ enum: CONFIDENCES, example: 'moderate' })
  confidence: string;

  @ApiProperty({ example: 'One origin says so, one denies it; no imagery yet.' })
  rationale: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  overrideReason: string | null;

  @ApiProperty({ example: false })
  selfReviewed: boolean;

  @ApiProperty({ format: 'date-time', example: '2024-10-25T09:00:00.000Z' })
  decidedAt: string;
}

class PublishedCorroborationDto {
  @ApiProperty({ enum: CORROBORATION_STATUSES, example: 'contested' })
  status: string;

  @ApiProperty({ example: 'origins/1' })
  rule: string;

  @ApiProperty({ type: 'integer', example: 2 })
  threshold: number;

  @ApiProperty({ type: 'integer', example: 1 })
  support: number;

  @ApiProperty({ type: 'integer', example: 1 })
  oppose: number;

  @ApiProperty({ type: 'integer', example: 0 })
  divided: number;

  @ApiProperty({ example: '1 independent origin supports, 1 opposes.' })
  summary: string;
}

class PublishedBaseDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: ID })
  statementId: string | null;

  @ApiProperty({ type: NamedSourceDto })
  source: NamedSourceDto;
}

class PublishedStatementDto {
  @ApiProperty({ format: 'uuid', example: ID })
  id: string;

  @ApiProperty({ type: NamedSourceDto })
  source: NamedSourceDto;

  @ApiProperty({ type: String, nullable: true, example: 'Ukraine' })
  party: string | null;

  @ApiProperty({ enum: STANCES, example: 'asserts' })
  stance: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  quote: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  quoteLanguage: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  translation: string | null;

  @ApiProperty({
    type: String,
    format: 'uri',
    nullable: true,
    example: null,
    description: 'Of a confidential source none.',
  })
  url: string | null;

  @ApiProperty({ type: String, nullable: true, example: '2024-10-24T10:00:00.000Z' })
  saidAt: string | null;

  @ApiProperty({ enum: BASES, example: 'intelligence' })
  basis: string;

  @ApiProperty({ type: PublishedBaseDto, nullable: true, description: 'What it only repeats.' })
  basedOn: PublishedBaseDto | null;

  @ApiProperty({ example: true, description: 'Whether the verdict cites it.' })
  cited: boolean;
}

class PublishedEvidenceDto {
  @ApiProperty({ format: 'uuid', example: ID })
  id: string;

  @ApiProperty({ enum: EVIDENCE_KINDS, example: 'image' })
  kind: string;

  @ApiProperty({ type: String, format: 'uri', nullable: true, example: 'https://news.example/image.jpg' })
  url: string | null;

  @ApiProperty({ enum: BEARINGS, example: 'context' })
  bearing: string;

  @ApiProperty({ example: 'Satellite image of the training ground.' })
  description: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  sha256: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  capturedAt: string | null;

  @ApiProperty({ example: false })
  sensitive: boolean;

  @ApiProperty({ example: false })
  cited: boolean;
}

export class PublishedContentDto {
  @ApiProperty({ type: PublishedClaimDto })
  claim: PublishedClaimDto;

  @ApiProperty({ type: PublishedVerdictDto })
  verdict: PublishedVerdictDto;

  @ApiProperty({ type: PublishedCorroborationDto })
  corroboration: PublishedCorroborationDto;

  @ApiProperty({ type: [PublishedStatementDto] })
  statements: PublishedStatementDto[];

  @ApiProperty({ type: [PublishedEvidenceDto] })
  evidence: PublishedEvidenceDto[];
}
