import { changesBetween, type NewEvent } from '../../record/events/event.js';
import type { Source, SourceGrade } from './source.entity.js';

export function sourceCreated(source: Source): NewEvent {
  return { type: 'source.created', subject: subject(source), data: { source: told(source) } };
}

export function sourceUpdated(before: Source, after: Source): NewEvent {
  const changes = changesBetween(told(before), told(after));
  // Once confidential, its earlier name must not be told by the very event that hides it.
  if (after.confidential || before.confidential) for (const field of HIDDEN) delete changes[field];
  return { type: 'source.updated', subject: subject(after), data: { changes } };
}

export function sourceGraded(grade: SourceGrade, before: string | null): NewEvent {
  return {
    type: 'source.graded',
    subject: { type: 'source', id: grade.sourceId },
    data: { gradeId: grade.id, reliability: { from: before, to: grade.reliability } },
    reason: grade.reason,
  };
}

/** What tells who a source is; it stands in no event of a confidential one. */
export const HIDDEN = ['name', 'urls', 'wikidataId', 'notes'];

function told(source: Source): Record<string, unknown> {
  const {
    workspaceId: _w,
    nameKey: _k,
    version: _v,
    createdAt: _c,
    createdBy: _b,
    reliability: _r,
    ...fields
  } = source;
  if (!source.confidential) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !HIDDEN.includes(field)));
}

function subject(source: Source): { type: string; id: string } {
  return { type: 'source', id: source.id };
}
