import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { useFormats } from '../i18n';
import type { Stance, Status, CorroborationStatus } from '../parts/words';
import type claim from '../messages/en/claim.json';

type Event = Schemas['Event'];

/** How the fields of a claim are called. */
const FIELDS = {
  text: 'edit.text',
  language: 'head.language',
  topics: 'head.topics',
  eventTime: 'head.eventTime',
  place: 'head.place',
  appearances: 'head.appearances',
  claimantId: 'head.claimant',
  quantity: 'head.quantity',
  priority: 'head.priority',
  dueAt: 'head.due',
  externalId: 'head.externalId',
} as const;
type Word = keyof (typeof claim)['history']['event'];

interface Told {
  from?: unknown;
  to?: unknown;
  statement?: { stance: Stance; sourceId: string };
  changes?: Record<string, unknown>;
}

/** What stands in the sentences. */
type Values = {
  from?: string;
  to?: string;
  source?: string;
  stance?: string;
  fields?: string;
};

/** What happened, as a sentence; what is not known here by the name of its type. */
export function useHistoryWords(nameOfSource: (id: string) => string): (event: Event) => string {
  const { t, i18n } = useTranslation(['claim', 'common']);
  const { list } = useFormats();
  const named = (field: string) => (field in FIELDS ? t(FIELDS[field as keyof typeof FIELDS]) : field);
  return ({ type, data }) => {
    const word = type.replaceAll(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase()) as Word;
    if (!i18n.exists(`claim:history.event.${word}`)) return type;
    const told = (data ?? {}) as Told;
    const values = (): Values => {
      if (data === null) return {};
      if (type === 'claim.transitioned')
        return {
          from: t(`common:status.${told.from as Status}`),
          to: t(`common:status.${told.to as Status}`),
        };
      if (type === 'claim.corroboration-changed') {
        const status = (point: unknown) =>
          t(`common:corroboration.${(point as { status: CorroborationStatus }).status}`);
        return { from: status(told.from), to: status(told.to) };
      }
      if (type === 'statement.recorded' && told.statement !== undefined)
        return {
          source: nameOfSource(told.statement.sourceId),
          stance: t(`common:stance.${told.statement.stance}`),
        };
      if (type === 'claim.updated') return { fields: list(Object.keys(told.changes ?? {}).map(named)) };
      return {};
    };
    const erased = data === null && NEEDS_DATA.has(type);
    return erased ? t('history.erased') : t(`history.event.${word}`, values());
  };
}

const NEEDS_DATA = new Set([
  'claim.transitioned',
  'claim.corroboration-changed',
  'statement.recorded',
  'claim.updated',
]);
