import { ApiProperty } from '@nestjs/swagger';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import { CHECK_OUTCOMES, type CheckOutcome } from '../evidence/evidence.entity.js';
import { FileDto, presentFile } from '../files/file.dto.js';
import type { KeptFile } from '../files/file.entity.js';
import { type Capture, CAPTURE_CAUSES, type CaptureCause } from './capture.entity.js';

const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';

export class CapturesQuery extends PageQuery {}

class RedirectDto {
  @ApiProperty({ format: 'uri', example: 'http://news.example/image.jpg' })
  url: string;

  @ApiProperty({ type: 'integer', example: 301 })
  status: number;
}

export class CaptureDto {
  @ApiProperty({ format: 'uuid', example: ID })
  id: string;

  @ApiProperty({ format: 'uuid', example: ID })
  evidenceId: string;

  @ApiProperty({ type: 'integer', example: 1, description: 'Counts the looks at the item.' })
  number: number;

  @ApiProperty({
    enum: CAPTURE_CAUSES,
    example: 'added',
    description: 'added: the first look; scheduled: a later one; asked: somebody wanted it.',
  })
  cause: CaptureCause;

  @ApiProperty({ enum: CHECK_OUTCOMES, example: 'captured' })
  outcome: CheckOutcome;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:05:01.000Z' })
  startedAt: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:05:02.000Z' })
  finishedAt: string;

  @ApiProperty({ format: 'uri', example: 'http://news.example/image.jpg' })
  url: string;

  @ApiProperty({ type: [RedirectDto], description: 'What only led on to another address, in order.' })
  redirects: RedirectDto[];

  @ApiProperty({
    format: 'uri',
    example: 'https://news.example/image.jpg',
    description: 'What answered in the end, or did not.',
  })
  finalUrl: string;

  @ApiProperty({ type: 'integer', nullable: true, example: 200, description: 'Null where nobody answered.' })
  status: number | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { 'content-type': 'image/jpeg', 'last-modified': 'Thu, 24 Oct 2024 09:12:00 GMT' },
    description: 'The headers of the answer, as they came.',
  })
  headers: Record<string, string | string[]> | null;

  @ApiProperty({
    type: FileDto,
    nullable: true,
    description:
      'What was there; when its bytes are those of an earlier look, the file that was kept then. GET /captures/{id}/file has it.',
  })
  file: FileDto | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Why nothing was kept.',
  })
  fault: string | null;

  @ApiProperty({ example: 'second-source 0.1.0', description: 'What looked.' })
  tool: string;
}

export const CapturePage = pageOf(CaptureDto, 'CapturePage');

export function presentCapture(row: Capture, files: ReadonlyMap<string, KeptFile>): CaptureDto {
  const { id, evidenceId, number, cause, outcome, url, redirects, finalUrl, status, headers, fault, tool } =
    row;
  return {
    id,
    evidenceId,
    number,
    cause,
    outcome,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt.toISOString(),
    url,
    redirects,
    finalUrl,
    status,
    headers,
    file: row.fileId === null ? null : presentFile(files.get(row.fileId)!),
    fault,
    tool,
  };
}
