import { ApiProperty } from '@nestjs/swagger';
import { Matches, ValidateIf } from 'class-validator';
import { Flag, Id, Instant, OneOf, Text, WebAddress } from '../../base/http/fields.js';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import { MOVED_FROM, movedFrom, MovedFromDto } from '../claims/moved-from.dto.js';
import {
  type Bearing,
  BEARINGS,
  CHECK_OUTCOMES,
  type CheckOutcome,
  type Evidence,
  EVIDENCE_KINDS,
  type EvidenceKind,
} from './evidence.entity.js';

const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

export class NewEvidence {
  @OneOf(EVIDENCE_KINDS, { example: 'image' })
  kind: EvidenceKind;

  @WebAddress({
    optional: true,
    nullable: true,
    example: 'https://news.example/image.jpg',
    description: 'Where it is. An item has at least one of url, fileId and sha256.',
  })
  url?: string | null;

  @Id({ optional: true, nullable: true, description: 'A file that was uploaded: the item is its bytes.' })
  fileId?: string | null;

  @OneOf(BEARINGS, { example: 'supports', description: 'How it bears on the claim.' })
  bearing: Bearing;

  @Text({
    optional: true,
    nullable: true,
    max: 64,
    example: SHA256,
    description: 'SHA-256 of its bytes, hexadecimal; with fileId the file’s own when left out.',
  })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @Matches(/^[0-9a-fA-F]{64}$/, { message: 'must be a SHA-256 digest: 64 hexadecimal digits' })
  sha256?: string | null;

  @Instant({ optional: true, nullable: true, description: 'When it was captured.' })
  capturedAt?: string | null;

  @Text({ optional: true, blank: true, max: 10_000, example: 'Satellite image of the training ground.' })
  description?: string;

  @Flag({
    optional: true,
    default: false,
    example: false,
    description: 'Whether it should be shown only when asked for.',
  })
  sensitive?: boolean;

  @Flag({
    optional: true,
    example: true,
    description:
      'Whether the server fetches what the url leads to, keeps it, and looks from time to time whether it is still there; left out: yes, unless there is a fileId. false where asking for it would tell somebody.',
  })
  capture?: boolean;
}

export class GoneNotice {
  @Text({ max: 10_000, example: 'The page answers 404 since this morning.' })
  reason: string;
}

export class EvidenceQuery extends PageQuery {}

class LastCheckDto {
  @ApiProperty({
    enum: CHECK_OUTCOMES,
    example: 'unchanged',
    description:
      'captured: its bytes are kept; unchanged: they are as they were; changed: others came, and are kept beside; vanished: it is not there any more; failed: nothing was learned.',
  })
  outcome: CheckOutcome;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:05:02.000Z' })
  at: string;
}

export class EvidenceDto {
  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60' })
  id: string;

  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f61' })
  claimId: string;

  @ApiProperty({ enum: EVIDENCE_KINDS, example: 'image' })
  kind: EvidenceKind;

  @ApiProperty({ type: String, format: 'uri', nullable: true, example: 'https://news.example/image.jpg' })
  url: string | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: null,
    description: 'The uploaded file that it is; GET /evidence/{id}/file has its bytes.',
  })
  fileId: string | null;

  @ApiProperty({ enum: BEARINGS, example: 'supports' })
  bearing: Bearing;

  @ApiProperty({ type: String, nullable: true, example: SHA256 })
  sha256: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2024-10-24T10:00:00.000Z' })
  capturedAt: string | null;

  @ApiProperty({ example: 'Satellite image of the training ground.' })
  description: string;

  @ApiProperty({ example: false })
  sensitive: boolean;

  @ApiProperty({ type: MovedFromDto, nullable: true, description: MOVED_FROM })
  movedFrom: MovedFromDto | null;

  @ApiProperty({
    format: 'uuid',
    example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f62',
    description: 'The member who added it.',
  })
  addedBy: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:05:00.000Z' })
  addedAt: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: 'When it was found gone.',
  })
  goneAt: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  goneReason: string | null;

  @ApiProperty({
    type: LastCheckDto,
    nullable: true,
    description: 'What looking at its url came to last.',
  })
  lastCheck: LastCheckDto | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2024-10-25T10:05:00.000Z',
    description: 'When the machine looks at its url next; null: not again.',
  })
  checkAt: string | null;
}

export const EvidencePage = pageOf(EvidenceDto, 'EvidencePage');

export function presentEvidence(row: Evidence): EvidenceDto {
  const { id, claimId, kind, url, fileId, bearing, sha256, description, sensitive, addedBy, goneReason } =
    row;
  const { capturedAt, addedAt, goneAt, lastOutcome, lastCheckAt, checkAt } = row;
  return {
    id,
    claimId,
    kind,
    url,
    fileId,
    bearing,
    sha256,
    description,
    sensitive,
    movedFrom: movedFrom(row),
    addedBy,
    goneReason,
    capturedAt: capturedAt?.toISOString() ?? null,
    addedAt: addedAt.toISOString(),
    goneAt: goneAt?.toISOString() ?? null,
    lastCheck: lastOutcome && { outcome: lastOutcome, at: lastCheckAt!.toISOString() },
    checkAt: checkAt?.toISOString() ?? null,
  };
}
