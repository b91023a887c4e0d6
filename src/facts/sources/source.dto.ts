import { ApiProperty } from '@nestjs/swagger';
import { Matches, ValidateIf } from 'class-validator';
import type { Actor } from '../../base/actor/actor.js';
import { Flag, Id, OneOf, Text, WebAddresses } from '../../base/http/fields.js';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import {
  RELIABILITIES,
  type Reliability,
  SOURCE_KINDS,
  type SourceGrade,
  type SourceKind,
} from './source.entity.js';
import { seesName } from './source.policy.js';
import type { SourceRow } from './sources.repository.js';

const PARTY =
  'The interest it speaks for. A name or alias finds the party, a new name makes one. Without, the nearest ancestor’s counts.';
const COUNTRY = 'ISO 3166-1 alpha-2.';
const LABEL = 'What a confidential source is called to everybody else.';
const CONFIDENTIAL = 'Whether only editors and whoever recorded it see its name; then publicLabel is needed.';

const ifGiven = ValidateIf((_, value) => value !== undefined && value !== null);
const isCountry = Matches(/^[A-Z]{2}$/, {
  message: 'must be a country code of two capital letters, such as UA',
});
const isWikidata = Matches(/^Q[1-9]\d{0,11}$/, { message: 'must be a Wikidata id such as Q212' });

export class NewSource {
  @Text({ example: 'GUR' })
  name: string;

  @OneOf(SOURCE_KINDS, { example: 'intelligence_service' })
  kind: SourceKind;

  @Id({ optional: true, nullable: true, example: null, description: 'The body it belongs to.' })
  parentId?: string | null;

  @Text({ optional: true, nullable: true, example: 'Ukraine', description: PARTY })
  party?: string | null;

  @Text({ optional: true, nullable: true, max: 2, example: 'UA', description: COUNTRY })
  @ifGiven
  @isCountry
  country?: string | null;

  @WebAddresses({ optional: true })
  urls?: string[];

  @Text({ optional: true, nullable: true, max: 20, example: 'Q4133390' })
  @ifGiven
  @isWikidata
  wikidataId?: string | null;

  @Flag({ optional: true, default: false, description: CONFIDENTIAL, example: false })
  confidential?: boolean;

  @Text({ optional: true, nullable: true, example: null, description: LABEL })
  publicLabel?: string | null;

  @Text({ optional: true, blank: true, max: 10_000, example: '' })
  notes?: string;
}

export class SourceChange {
  @Text({ optional: true, example: 'GUR' })
  name?: string;

  @OneOf(SOURCE_KINDS, { optional: true, example: 'intelligence_service' })
  kind?: SourceKind;

  @Id({ optional: true, nullable: true, example: null, description: 'The body it belongs to; null: none.' })
  parentId?: string | null;

  @Text({ optional: true, nullable: true, example: 'Ukraine', description: PARTY })
  party?: string | null;

  @Text({ optional: true, nullable: true, max: 2, example: 'UA', description: COUNTRY })
  @ifGiven
  @isCountry
  country?: string | null;

  @WebAddresses({ optional: true })
  urls?: string[];

  @Text({ optional: true, nullable: true, max: 20, example: 'Q4133390' })
  @ifGiven
  @isWikidata
  wikidataId?: string | null;

  @Flag({ optional: true, description: CONFIDENTIAL, example: false })
  confidential?: boolean;

  @Text({ optional: true, nullable: true, example: null, description: LABEL })
  publicLabel?: string | null;

  @Text({ optional: true, blank: true, max: 10_000, example: '' })
  notes?: string;
}

export class NewGrade {
  @OneOf(RELIABILITIES, {
    example: 'B',
    description: 'Admiralty code: A completely reliable … E unreliable, F cannot be judged.',
  })
  reliability: Reliability;

  @Text({ max: 10_000, example: 'Its earlier statements on troop movements were confirmed by others.' })
  reason: string;
}

export class SourcesQuery extends PageQuery {
  @Text({ optional: true, example: undefined, description: 'Only the source of this name.' })
  name?: string;
}

export class GradesQuery extends PageQuery {}

export class SourceDto {
  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60' })
  id: string;

  @ApiProperty({ example: 'GUR', description: 'The public label where the name is not yours to see.' })
  name: string;

  @ApiProperty({ example: false, description: 'Whether `name` is only its public label.' })
  nameHidden: boolean;

  @ApiProperty({ enum: SOURCE_KINDS, example: 'intelligence_service' })
  kind: SourceKind;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null })
  parentId: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Ukraine',
    description: 'Its own party, not an ancestor’s.',
  })
  party: string | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f61',
  })
  partyId: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'UA' })
  country: string | null;

  @ApiProperty({ type: [String], example: [] })
  urls: string[];

  @ApiProperty({ type: String, nullable: true, example: 'Q4133390' })
  wikidataId: string | null;

  @ApiProperty({ example: false })
  confidential: boolean;

  @ApiProperty({ type: String, nullable: true, example: null })
  publicLabel: string | null;

  @ApiProperty({ example: '' })
  notes: string;

  @ApiProperty({
    type: String,
    enum: [...RELIABILITIES, null],
    nullable: true,
    example: null,
    description: 'Its newest grade.',
  })
  reliability: Reliability | null;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:00:00.000Z' })
  createdAt: string;

  @ApiProperty({ example: 1 })
  version: number;
}

export class PlacedSourceDto extends SourceDto {
  @ApiProperty({ example: true, description: 'Whether naming the party made a new one.' })
  partyCreated: boolean;
}

export class GradeDto {
  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60' })
  id: string;

  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f61' })
  sourceId: string;

  @ApiProperty({ enum: RELIABILITIES, example: 'B' })
  reliability: Reliability;

  @ApiProperty({ example: 'Its earlier statements on troop movements were confirmed by others.' })
  reason: string;

  @ApiProperty({
    format: 'uuid',
    example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f62',
    description: 'The member who graded.',
  })
  gradedBy: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:00:00.000Z' })
  gradedAt: string;
}

export const SourcePage = pageOf(SourceDto, 'SourcePage');
export const GradePage = pageOf(GradeDto, 'GradePage');

/** A source as this member may see it: of a confidential one, others get only what its public label says. */
export function presentSource(source: SourceRow, actor: Actor): SourceDto {
  const open = seesName(actor, source);
  return {
    id: source.id,
    name: open ? source.name : source.publicLabel!,
    nameHidden: !open,
    kind: source.kind,
    parentId: source.parentId,
    party: source.party,
    partyId: source.partyId,
    country: source.country,
    urls: open ? source.urls : [],
    wikidataId: open ? source.wikidataId : null,
    confidential: source.confidential,
    publicLabel: source.publicLabel,
    notes: open ? source.notes : '',
    reliability: source.reliability,
    createdAt: source.createdAt.toISOString(),
    version: source.version,
  };
}

export function presentGrade(grade: SourceGrade): GradeDto {
  const { id, sourceId, reliability, reason, gradedBy, gradedAt } = grade;
  return { id, sourceId, reliability, reason, gradedBy, gradedAt: gradedAt.toISOString() };
}
