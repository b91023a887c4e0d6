import { ApiProperty } from '@nestjs/swagger';
import { Flag, Texts, WebAddress } from '../../base/http/fields.js';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import { DISABLED_REASONS, type DisabledReason } from './webhook.entity.js';
import type { WebhookRow } from './webhooks.repository.js';

const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';
const URL_EXAMPLE = 'https://hooks.newsroom.example/second-source';
const EVENTS_EXAMPLE = ['claim.*', 'publication.created'];
const ADDRESS = 'Where messages are sent: a public address, at port 80, 443, or 1024 and above.';
const EVENTS = 'Which types it is told of; claim.* means all of claims, an empty list every event.';

export class NewWebhook {
  @WebAddress({ example: URL_EXAMPLE, description: ADDRESS })
  url: string;

  @Texts({ max: 100, each: 100, optional: true, default: [], example: EVENTS_EXAMPLE, description: EVENTS })
  events: string[] = [];
}

export class WebhookChange {
  @WebAddress({ optional: true, example: URL_EXAMPLE, description: ADDRESS })
  url?: string;

  @Texts({ max: 100, each: 100, optional: true, example: EVENTS_EXAMPLE, description: EVENTS })
  events?: string[];

  @Flag({ optional: true, example: true, description: 'Switches it off, or on again.' })
  enabled?: boolean;
}

/** Rotating takes nothing: unknown fields are refused all the same. */
export class Rotation {}

export class WebhooksQuery extends PageQuery {}

class WebhookSecretDto {
  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:00:00.000Z' })
  createdAt: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: 'When it signs no more; null for the present one.',
  })
  expiresAt: string | null;
}

export class WebhookDto {
  @ApiProperty({ format: 'uuid', example: ID })
  id: string;

  @ApiProperty({ format: 'uri', example: URL_EXAMPLE })
  url: string;

  @ApiProperty({ type: [String], example: EVENTS_EXAMPLE, description: EVENTS })
  events: string[];

  @ApiProperty({ example: true })
  enabled: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  disabledAt: string | null;

  @ApiProperty({
    enum: DISABLED_REASONS,
    nullable: true,
    example: null,
    description: 'by_member; failing: no attempt has succeeded for days; gone: its endpoint answered 410.',
  })
  disabledReason: DisabledReason | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: 'Since when no attempt has succeeded; null after a success.',
  })
  failingSince: string | null;

  @ApiProperty({ type: [WebhookSecretDto], description: 'What its messages are signed with, newest first.' })
  secrets: WebhookSecretDto[];

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:00:00.000Z' })
  createdAt: string;

  @ApiProperty({ type: 'integer', example: 1 })
  version: number;
}

export class WebhookWithSecretDto extends WebhookDto {
  @ApiProperty({
    description: 'What its messages are signed with from now on. It is shown this once.',
    example: 'whsec_…',
  })
  secret: string;
}

export const WebhookPage = pageOf(WebhookDto, 'WebhookPage');

export function presentWebhook(webhook: WebhookRow): WebhookDto {
  const { id, url, events, disabledAt, disabledReason, failingSince, secrets, createdAt, version } = webhook;
  return {
    id,
    url,
    events,
    enabled: disabledAt === null,
    disabledAt: disabledAt?.toISOString() ?? null,
    disabledReason,
    failingSince: failingSince?.toISOString() ?? null,
    secrets: secrets.map(({ createdAt: made, expiresAt }) => ({
      createdAt: new Date(made).toISOString(),
      expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    })),
    createdAt: createdAt.toISOString(),
    version,
  };
}
