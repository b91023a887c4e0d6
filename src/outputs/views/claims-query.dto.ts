import { Id, Instant, Language, OneOf, Text } from '../../base/http/fields.js';
import { OmitType } from '@nestjs/swagger';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import { ClaimDto } from '../../facts/claims/claim.dto.js';
import { CLAIM_STATES, type ClaimState } from '../../facts/claims/claim.states.js';
import { CORROBORATION_STATUSES, type CorroborationStatus } from '../../facts/corroboration/status.js';

export const SORTS = ['-createdAt', 'createdAt', '-updatedAt', 'rank', 'dueAt'] as const;
export type Sort = (typeof SORTS)[number];

export class ClaimsQuery extends PageQuery {
  @OneOf(CLAIM_STATES, { optional: true, example: undefined })
  status?: ClaimState;

  @OneOf(CORROBORATION_STATUSES, { optional: true, example: undefined })
  corroboration?: CorroborationStatus;

  @Text({ optional: true, max: 100, description: 'The rating of its verdict.' })
  rating?: string;

  @Text({ optional: true, max: 100 })
  topic?: string;

  @Language({ optional: true, example: undefined })
  language?: string;

  @Id({
    optional: true,
    example: undefined,
    description: 'Claims on which this source has a standing statement.',
  })
  sourceId?: string;

  @Id({ optional: true, example: undefined, description: 'Claims that this member holds or is offered now.' })
  assignee?: string;

  @Id({ optional: true, example: undefined, description: 'Claims that were queued here last.' })
  queueId?: string;

  @Text({ optional: true })
  externalId?: string;

  @Text({ optional: true, description: 'Words of its text, all of them; "…" for a phrase, - to leave out.' })
  text?: string;

  @Instant({ optional: true, example: undefined, description: 'Entered after this moment.' })
  createdAfter?: string;

  @Instant({ optional: true, example: undefined, description: 'Entered before this moment.' })
  createdBefore?: string;

  @Instant({
    optional: true,
    example: undefined,
    description: 'Due before this moment: the review that runs, or else the claim.',
  })
  dueBefore?: string;

  @OneOf(SORTS, {
    optional: true,
    default: '-createdAt',
    example: undefined,
    description:
      'The order; claims without a rank or due time come last. dueAt: by when the review that runs is due, or else the claim.',
  })
  sort: Sort = '-createdAt';
}

/** Which claims; every filter narrows. */
export class ClaimsFilter extends OmitType(ClaimsQuery, ['limit', 'cursor', 'sort']) {}

export const ClaimPage = pageOf(ClaimDto, 'ClaimPage');
