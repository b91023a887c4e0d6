import { ApiProperty } from '@nestjs/swagger';
import { PageQuery, pageOf } from '../../base/http/pages.js';

const DIGEST = '6e1c7a0b2f4d8e3a5c9b1d7f0a2c4e6f8b0d2f4a6c8e0b2d4f6a8c0e2b4d6f80';

export class HeadsQuery extends PageQuery {}

class HeadChainsDto {
  @ApiProperty({ type: 'integer', example: 1200 })
  count: number;

  @ApiProperty({ type: 'integer', example: 9600, description: 'Of all chains together.' })
  events: number;

  @ApiProperty({
    example: DIGEST,
    description: 'SHA-256 over a line "id length head" for each chain, in the order of ids.',
  })
  digest: string;
}

class HeadFeedDto {
  @ApiProperty({ type: 'integer', example: 9500 })
  length: number;

  @ApiProperty({ type: 'integer', example: 31_000, description: 'The place of its last event.' })
  position: number;

  @ApiProperty({
    example: DIGEST,
    description: 'SHA-256 over the digest before and the event’s, event by event.',
  })
  digest: string;
}

export class HistoryHeadDto {
  @ApiProperty({ enum: ['second-source/history-head/1'], example: 'second-source/history-head/1' })
  format: string;

  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60' })
  workspaceId: string;

  @ApiProperty({
    format: 'date',
    example: '2024-10-24',
    description: 'The UTC day that had ended last. A day without a head is covered by the next one.',
  })
  day: string;

  @ApiProperty({
    format: 'date-time',
    example: '2024-10-25T00:00:12.000Z',
    description: 'The record stood so then.',
  })
  madeAt: string;

  @ApiProperty({ type: HeadChainsDto })
  chains: HeadChainsDto;

  @ApiProperty({ type: HeadFeedDto })
  feed: HeadFeedDto;

  @ApiProperty({ type: String, nullable: true, example: null, description: 'The digest of the head before.' })
  previous: string | null;

  @ApiProperty({
    example: DIGEST,
    description: 'SHA-256 over all fields above in canonical JSON (RFC 8785).',
  })
  digest: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'MCowBQYDK2VwAyEA…',
    description: 'Ed25519, SubjectPublicKeyInfo in base64; null when no key is set.',
  })
  publicKey: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'k3v0…',
    description: 'Over the canonical JSON that the digest is of, in base64; null when no key is set.',
  })
  signature: string | null;
}

export const HistoryHeadPage = pageOf(HistoryHeadDto, 'HistoryHeadPage');
