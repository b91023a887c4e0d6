import { ApiProperty } from '@nestjs/swagger';
import { Flag, FlagFromQuery, OneOf } from '../../base/http/fields.js';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import {
  type Import,
  IMPORT_FORMATS,
  type ImportFormat,
  type ImportRow,
  type Outcome,
  OUTCOMES,
  type Warning,
} from './import.entity.js';

const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';
const STATES = ['running', 'done', 'failed'] as const;

export class ImportQuery {
  @OneOf(IMPORT_FORMATS, {
    optional: true,
    default: 'ndjson',
    description: 'What the body is, whatever its Content-Type.',
  })
  format: ImportFormat = 'ndjson';

  @FlagFromQuery()
  @Flag({
    optional: true,
    default: false,
    description: 'Tells what would become of each row, and changes nothing.',
  })
  dryRun?: boolean;
}

export class ImportsQuery extends PageQuery {}

export class ImportRowsQuery extends PageQuery {
  @OneOf(OUTCOMES, { optional: true, example: undefined })
  outcome?: Outcome;
}

export class ImportDto {
  @ApiProperty({ format: 'uuid', example: ID })
  id: string;

  @ApiProperty({ enum: IMPORT_FORMATS, example: 'ndjson' })
  format: ImportFormat;

  @ApiProperty({ example: false })
  dryRun: boolean;

  @ApiProperty({ enum: STATES, example: 'done' })
  state: (typeof STATES)[number];

  @ApiProperty({ type: String, nullable: true, example: null, description: 'Why it failed.' })
  failure: string | null;

  @ApiProperty({ type: 'integer', example: 510, description: 'Rows that were received.' })
  rows: number;

  @ApiProperty({ type: 'integer', example: 500 })
  created: number;

  @ApiProperty({ type: 'integer', example: 4 })
  updated: number;

  @ApiProperty({ type: 'integer', example: 5 })
  unchanged: number;

  @ApiProperty({ type: 'integer', example: 1 })
  refused: number;

  @ApiProperty({ type: 'integer', example: 2, description: 'Rows with a warning.' })
  warnings: number;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:00:00.000Z' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2024-10-24T10:01:00.000Z' })
  finishedAt: string | null;
}

export class RowErrorDto {
  @ApiProperty({ example: 'statements.0.source.name' })
  path: string;

  @ApiProperty({ example: 'must not be blank' })
  message: string;
}

export class RowWarningDto {
  @ApiProperty({ example: 'source.differs' })
  code: string;

  @ApiProperty({ example: 'sources.0.kind' })
  path: string;

  @ApiProperty({ example: 'is ngo here; the source has government, which stays' })
  message: string;
}

export class ImportRowDto {
  @ApiProperty({ type: 'integer', example: 1, description: 'Its place in what was sent, from 1.' })
  number: number;

  @ApiProperty({ type: String, enum: [...OUTCOMES, null], nullable: true, example: 'created' })
  outcome: Outcome | null;

  @ApiProperty({ type: String, nullable: true, example: 'desk-17' })
  externalId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: ID })
  claimId: string | null;

  @ApiProperty({ type: String, nullable: true, example: null, description: 'Why it was refused.' })
  code: string | null;

  @ApiProperty({ type: [RowErrorDto], example: [] })
  errors: RowErrorDto[];

  @ApiProperty({ type: [RowWarningDto], example: [] })
  warnings: Warning[];
}

export const ImportPage = pageOf(ImportDto, 'ImportPage');
export const ImportRowPage = pageOf(ImportRowDto, 'ImportRowPage');

export function presentImport(row: Import): ImportDto {
  const { id, format, dryRun, state, failure, received, created, updated, unchanged, refused, warnings } =
    row;
  return {
    id,
    format,
    dryRun,
    state: state === 'receiving' ? 'running' : state,
    failure,
    rows: received,
    created,
    updated,
    unchanged,
    refused,
    warnings,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

export function presentRow(row: ImportRow): ImportRowDto {
  const { number, outcome, externalId, claimId, code, errors, warnings } = row;
  return { number, outcome, externalId, claimId, code, errors, warnings };
}
