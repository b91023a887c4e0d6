import type { Schemas } from '../api/client';
import type { Source } from './every';

export type Kind = Source['kind'];

/** A source as it is typed. */
export interface SourceDraft {
  name: string;
  kind: Kind | null;
  parentId: string | null;
  party: string | null;
  country: string;
  wikidataId: string;
  urls: string;
  confidential: boolean;
  publicLabel: string;
  notes: string;
}

export const NO_SOURCE: SourceDraft = {
  name: '',
  kind: null,
  parentId: null,
  party: null,
  country: '',
  wikidataId: '',
  urls: '',
  confidential: false,
  publicLabel: '',
  notes: '',
};

export function draftOf(source: Source): SourceDraft {
  const { name, kind, parentId, party, confidential, notes } = source;
  return {
    name,
    kind,
    parentId,
    party,
    confidential,
    notes,
    country: source.country ?? '',
    wikidataId: source.wikidataId ?? '',
    urls: source.urls.join('\n'),
    publicLabel: source.publicLabel ?? '',
  };
}

/** What the API is given of it; `kind` must be chosen by then. */
export function sourceOf(draft: SourceDraft): Schemas['NewSource'] {
  const orNull = (text: string | null) => text?.trim() || null;
  return {
    name: draft.name.trim(),
    kind: draft.kind!,
    parentId: draft.parentId,
    party: orNull(draft.party),
    country: orNull(draft.country)?.toUpperCase() ?? null,
    wikidataId: orNull(draft.wikidataId),
    urls: draft.urls.split(/\s+/).filter((url) => url !== ''),
    confidential: draft.confidential,
    publicLabel: draft.confidential ? orNull(draft.publicLabel) : null,
    notes: draft.notes.trim(),
  };
}

/** Only what was changed, so that what others changed meanwhile stays. */
export function changeOf(before: SourceDraft, after: SourceDraft): Schemas['SourceChange'] {
  const was = sourceOf(before);
  return Object.fromEntries(
    Object.entries(sourceOf(after)).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(was[field as keyof typeof was]),
    ),
  );
}
