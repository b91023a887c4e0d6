import { readMoment } from '../../base/http/formats.js';
import { normalise } from '../../base/text/normalise.js';
import type { ClaimChange } from './claim.dto.js';
import type { Claim } from './claim.entity.js';
import { readQuantity } from './quantity.dto.js';
import { topicKeysOf } from './topics.js';

/** The columns that the fields of a request set; those that it leaves out are not among them. */
export function columnsFrom(given: ClaimChange, path = ''): Partial<Claim> {
  const columns: Partial<Claim> = {};
  const { externalId, text, language, place, priority } = given;
  Object.assign(columns, omitUndefined({ externalId, text, language, place, priority }));
  if (given.topics !== undefined) Object.assign(columns, readTopics(given.topics));
  if (given.eventTime !== undefined) {
    const { at, isDay } = readMoment(given.eventTime);
    Object.assign(columns, { eventTime: at, eventTimeIsDay: isDay });
  }
  if (given.appearances !== undefined) {
    columns.appearances = given.appearances.map(({ url, publishedAt }) => ({
      url,
      publishedAt: publishedAt ?? null,
    }));
  }
  if (given.claimantId !== undefined) {
    Object.assign(columns, { claimantId: given.claimantId, claimantGiven: given.claimantId !== null });
  }
  if (given.quantity !== undefined) Object.assign(columns, readQuantity(given.quantity, `${path}quantity`));
  if (given.dueAt !== undefined) columns.dueAt = given.dueAt === null ? null : new Date(given.dueAt);
  return columns;
}

function readTopics(topics: string[]): Pick<Claim, 'topics' | 'topicKeys'> {
  const byKey = new Map(topics.map((topic) => [normalise(topic), topic] as const).reverse());
  const distinct = topics.filter((topic) => byKey.get(normalise(topic)) === topic);
  return { topics: [...new Set(distinct)], topicKeys: topicKeysOf(topics) };
}

function omitUndefined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
