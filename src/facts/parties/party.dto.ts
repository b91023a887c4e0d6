import { ApiProperty } from '@nestjs/swagger';
import { Id, Text, Texts } from '../../base/http/fields.js';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import type { PartyRow } from './parties.repository.js';

export class PartyChange {
  @Text({ optional: true, example: 'United States' })
  name?: string;

  @Texts({
    max: 50,
    each: 500,
    optional: true,
    example: ['US', 'USA'],
    description: 'Other names it is found by. The list replaces the one before.',
  })
  aliases?: string[];
}

export class PartyMerge {
  @Id({ description: 'The party that stays. It takes over every name of the other.' })
  into: string;
}

export class PartiesQuery extends PageQuery {}

export class PartyDto {
  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60' })
  id: string;

  @ApiProperty({ example: 'United States' })
  name: string;

  @ApiProperty({ type: [String], example: ['US', 'USA'] })
  aliases: string[];

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: null,
    description: 'The party this one was merged into.',
  })
  mergedInto: string | null;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:00:00.000Z' })
  createdAt: string;

  @ApiProperty({ example: 1 })
  version: number;
}

export const PartyPage = pageOf(PartyDto, 'PartyPage');

export function presentParty(party: PartyRow): PartyDto {
  return {
    id: party.id,
    name: party.name,
    aliases: party.aliases,
    mergedInto: party.mergedIntoId,
    createdAt: party.createdAt.toISOString(),
    version: party.version,
  };
}
