import { invalidField, Problem, type ProblemKind } from '../../base/errors/problem.js';

export const WEBHOOK_DISABLED: ProblemKind = {
  status: 409,
  code: 'webhook.disabled',
  title: 'The webhook is off',
};

export function webhookDisabled(): Problem {
  return new Problem(
    WEBHOOK_DISABLED,
    'Nothing is sent to a webhook that is off. Switch it on with PATCH {"enabled": true} first.',
  );
}

export function unknownFilter(index: number): Problem {
  return invalidField(
    `events.${index}`,
    'must be a type of event that there is, such as claim.submitted, or claim.*',
  );
}
