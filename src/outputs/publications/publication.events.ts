import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { canonical } from '../../base/text/canonical.js';
import type { NewEvent } from '../../record/events/event.js';
import { id, instant, list, nullable } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';
import { type ClaimVersion, VERSION, versionOf } from '../../facts/claims/claim.events.js';
import type { Publication } from './publication.entity.js';
import type { TakenBack } from './publications.repository.js';

/**
 * Of a publication's content what its receivers decide by. The rest is read from the publication, which never changes:
 * the digest shows when it did.
 */
const PUBLICATION = Type.Object({
  id: id(),
  claimId: id(),
  number: Type.Integer(),
  title: Type.String(),
  summary: Type.String(),
  language: Type.String(),
  url: nullable(Type.String({ format: 'uri' })),
  correction: nullable(Type.String()),
  rating: Type.String(),
  citedStatements: list(id()),
  citedEvidence: list(id()),
  digest: Type.Optional(
    Type.String({
      description:
        'SHA-256 over authors, content and publishedAt in canonical JSON (RFC 8785), in hexadecimal.',
    }),
  ),
});

const PUBLICATION_CREATED = eventType('publication.created', {
  subject: 'publication',
  says: 'A verdict was published.',
  data: { publication: PUBLICATION, ...VERSION },
});

const PUBLICATION_WITHDRAWN = eventType('publication.withdrawn', {
  subject: 'publication',
  says: 'A publication was withdrawn; its address answers with a tombstone.',
  data: {
    publicationId: id(),
    number: Type.Integer(),
    withdrawnAt: Type.Optional(instant()),
    ...VERSION,
  },
});

export function publicationCreated(claim: ClaimVersion | null, row: Publication): NewEvent {
  const { title, summary, language, url, correction, number, claimId, content } = row;
  const cited = (items: { id: string; cited: boolean }[]) =>
    items.filter((item) => item.cited).map((item) => item.id);
  const publication = {
    id: row.id,
    claimId,
    number,
    title,
    summary,
    language,
    url,
    correction,
    rating: content.verdict.rating.key,
    citedStatements: cited(content.statements),
    citedEvidence: cited(content.evidence),
    digest: digestPublication(row),
  };
  return PUBLICATION_CREATED.of(row, { publication, ...(claim && versionOf(claim)) });
}

/** Of what its event does not tell, or tells a part of. */
export function digestPublication({ authors, content, publishedAt }: Publication): string {
  const rest = canonical({ authors, content, publishedAt: publishedAt.toISOString() });
  return createHash('sha256').update(rest).digest('hex');
}

export function publicationWithdrawn(
  claim: ClaimVersion | null,
  { id: publicationId, claimId, number }: Publication,
  { withdrawnAt, withdrawnReason: reason }: TakenBack,
): NewEvent {
  return PUBLICATION_WITHDRAWN.of(
    { id: publicationId, claimId, reason },
    { publicationId, number, withdrawnAt, ...(claim && versionOf(claim)) },
  );
}
