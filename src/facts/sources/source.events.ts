import { Type } from 'typebox';
import { changesBetween, type NewEvent } from '../../record/events/event.js';
import { changesOf, id, list, nullable, oneOf } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';
import { RELIABILITIES, type Source, SOURCE_KINDS, type SourceGrade } from './source.entity.js';
import type { SourceRow } from './sources.repository.js';

/** What tells who a source is; it stands in no event of a confidential one. */
const TELLING = {
  name: Type.String(),
  urls: list(Type.String()),
  wikidataId: nullable(Type.String()),
  notes: Type.String(),
};
export const HIDDEN = Object.keys(TELLING);

const FIELDS = {
  id: id(),
  kind: oneOf(SOURCE_KINDS),
  parentId: nullable(id()),
  partyId: nullable(id()),
  party: nullable(Type.String({ description: 'Its name then.' })),
  country: nullable(Type.String()),
  confidential: Type.Boolean(),
  publicLabel: nullable(Type.String()),
};

export const SOURCE_CREATED = eventType('source.created', {
  subject: 'source',
  says: 'A source was entered. Of a confidential one, what tells who it is stands in no event.',
  data: {
    source: Type.Intersect([Type.Object(FIELDS), Type.Partial(Type.Object(TELLING))]),
  },
});

export const SOURCE_UPDATED = eventType('source.updated', {
  subject: 'source',
  says: 'Fields of a source were changed.',
  data: { changes: changesOf({ ...FIELDS, ...TELLING }) },
});

export const SOURCE_GRADED = eventType('source.graded', {
  subject: 'source',
  says: 'The reliability of a source was judged.',
  data: {
    gradeId: id(),
    reliability: Type.Object({ from: nullable(oneOf(RELIABILITIES)), to: oneOf(RELIABILITIES) }),
  },
});

export function sourceCreated(source: SourceRow): NewEvent {
  return SOURCE_CREATED.of(source, { source: told(source) });
}

export function sourceUpdated(before: SourceRow, after: SourceRow): NewEvent {
  const changes = changesBetween(told(before), told(after));
  // Once confidential, its earlier name must not be told by the very event that hides it.
  if (after.confidential || before.confidential) for (const field of HIDDEN) delete changes[field];
  return SOURCE_UPDATED.of(after, { changes });
}

export function sourceGraded(grade: SourceGrade, before: Source['reliability']): NewEvent {
  const { id: gradeId, sourceId, reliability, reason } = grade;
  return SOURCE_GRADED.of(
    { id: sourceId, reason },
    { gradeId, reliability: { from: before, to: reliability } },
  );
}

function told(source: SourceRow) {
  const { kind, parentId, partyId, party, country, confidential, publicLabel } = source;
  const fields = { id: source.id, kind, parentId, partyId, party, country, confidential, publicLabel };
  if (confidential) return fields;
  const { name, urls, wikidataId, notes } = source;
  return { ...fields, name, urls, wikidataId, notes };
}
