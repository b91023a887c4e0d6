import { ApiProperty } from '@nestjs/swagger';
import { type Actor, hasRole } from '../../base/actor/actor.js';
import { FlagFromQuery, Flag, Id, Instant, OneOf, Text, Whole } from '../../base/http/fields.js';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import { ClaimDto, HolderDto } from '../../facts/claims/claim.dto.js';
import {
  ASSIGNMENT_STATES,
  type AssignmentState,
  DECLINE_REASONS,
  type DeclineReason,
} from './assignment.entity.js';
import type { AssignmentRow } from './assignments.repository.js';

const TOKEN = 'The token of your lease, as you were given it.';
const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';

export class NextWanted {
  @Id({
    optional: true,
    nullable: true,
    description: 'Only from this queue; left out: from any that fits you.',
  })
  queueId?: string | null;
}

export class LeaseToken {
  @Whole({ min: 1, max: 2_147_483_647, example: 1, description: TOKEN })
  token: number;
}

export class Decline {
  @Whole({
    min: 1,
    max: 2_147_483_647,
    optional: true,
    nullable: true,
    example: 1,
    description: `${TOKEN} Left out when you decline an offer, which has none yet.`,
  })
  token?: number | null;

  @OneOf(DECLINE_REASONS, { example: 'conflict_of_interest' })
  reason: DeclineReason;

  @Text({ optional: true, nullable: true, max: 10_000, example: null })
  note?: string | null;
}

export class Acceptance {}

export class Hold extends LeaseToken {
  @Instant({
    example: '2024-10-25T09:00:00.000Z',
    description: 'Until then the claim stays yours; at most 7 days ahead, and 30 days after you took it.',
  })
  until: string;

  @Text({ max: 10_000, example: 'The ministry has promised an answer by tomorrow morning.' })
  reason: string;
}

export class HandOver extends LeaseToken {
  @Id({ description: 'The member who is to have it: one who may review it.' })
  to: string;

  @Text({ optional: true, nullable: true, max: 10_000, example: 'You read Korean.' })
  note?: string | null;
}

export class Break {
  @Text({ max: 10_000, example: 'Needed before noon, and you are off duty.' })
  reason: string;
}

export class AssignmentsQuery extends PageQuery {
  @FlagFromQuery()
  @Flag({ optional: true, example: undefined, description: 'Only your own.' })
  mine?: boolean;

  @OneOf(ASSIGNMENT_STATES, { optional: true, example: undefined })
  state?: AssignmentState;

  @Id({ optional: true, example: undefined })
  queueId?: string;
}

export class LeaseDto {
  @ApiProperty({ type: 'integer', example: 1, description: 'Send it with every write on this assignment.' })
  token: number;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T12:15:00.000Z' })
  expiresAt: string;
}

export class AssignmentDto {
  @ApiProperty({ format: 'uuid', example: ID })
  id: string;

  @ApiProperty({ format: 'uuid', example: ID })
  claimId: string;

  @ApiProperty({ format: 'uuid', example: ID })
  queueId: string;

  @ApiProperty({ type: 'integer', example: 1, description: 'Number of the round of its claim.' })
  round: number;

  @ApiProperty({ type: 'integer', example: 1, description: 'Number of the slot in its round.' })
  slot: number;

  @ApiProperty({ enum: ASSIGNMENT_STATES, example: 'leased' })
  state: AssignmentState;

  @ApiProperty({ type: HolderDto })
  member: HolderDto;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: 'When the review is due; a lease, a hold or an offer does not move it.',
  })
  dueAt: string | null;

  @ApiProperty({ type: LeaseDto, nullable: true, description: 'Null while it is only offered.' })
  lease: LeaseDto | null;

  @ApiProperty({
    format: 'date-time',
    example: '2024-10-24T12:00:00.000Z',
    description: 'Offered or leased since.',
  })
  openedAt: string;

  @ApiProperty({
    format: 'date-time',
    example: '2024-10-24T12:15:00.000Z',
    description: 'When the lease, hold or offer runs out.',
  })
  expiresAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  endedAt: string | null;

  @ApiProperty({
    type: String,
    enum: [...DECLINE_REASONS, null],
    nullable: true,
    example: null,
    description: 'Shown to the member and to editors.',
  })
  declineReason: DeclineReason | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Shown to the member and to editors.',
  })
  declineNote: string | null;
}

export class WorkDto {
  @ApiProperty({ type: AssignmentDto })
  assignment: AssignmentDto;

  @ApiProperty({ type: ClaimDto })
  claim: ClaimDto;
}

export const AssignmentPage = pageOf(AssignmentDto, 'AssignmentPage');

export function presentAssignment(row: AssignmentRow, actor: Actor): AssignmentDto {
  const own = row.memberId === actor.memberId;
  const mayReadWhy = own || hasRole(actor, 'editor');
  return {
    id: row.id,
    claimId: row.claimId,
    queueId: row.queueId,
    round: row.roundNumber,
    slot: row.slotNumber,
    state: row.state,
    member: { id: row.memberId, name: row.memberName },
    dueAt: row.dueAt?.toISOString() ?? null,
    lease: row.token === null ? null : { token: row.token, expiresAt: row.expiresAt.toISOString() },
    openedAt: row.openedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    declineReason: mayReadWhy ? row.declineReason : null,
    declineNote: mayReadWhy ? row.declineNote : null,
  };
}
