import type { Schemas } from '../../api/client';
import type { Source } from '../../claim/every';
import type { Kind } from '../../claim/source-draft';
import { KINDS } from '../../claim/source-fields';
import { requestKey } from '../../claim/request-key';
import type { Stance } from './claim-draft';
import { STANCES } from './stances';

export const COLUMNS = ['source', 'kind', 'party', 'stance', 'saidAt', 'quote', 'language', 'url'] as const;
export type Column = (typeof COLUMNS)[number];

/** A row of the table as it stands now. */
export interface Row {
  /** Names its requests, so that trying again doubles nothing; a row that was changed has another. */
  key: string;
  cells: Record<Column, string>;
  outcome: { isDone: boolean; text: string } | null;
}

export type Fault = 'source' | 'kind' | 'stance' | 'saidAt' | 'language' | 'url';

/** The words of the languages of the desk for stances and kinds, beside the names of the API. */
export type Words = (kind: 'stance' | 'kind', key: string) => string[];

const plain = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleLowerCase();

export function sourceNamed(sources: readonly Source[], name: string): Source | undefined {
  const wanted = plain(name);
  return sources.find((source) => plain(source.name) === wanted);
}

export function newRow(cells: Partial<Record<Column, string>>, words: Words): Row {
  const cell = (column: Column) => (cells[column] ?? '').trim();
  return {
    key: requestKey(),
    outcome: null,
    cells: {
      source: cell('source'),
      kind: keyOf(KINDS, 'kind', cell('kind'), words),
      party: cell('party'),
      stance: keyOf(STANCES, 'stance', cell('stance'), words),
      saidAt: momentIn(cell('saidAt')) ?? cell('saidAt'),
      quote: cell('quote'),
      language: cell('language'),
      url: cell('url'),
    },
  };
}

/** The name of the API for a word; a word that is none stays as it is. */
function keyOf(keys: readonly string[], of: 'stance' | 'kind', text: string, words: Words): string {
  const wanted = plain(text).replace(/_/g, ' ');
  const found = keys.find((key) =>
    [key.replace(/_/g, ' '), ...words(of, key)].some((word) => plain(word) === wanted),
  );
  return found ?? text;
}

/** Days as people write them that can be read in one way only, and moments; a time alone is of the reader's clock. */
function momentIn(text: string): string | null {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const day = dotted === null ? text : [dotted[3], pad(dotted[2]!), pad(dotted[1]!)].join('-');
  if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return Number.isNaN(Date.parse(day)) ? null : day;
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)) return null;
  const moment = new Date(text.replace(' ', 'T'));
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

const pad = (digits: string) => digits.padStart(2, '0');

function isUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:/i.test(text);
}

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** What must be mended before the row can be recorded. */
export function faultsOf({ cells }: Row, sources: readonly Source[]): Fault[] {
  const { source, kind, stance, saidAt, language, url } = cells;
  const faults: Fault[] = [];
  if (source.trim() === '') faults.push('source');
  else if (sourceNamed(sources, source) === undefined && !KINDS.includes(kind as Kind)) faults.push('kind');
  if (!STANCES.includes(stance as Stance)) faults.push('stance');
  if (saidAt.trim() !== '' && momentIn(saidAt.trim()) === null) faults.push('saidAt');
  if (language.trim() !== '' && !isLanguage(language.trim())) faults.push('language');
  if (url.trim() !== '' && !isUrl(url.trim())) faults.push('url');
  return faults;
}

export function statementOf({ cells }: Row, sourceId: string): Schemas['NewStatement'] {
  const orNull = (text: string) => text.trim() || null;
  return {
    sourceId,
    stance: cells.stance as Stance,
    saidAt: momentIn(cells.saidAt.trim()),
    quote: orNull(cells.quote),
    quoteLanguage: orNull(cells.language),
    url: orNull(cells.url),
  };
}

export function newSourceOf({ cells }: Row): Schemas['NewSource'] {
  const party = cells.party.trim() || null;
  return { name: cells.source.trim(), kind: cells.kind as Kind, party, confidential: false };
}
