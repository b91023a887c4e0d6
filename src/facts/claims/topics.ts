import { normalise } from '../../base/text/normalise.js';

/** The keys under which the topics of a claim are compared, each once. */
export function topicKeysOf(topics: string[]): string[] {
  return [...new Set(topics.map(normalise))];
}
