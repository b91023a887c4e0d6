import { ApiProperty } from '@nestjs/swagger';
import { Flag, Id, Languages, OneOf, Text, Texts, Whole } from '../../base/http/fields.js';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import { type Agreement, AGREEMENTS, type Mode, MODES, type ReviewQueue } from './queue.entity.js';

const REVIEWS = 'How many independent decisions a claim needs.';
const BLIND = 'Whether nobody but its author reads a decision until the last one of the round.';
const AGREEMENT =
  'How decisions are judged to agree once all are in. unanimous: all give the same rating. within_one: all lie within one step of the scale. majority: more than half of the needed give the same. What agrees settles the review; else, and where it agrees against the record and nobody of those gave an overrideReason, an editor who took no part adjudicates.';
const LEASE = 'Seconds a reviewer has for a claim; they may renew.';
const MODE = 'pull: reviewers take the next claim. push: the machine offers it to one of them.';
const OFFER = 'Seconds for which an offer of a push queue stands before it goes to the next reviewer.';
const LANGUAGES =
  'Languages a reviewer must all read to be given claims of this queue. A review keeps what was asked when it came here.';
const SKILLS =
  'Skills a reviewer must all have to be given claims of this queue. A review keeps what was asked when it came here.';
const MAX_LEASES =
  'How many claims of this queue one member may hold at once; null: no limit. It is a limit of members and not of reviews: a change counts from the next take on.';
const DUE_HOURS =
  'Hours after queueing at which a claim without its own due time is due; null: never. They pass day and night, also while a member holds it. A claim put on hold has no review that runs: queued again, the hours count from then.';
const ESCALATE = `Another queue, to which a claim goes when its due time passes while decisions are missing; null: it stays. A review that waits for adjudication stays too: every editor may adjudicate it, whatever its queue. From then on the members of that queue are given what waits of it, in that queue’s mode and by its needs; its place in the order stays. How many decisions it needs, blindness, agreement, length of leases and rating scale stay as the review was opened with; whoever has a lease or an offer keeps it. The way from queue to queue must not come back to where it began.`;
const STEP = 'Minutes by which each step of priority moves a claim ahead.';
const NOTICE =
  'Hours before its due time at which a claim comes first whatever its priority, and at which it is told that it is due soon; 0: that is not told.';

const MOST_REVIEWS = 5;

export class NewQueue {
  @Text({ example: 'Front desk' })
  name: string;

  @Whole({ min: 1, max: MOST_REVIEWS, optional: true, default: 1, example: 1, description: REVIEWS })
  reviews: number = 1;

  @Flag({ optional: true, default: true, example: true, description: BLIND })
  blind: boolean = true;

  @OneOf(AGREEMENTS, { optional: true, default: 'unanimous', description: AGREEMENT })
  agreement: Agreement = 'unanimous';

  @Whole({ min: 30, max: 86_400, optional: true, default: 900, example: 900, description: LEASE })
  leaseSeconds: number = 900;

  @OneOf(MODES, { optional: true, default: 'pull', description: MODE })
  mode: Mode = 'pull';

  @Whole({ min: 30, max: 86_400, optional: true, default: 600, example: 600, description: OFFER })
  offerSeconds: number = 600;

  @Languages({ optional: true, default: [], example: [], description: LANGUAGES })
  languages: string[] = [];

  @Texts({ max: 50, each: 100, optional: true, default: [], example: [], description: SKILLS })
  skills: string[] = [];

  @Whole({ min: 1, max: 1000, optional: true, nullable: true, default: null, description: MAX_LEASES })
  maxLeases: number | null = null;

  @Whole({ min: 1, max: 8760, optional: true, nullable: true, default: null, description: DUE_HOURS })
  dueHours: number | null = null;

  @Whole({ min: 1, max: 10_080, optional: true, default: 240, example: 240, description: STEP })
  priorityStepMinutes: number = 240;

