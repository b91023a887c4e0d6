import { ApiProperty } from '@nestjs/swagger';
import { PeriodDto } from './period.dto.js';
import { NamedDto } from './named.dto.js';
import { TimesDto } from './times.dto.js';

export class QueueStatsDto {
  @ApiProperty({ type: NamedDto })
  queue: NamedDto;

  @ApiProperty({
    type: 'integer',
    example: 14,
    description:
      'Slots that nobody is offered or has in hand; one whose lease or offer ran out waits again. Those of a claim that went to another queue as its due time passed wait there.',
  })
  waiting: number;

  @ApiProperty({
    type: 'integer',
    example: 0,
    description: 'Slots offered to a member who may still accept.',
  })
  offered: number;

  @ApiProperty({
    type: 'integer',
    example: 2,
    description: 'Slots worked on under a lease that has not run out; they count where they were leased.',
  })
  leased: number;

  @ApiProperty({
    type: 'integer',
    example: 1,
    description: 'Slots put on hold by their holder, whose hold stands.',
  })
  held: number;

  @ApiProperty({
    type: 'integer',
    example: 1,
    description:
      'Claims whose review is not closed, adjudication included, though its due time has passed: their own, or else the hours of the queue. They count where the review is now, which is the queue they went to when that due time passed, if theirs names one.',
  })
  overdue: number;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2024-10-24T10:00:00.000Z',
    description:
      'When the oldest review was opened of which a slot waits now; null when none waits. A time, not seconds: it stays the same, and so does the ETag, while the same claim waits.',
  })
  oldestWaitingSince: string | null;

  @ApiProperty({
    type: TimesDto,
    description:
      'From the opening of a review to the first lease of a slot of it, for slots first leased in the period. A later lease of the same slot is not measured. It counts in the queue in which the slot was leased.',
  })
  timeToClaim: TimesDto;

  @ApiProperty({
    type: TimesDto,
    description:
      'From the lease under which a decision was given to the decision, renewals and holds included, for decisions given in the period. It counts in the queue in which the slot was leased.',
  })
  timeToDecision: TimesDto;
}

export class QueuesStatsDto extends PeriodDto {
  @ApiProperty({
    type: QueueStatsDto,
    isArray: true,
    description: 'Every queue, in the order in which they were made.',
  })
  queues: QueueStatsDto[];
}
