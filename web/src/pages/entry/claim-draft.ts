import type { Schemas } from '../../api/client';
import { momentOf, NO_MOMENT, type Moment } from './moment';

export type Stance = Schemas['NewStatement']['stance'];
export type Basis = NonNullable<Schemas['NewStatement']['basis']>;

/** The first statement as it is typed. */
export interface StatementDraft {
  sourceId: string | null;
  stance: Stance | null;
  saidAt: Moment;
  quote: string;
  quoteLanguage: string;
  translation: string;
  url: string;
  reportedById: string | null;
  basis: Basis | null;
  basedOnSourceId: string | null;
  credibility: string | null;
}

export interface ClaimDraft {
  text: string;
  language: string;
  topics: string;
  eventTime: Moment;
  place: string;
  appearances: { url: string; publishedAt: Moment }[];
  claimantId: string | null;
  min: string;
  max: string;
  unit: string;
  priority: string;
  due: Moment;
  isTable: boolean;
  statement: StatementDraft;
  /** What was sent last and under which name: the same again is sent under the same. */
  sent: { body: string; key: string } | null;
}

export const NO_STATEMENT: StatementDraft = {
  sourceId: null,
  stance: null,
  saidAt: NO_MOMENT,
  quote: '',
  quoteLanguage: '',
  translation: '',
  url: '',
  reportedById: null,
  basis: null,
  basedOnSourceId: null,
  credibility: null,
};

export function noClaim(language: string): ClaimDraft {
  return {
    text: '',
    language,
    topics: '',
    eventTime: NO_MOMENT,
    place: '',
    appearances: [],
    claimantId: null,
    min: '',
    max: '',
    unit: '',
    // As the API takes it when nothing is said.
    priority: '4',
    due: NO_MOMENT,
    isTable: false,
    statement: NO_STATEMENT,
    sent: null,
  };
}

const orNull = (text: string) => text.trim() || null;
const numberOf = (text: string) => (text.trim() === '' ? null : Number(text));

export function isStatementBegun(statement: StatementDraft): boolean {
  return JSON.stringify(statement) !== JSON.stringify(NO_STATEMENT);
}

/** What the API is given of it. */
export function claimOf(draft: ClaimDraft): Schemas['NewClaim'] {
  const { statement } = draft;
  return {
    text: draft.text.trim(),
    language: draft.language.trim(),
    topics: draft.topics
      .split(/[,،;\n]/)
      .map((topic) => topic.trim())
      .filter((topic) => topic !== ''),
    eventTime: momentOf(draft.eventTime),
    place: orNull(draft.place),
    appearances: draft.appearances
      .filter(({ url }) => url.trim() !== '')
      .map(({ url, publishedAt }) => ({ url: url.trim(), publishedAt: momentOf(publishedAt) })),
    claimantId: draft.claimantId,
    quantity:
      draft.unit.trim() === '' && draft.min === '' && draft.max === ''
        ? null
        : { min: numberOf(draft.min), max: numberOf(draft.max), unit: draft.unit.trim() },
    priority: Number(draft.priority),
    dueAt: draft.due.date === '' ? null : momentOf({ time: '23:59', ...withTime(draft.due) }),
    ...(!draft.isTable && isStatementBegun(statement) && { statement: statementOf(statement) }),
  };
}

function withTime({ date, time }: Moment): { date: string; time?: string } {
  return time === '' ? { date } : { date, time };
}

function statementOf(draft: StatementDraft): Schemas['NewStatement'] {
  return {
    sourceId: draft.sourceId!,
    stance: draft.stance!,
    saidAt: momentOf(draft.saidAt),
    quote: orNull(draft.quote),
    quoteLanguage: orNull(draft.quoteLanguage),
    translation: orNull(draft.translation),
    url: orNull(draft.url),
    reportedById: draft.reportedById,
    basis: draft.basedOnSourceId === null ? draft.basis : null,
    basedOnSourceId: draft.basedOnSourceId,
    credibility: draft.credibility === null ? null : Number(draft.credibility),
  };
}