  @Whole({ min: 0, max: 720, optional: true, default: 4, example: 4, description: NOTICE })
  dueNoticeHours: number = 4;

  @Id({ optional: true, nullable: true, default: null, example: null, description: ESCALATE })
  escalateTo: string | null = null;
}

export class QueueChange {
  @Text({ optional: true, example: 'Front desk' })
  name?: string;

  @Whole({ min: 1, max: MOST_REVIEWS, optional: true, example: 1, description: REVIEWS })
  reviews?: number;

  @Flag({ optional: true, example: true, description: BLIND })
  blind?: boolean;

  @OneOf(AGREEMENTS, { optional: true, description: AGREEMENT })
  agreement?: Agreement;

  @Whole({ min: 30, max: 86_400, optional: true, example: 900, description: LEASE })
  leaseSeconds?: number;

  @OneOf(MODES, { optional: true, description: MODE })
  mode?: Mode;

  @Whole({ min: 30, max: 86_400, optional: true, example: 600, description: OFFER })
  offerSeconds?: number;

  @Languages({ optional: true, example: [], description: LANGUAGES })
  languages?: string[];

  @Texts({ max: 50, each: 100, optional: true, example: [], description: SKILLS })
  skills?: string[];

  @Whole({ min: 1, max: 1000, optional: true, nullable: true, description: MAX_LEASES })
  maxLeases?: number | null;

  @Whole({ min: 1, max: 8760, optional: true, nullable: true, description: DUE_HOURS })
  dueHours?: number | null;

  @Whole({ min: 1, max: 10_080, optional: true, example: 240, description: STEP })
  priorityStepMinutes?: number;

  @Whole({ min: 0, max: 720, optional: true, example: 4, description: NOTICE })
  dueNoticeHours?: number;

  @Id({ optional: true, nullable: true, example: null, description: ESCALATE })
  escalateTo?: string | null;
}

export class QueuesQuery extends PageQuery {}

export class QueueDto {
  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60' })
  id: string;

  @ApiProperty({ example: 'Front desk' })
  name: string;

  @ApiProperty({ example: true, description: 'Whether claims go here when nothing else is said.' })
  isDefault: boolean;

  @ApiProperty({ type: 'integer', example: 1, description: REVIEWS })
  reviews: number;

  @ApiProperty({ example: true, description: BLIND })
  blind: boolean;

  @ApiProperty({ enum: AGREEMENTS, example: 'unanimous', description: AGREEMENT })
  agreement: Agreement;

  @ApiProperty({ type: 'integer', example: 900, description: LEASE })
  leaseSeconds: number;

  @ApiProperty({ enum: MODES, example: 'pull', description: MODE })
  mode: Mode;

  @ApiProperty({ type: 'integer', example: 600, description: OFFER })
  offerSeconds: number;

  @ApiProperty({ type: [String], example: [], description: LANGUAGES })
  languages: string[];

  @ApiProperty({ type: [String], example: [], description: SKILLS })
  skills: string[];

  @ApiProperty({ type: 'integer', nullable: true, example: null, description: MAX_LEASES })
  maxLeases: number | null;

  @ApiProperty({ type: 'integer', nullable: true, example: null, description: DUE_HOURS })
  dueHours: number | null;

  @ApiProperty({ type: 'integer', example: 240, description: STEP })
  priorityStepMinutes: number;

  @ApiProperty({ type: 'integer', example: 4, description: NOTICE })
  dueNoticeHours: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null, description: ESCALATE })
  escalateTo: string | null;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:00:00.000Z' })
  createdAt: string;

  @ApiProperty({ type: 'integer', example: 1 })
  version: number;
}

export const QueuePage = pageOf(QueueDto, 'QueuePage');

export function presentQueue(queue: ReviewQueue): QueueDto {
  const { workspaceId: _workspace, nameKey: _key, createdAt, ...fields } = queue;
  return { ...fields, createdAt: createdAt.toISOString() };
}
