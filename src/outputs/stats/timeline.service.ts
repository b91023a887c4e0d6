import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { invalidField } from '../../base/errors/problem.js';
import type { PreparedAnswer } from '../../base/http/prepared-answer.js';
import { CLAIM_STATES } from '../../facts/claims/claim.states.js';
import { RememberedAnswers } from '../../record/feed/remembered-answers.js';
import { type FlowRow, FlowsRepository } from './flows.repository.js';
import type { StatusTimelineDto, TimelineQuery } from './timeline.dto.js';
import { BUCKETS_AT_MOST, countOf, endOutOfTime, type Span, spanOf, startsOf } from './timeline.rules.js';

/** How claims flowed through their statuses, as the events say. */
@Injectable()
export class Timeline {
  constructor(
    private readonly database: Database,
    private readonly repository: FlowsRepository,
    private readonly answers: RememberedAnswers,
  ) {}

  read({ workspaceId }: Actor, query: TimelineQuery): Promise<PreparedAnswer> {
    const span = readSpan(query);
    return this.answers.poll(workspaceId, ['timeline', span], async () => {
      const flows = await this.repository.between(this.database, workspaceId, span);
      // Without an end of its own it goes on to the end of the bucket that the present lies in.
      const changesInMs = query.to === undefined ? span.to.getTime() - Date.now() : Infinity;
      return { body: answer(span, flows), changesInMs };
    });
  }
}

function readSpan({ bucket, from, to }: TimelineQuery): Span {
  const moment = (given: string | undefined) => (given === undefined ? null : new Date(given));
  const span = spanOf(bucket, moment(from), moment(to), new Date());
  const end = endOutOfTime(span);
  if (end !== null) throw invalidField(end, `lies in a ${bucket} that reaches out of the years 0001 to 9999`);
  const count = countOf(span);
  if (count <= 0) throw invalidField('to', 'must be later than from');
  if (count > BUCKETS_AT_MOST) {
    throw invalidField(
      'from',
      `asks for ${count} buckets together with to, and an answer has at most ${BUCKETS_AT_MOST}: ask for less, or for longer buckets`,
    );
  }
  return span;
}

function answer(span: Span, flows: FlowRow[]): StatusTimelineDto {
  const known = new Map(flows.map((flow) => [`${flow.start.getTime()} ${flow.status}`, flow]));
  const flow = (start: Date, side: 'entered' | 'left') =>
    Object.fromEntries(
      CLAIM_STATES.map((status) => [status, known.get(`${start.getTime()} ${status}`)?.[side] ?? 0]),
    );
  return {
    bucket: span.bucket,
    from: span.from.toISOString(),
    to: span.to.toISOString(),
    buckets: startsOf(span).map((start) => ({
      start: start.toISOString(),
      entered: flow(start, 'entered'),
      left: flow(start, 'left'),
    })),
  };
}
