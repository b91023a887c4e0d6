import { ApiProperty } from '@nestjs/swagger';
import { OneOf } from '../../base/http/fields.js';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import { EventDto } from '../../facts/telling/event.dto.js';
import type { DeliveryRow } from './deliveries.repository.js';
import { DELIVERY_STATES, type DeliveryState, type WebhookAttempt } from './delivery.entity.js';

const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';
const TIME = '2024-10-24T10:00:00.000Z';
const STATE = 'pending: is or will be tried; delivered: it was answered with 2xx; dead: given up.';

/** Sending again takes nothing: unknown fields are refused all the same. */
export class Redelivery {}

export class DeliveriesQuery extends PageQuery {
  @OneOf(DELIVERY_STATES, { optional: true, description: `Only these. ${STATE}` })
  state?: DeliveryState;
}

class RequestDto {
  @ApiProperty({ format: 'uri', example: 'https://hooks.newsroom.example/second-source' })
  url: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { 'webhook-id': ID, 'webhook-timestamp': '1729764000', 'webhook-signature': 'v1,…' },
  })
  headers: Record<string, string>;
}

class AnswerDto {
  @ApiProperty({ type: 'integer', example: 204 })
  status: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { 'content-type': 'text/plain' },
  })
  headers: Record<string, string>;

  @ApiProperty({ example: '', description: 'The first 4 KiB of it, as UTF-8.' })
  body: string;

  @ApiProperty({ example: false, description: 'Whether there was more, or it broke off.' })
  cut: boolean;
}

export class AttemptDto {
  @ApiProperty({ type: 'integer', example: 1 })
  number: number;

  @ApiProperty({ format: 'date-time', example: TIME })
  beganAt: string;

  @ApiProperty({
    type: 'integer',
    example: 87,
    description: 'From the beginning to the end, in milliseconds.',
  })
  durationMs: number;

  @ApiProperty({ type: RequestDto })
  request: RequestDto;

  @ApiProperty({ type: AnswerDto, nullable: true })
  answer: AnswerDto | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Why there was no answer; null when there was one.',
  })
  error: string | null;
}

export class DeliveryDto {
  @ApiProperty({ format: 'uuid', example: ID, description: 'The webhook-id of every attempt.' })
  id: string;

  @ApiProperty({ format: 'uuid', example: ID })
  webhookId: string;

  @ApiProperty({ format: 'uuid', example: ID })
  eventId: string;

  @ApiProperty({ example: 'claim.submitted' })
  eventType: string;

  @ApiProperty({ enum: DELIVERY_STATES, example: 'delivered', description: STATE })
  state: DeliveryState;

  @ApiProperty({ type: 'integer', example: 1, description: 'How often it was tried.' })
  attempts: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  nextAttemptAt: string | null;

  @ApiProperty({ format: 'date-time', example: TIME })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: TIME })
  finishedAt: string | null;

  @ApiProperty({ type: AttemptDto, nullable: true })
  lastAttempt: AttemptDto | null;
}

export class DeliveryWithLogDto extends DeliveryDto {
  @ApiProperty({ type: EventDto, description: 'The body of the message, as it would be sent now.' })
  event: EventDto;

  @ApiProperty({ type: [AttemptDto], description: 'Every attempt, oldest first.' })
  log: AttemptDto[];
}

export const DeliveryPage = pageOf(DeliveryDto, 'DeliveryPage');

export function presentDelivery(row: DeliveryRow): DeliveryDto {
  return {
    id: row.id,
    webhookId: row.webhookId,
    eventId: row.eventId,
    eventType: row.eventType,
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    lastAttempt: row.lastAttempt === null ? null : presentAttempt(row.lastAttempt),
  };
}

export function presentDeliveryWithLog(
  row: DeliveryRow,
  event: EventDto,
  log: WebhookAttempt[],
): DeliveryWithLogDto {
  return { ...presentDelivery(row), event, log: log.map(presentAttempt) };
}

type AttemptRead = Omit<WebhookAttempt, 'beganAt'> & { beganAt: Date | string };

function presentAttempt(attempt: AttemptRead): AttemptDto {
  const { number, beganAt, durationMs, url, requestHeaders, status, error } = attempt;
  return {
    number,
    beganAt: new Date(beganAt).toISOString(),
    durationMs,
    request: { url, headers: requestHeaders },
    answer:
      status === null
        ? null
        : {
            status,
            headers: joined(attempt.answerHeaders ?? {}),
            body: attempt.answerBody ?? '',
            cut: attempt.answerCut,
          },
    error,
  };
}

function joined(headers: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  );
}
