import { ApiProperty } from '@nestjs/swagger';
import { Id, Ids, Languages, Part, Parts, SomeOf, Texts, Whole } from '../../base/http/fields.js';
import { CORROBORATION_STATUSES, type CorroborationStatus } from '../../facts/corroboration/status.js';
import type { RoutingRules } from './routing.repository.js';

const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';
const TOPICS = 'It has one of these topics.';
const LANGUAGES = 'Its language is in one of these ranges: en takes en-GB too.';
const PARTIES =
  'One of its standing statements, or its claimant, is of a source that speaks for one of these parties, by its own party or else its nearest ancestor’s.';
const SOURCES = 'One of its standing statements, or its claimant, is of one of these sources.';
const CORROBORATION = 'Its corroboration is one of these.';
const PRIORITY = 'Its priority is at least this.';
const QUEUE = 'Where a claim goes that fits.';

export class WhenGiven {
  @Texts({ max: 50, each: 100, optional: true, default: [], example: ['ukraine-war'], description: TOPICS })
  topics: string[] = [];

  @Languages({ optional: true, default: [], description: LANGUAGES })
  languages: string[] = [];

  @Ids({ max: 50, optional: true, default: [], example: [], description: PARTIES })
  parties: string[] = [];

  @Ids({ max: 50, optional: true, default: [], example: [], description: SOURCES })
  sources: string[] = [];

  @SomeOf(CORROBORATION_STATUSES, { optional: true, default: [], example: [], description: CORROBORATION })
  corroboration: CorroborationStatus[] = [];

  @Whole({ min: 0, max: 9, optional: true, nullable: true, default: null, description: PRIORITY })
  minPriority: number | null = null;
}

export class RuleGiven {
  @Part(() => WhenGiven, { description: 'Every condition that is not empty must hold.' })
  when: WhenGiven;

  @Id({ description: QUEUE })
  queueId: string;
}

export class RoutingRulesGiven {
  @Parts(() => RuleGiven, {
    max: 200,
    description: 'The first that fits decides; where none does, the default queue.',
  })
  rules: RuleGiven[];
}

class WhenDto {
  @ApiProperty({ type: [String], example: ['ukraine-war'], description: TOPICS })
  topics: string[];

  @ApiProperty({ type: [String], example: [], description: LANGUAGES })
  languages: string[];

  @ApiProperty({ type: [String], example: [], description: PARTIES })
  parties: string[];

  @ApiProperty({ type: [String], example: [], description: SOURCES })
  sources: string[];

  @ApiProperty({ enum: CORROBORATION_STATUSES, isArray: true, example: [], description: CORROBORATION })
  corroboration: CorroborationStatus[];

  @ApiProperty({ type: 'integer', nullable: true, example: null, description: PRIORITY })
  minPriority: number | null;
}

class RuleDto {
  @ApiProperty({ type: WhenDto })
  when: WhenDto;

  @ApiProperty({ format: 'uuid', example: ID, description: QUEUE })
  queueId: string;
}

export class RoutingRulesDto {
  @ApiProperty({ type: [RuleDto] })
  rules: RuleDto[];

  @ApiProperty({ description: 'In force since.', example: '2024-10-24T10:00:00.000Z', format: 'date-time' })
  validFrom: string;

  @ApiProperty({ type: 'integer', example: 1 })
  version: number;
}

class RoutedClaimDto {
  @ApiProperty({ format: 'uuid', example: ID })
  claimId: string;

  @ApiProperty({
    example: 'North Korean army units have arrived.',
    description: 'Its text, or the beginning of it.',
  })
  text: string;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 0,
    description: 'Place of the rule that decides, from 0; null: none fits.',
  })
  rule: number | null;

  @ApiProperty({ format: 'uuid', example: ID, description: 'Where it would have gone.' })
  queueId: string;
}

class QueueShareDto {
  @ApiProperty({ format: 'uuid', example: ID })
  queueId: string;

  @ApiProperty({ type: 'integer', example: 1, description: 'How many of the claims would have gone there.' })
  count: number;
}

export class DryRunDto {
  @ApiProperty({ type: [RoutedClaimDto], description: 'The newest claims, at most 100, newest first.' })
  claims: RoutedClaimDto[];

  @ApiProperty({ type: [QueueShareDto], description: 'Queues that would have got any, most first.' })
  byQueue: QueueShareDto[];
}

export function presentRouting({ rules, validFrom, version }: RoutingRules): RoutingRulesDto {
  return { rules, validFrom: validFrom.toISOString(), version };
}
