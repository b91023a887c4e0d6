import { ApiProperty } from '@nestjs/swagger';
import { CaptureDto } from '../../facts/captures/capture.dto.js';
import { EvidenceDto } from '../../facts/evidence/evidence.dto.js';
import { FileDto } from '../../facts/files/file.dto.js';
import { ActorDto } from '../../facts/telling/event.dto.js';
import { VerificationDto } from './events.dto.js';

const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';
const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

export class CustodyFileDto extends FileDto {
  @ApiProperty({
    type: Boolean,
    nullable: true,
    example: true,
    description:
      'Whether its bytes, read again for this report, still have the digest of the record; null: they are not where they were kept.',
  })
  intact: boolean | null;
}

export class CustodyEntryDto {
  @ApiProperty({ format: 'uuid', example: ID })
  eventId: string;

  @ApiProperty({ example: 'evidence.added' })
  type: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:05:00.000Z' })
  at: string;

  @ApiProperty({ type: ActorDto })
  actor: ActorDto;

  @ApiProperty({ type: String, nullable: true, example: null })
  reason: string | null;

  @ApiProperty({ type: 'integer', example: 4, description: 'Its place in the chain of its claim.' })
  number: number;

  @ApiProperty({
    example: SHA256,
    description:
      'The head of that chain with this event, hexadecimal: SHA-256 over all before it and its content.',
  })
  digest: string;
}

export class CustodyDto {
  @ApiProperty({ format: 'date-time', example: '2024-10-24T12:00:00.000Z' })
  reportedAt: string;

  @ApiProperty({ type: EvidenceDto })
  evidence: EvidenceDto;

  @ApiProperty({ type: [CustodyEntryDto], description: 'What happened to it, in the order of the record.' })
  entries: CustodyEntryDto[];

  @ApiProperty({
    type: [CaptureDto],
    description: 'What the machine found at its url, the first look first.',
  })
  captures: CaptureDto[];

  @ApiProperty({ type: [CustodyFileDto], description: 'Each file that is kept of it, once.' })
  files: CustodyFileDto[];

  @ApiProperty({
    type: VerificationDto,
    description: 'Whether the chain of its claim is whole, computed now.',
  })
  chain: VerificationDto;
}
