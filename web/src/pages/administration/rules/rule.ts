import type { Schemas } from '../../../api/client';

export type When = Schemas['When'];
export type Queue = Schemas['Queue'];

/** A rule as it is edited: with a name of its own, by which it is known wherever it is moved to. */
export interface Rule {
  key: string;
  when: When;
  queueId: string;
}

export const ANY: When = {
  topics: [],
  languages: [],
  parties: [],
  sources: [],
  corroboration: [],
  minPriority: null,
};

export function keyed(rules: Schemas['Rule'][]): Rule[] {
  return rules.map((rule, index) => ({ ...rule, key: `saved-${index}` }));
}

export function given(rules: Rule[]): Schemas['RoutingRulesGiven'] {
  return { rules: rules.map(({ when, queueId }) => ({ when, queueId })) };
}
