import { Id, Instant, OneOf, Text } from '../../base/http/fields.js';
import { CLAIM_STATES, type ClaimState } from '../../facts/claims/claim.states.js';

export class TransitionWanted {
  @OneOf(CLAIM_STATES, { example: 'queued' })
  to: ClaimState;

  @Id({
    optional: true,
    nullable: true,
    description:
      'With queued: the queue; left out, the routing rules decide, and where none fits the default queue.',
  })
  queueId?: string | null;

  @Instant({ optional: true, nullable: true, description: 'With on_hold: when the machine moves it back.' })
  holdUntil?: string | null;

  @Text({
    optional: true,
    nullable: true,
    max: 10_000,
    example: 'Ready for review.',
    description:
      'With closed: duplicate, not_checkable, out_of_scope or withdrawn; otherwise in your own words.',
  })
  reason?: string | null;

  @Id({ optional: true, nullable: true, description: 'With closed as duplicate: the claim that stays.' })
  duplicateOf?: string | null;
}
