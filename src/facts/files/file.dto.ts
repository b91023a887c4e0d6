import { ApiProperty } from '@nestjs/swagger';
import { ValidateIf, Matches } from 'class-validator';
import { Text } from '../../base/http/fields.js';
import type { KeptFile } from './file.entity.js';

const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

export class NewFileQuery {
  @Text({
    optional: true,
    max: 255,
    default: 'file',
    example: 'training-ground.jpg',
    description: 'What the file is called.',
  })
  name: string = 'file';

  @Text({
    optional: true,
    max: 64,
    example: SHA256,
    description: 'SHA-256 of what is sent, hexadecimal: when other bytes arrive, nothing is kept.',
  })
  @ValidateIf((_, value) => value !== undefined)
  @Matches(/^[0-9a-fA-F]{64}$/, { message: 'must be a SHA-256 digest: 64 hexadecimal digits' })
  sha256?: string;
}

export class FileDto {
  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60' })
  id: string;

  @ApiProperty({ example: 'training-ground.jpg' })
  name: string;

  @ApiProperty({
    example: 'image/jpeg',
    description: 'What its bytes are, whatever it is called.',
  })
  mediaType: string;

  @ApiProperty({ type: 'integer', example: 48_213, description: 'In bytes.' })
  size: number;

  @ApiProperty({ example: SHA256, description: 'SHA-256 of its bytes, hexadecimal.' })
  sha256: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:00:00.000Z' })
  receivedAt: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f61',
    description: 'The member who sent it; null: the machine captured it.',
  })
  receivedBy: string | null;
}

export function presentFile({
  id,
  name,
  mediaType,
  size,
  sha256,
  receivedAt,
  receivedBy,
}: KeptFile): FileDto {
  return {
    id,
    name,
    mediaType,
    size: Number(size),
    sha256,
    receivedAt: receivedAt.toISOString(),
    receivedBy,
  };
}
