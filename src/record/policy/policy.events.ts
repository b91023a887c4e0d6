import { Type } from 'typebox';
import { changesOf, nullable } from '../events/event-fields.js';
import { eventType } from '../events/event-type.js';

export const POLICY_CHANGED = eventType('policy.changed', {
  subject: 'workspace',
  says: 'The policy of the workspace was changed.',
  data: {
    changes: changesOf({
      corroborationThreshold: Type.Integer(),
      allowSelfReview: Type.Boolean(),
      publisherMayBeReviewer: Type.Boolean(),
      reReviewAfterDays: nullable(Type.Integer()),
    }),
  },
});

export const WORKSPACE_UPDATED = eventType('workspace.updated', {
  subject: 'workspace',
  says: 'The workspace was renamed.',
  data: { changes: changesOf({ name: Type.String() }) },
});
