import type { PublishedRating } from './publication.content.js';
import { claimReview, type JsonLd } from './claim-review.js';
import { markup } from './markup.js';
import type { Shown } from './public-view.service.js';

/** The newest publication of each claim as a schema.org DataFeed; of a withdrawn one only that it is gone, and from where. */
export function claimReviewFeed(publisher: string, items: Shown[]): JsonLd {
  const context = ['https://schema.org', { secondsource: 'urn:second-source:vocabulary:' }];
  return {
    '@context': context,
    '@type': 'DataFeed',
    name: publisher,
    dataFeedElement: claimReviewElements(items),
  };
}

export function claimReviewElements(items: Shown[]): JsonLd[] {
  return items.map((shown) => {
    const created = { '@type': 'DataFeedItem', dateCreated: shown.publishedAt.toISOString() };
    if (shown.withdrawn !== null) {
      const gone = { '@type': 'ClaimReview', identifier: `urn:uuid:${shown.id}`, url: shown.url };
      return { ...created, dateDeleted: shown.withdrawn.at.toISOString(), item: gone };
    }
    const { '@context': _context, ...item } = claimReview(shown, 'schema.org');
    return { ...created, item };
  });
}

/** What was corrected and what was withdrawn, with the rating before and since. */
export function corrections(items: Shown[], before: Map<string, PublishedRating>): JsonLd[] {
  const named = (rating: PublishedRating | undefined) => rating && { key: rating.key, label: rating.label };
  return items.map((shown) => {
    const { id, number, url, title, content, withdrawn } = shown;
    const own = named(content.verdict.rating);
    return {
      type: withdrawn === null ? 'correction' : 'withdrawal',
      at: (withdrawn?.at ?? shown.publishedAt).toISOString(),
      publicationId: id,
      number,
      url,
      title,
      claimReviewed: content.claim.text,
      reason: withdrawn?.reason ?? shown.correction,
      before: (withdrawn === null ? named(before.get(id)) : own) ?? null,
      after: withdrawn === null ? own : null,
    };
  });
}

export interface AtomFeed {
  publisher: string;
  self: string;
  next: string | null;
  /** Where the feed begins: its id, the same on every page. */
  id: string;
}

/** Atom (RFC 4287), paged (RFC 5005); what was withdrawn stands as a tombstone (RFC 6721). */
export function atom({ publisher, self, next, id }: AtomFeed, items: Shown[]): string {
  const updated = items[0] === undefined ? '1970-01-01T00:00:00.000Z' : changedAt(items[0]).toISOString();
  const links = [
    markup`<link rel="self" type="application/atom+xml" href="${self}"/>`,
    next !== null && markup`<link rel="next" type="application/atom+xml" href="${next}"/>`,
  ];
  return `<?xml version="1.0" encoding="utf-8"?>\n${
    markup`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><id>${id}</id><title>${publisher}</title><updated>${updated}</updated>${links}${items.map(entry)}</feed>`
      .text
  }\n`;
}

function entry(shown: Shown) {
  const { id, title, summary, language, url, content, publishedAt, withdrawn, authors, publisher } = shown;
  if (withdrawn !== null) {
    return markup`<at:deleted-entry ref="urn:uuid:${id}" when="${withdrawn.at.toISOString()}"><at:comment>${withdrawn.reason}</at:comment></at:deleted-entry>`;
  }
  const names = authors.length === 0 ? [publisher] : authors;
  const heading = `${title} (${content.verdict.rating.label})`;
  const text = shown.correction === null ? summary : `${summary}\n\n${shown.correction}`;
  return markup`<entry xml:lang="${language}"><id>urn:uuid:${id}</id><title>${heading}</title><published>${publishedAt.toISOString()}</published><updated>${publishedAt.toISOString()}</updated>${names.map((name) => markup`<author><name>${name}</name></author>`)}<link rel="alternate" href="${url}"/>${content.claim.topics.map((topic) => markup`<category term="${topic}"/>`)}<summary>${text}</summary></entry>`;
}

export function changedAt({ withdrawn, publishedAt }: Shown): Date {
  return withdrawn?.at ?? publishedAt;
}
