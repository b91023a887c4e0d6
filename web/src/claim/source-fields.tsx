import { useTranslation } from 'react-i18next';
import { ComboBox } from '../parts/combo-box';
import { Checkbox, Fields, Select, TextField } from '../parts/fields';
import { useParties } from './every';
import { SourcePicker } from './source-picker';
import type { Kind, SourceDraft } from './source-draft';

export const KINDS: readonly Kind[] = [
  'government',
  'head_of_state',
  'military',
  'intelligence_service',
  'international_organisation',
  'ngo',
  'company',
  'academic',
  'news_media',
  'news_agency',
  'social_media',
  'person',
  'document',
  'sensor',
  'other',
];

interface SourceFieldsProps {
  draft: SourceDraft;
  onChange(draft: SourceDraft): void;
  /** Also what is seldom known while one enters a claim. */
  isWhole?: boolean;
}

/** What a source is, as fields of a form. */
export function SourceFields({ draft, onChange, isWhole = false }: SourceFieldsProps) {
  const { t } = useTranslation('sources');
  const { t: word } = useTranslation();
  const set = (change: Partial<SourceDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <TextField
        name="name"
        label={t('name')}
        value={draft.name}
        onChange={(name) => set({ name })}
        maxLength={500}
        isRequired
        autoFocus
      />
      <Fields>
        <Select
          name="kind"
          label={t('kind')}
          choices={KINDS.map((key) => ({ key, label: word(`kind.${key}`) }))}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
          placeholder={t('choose')}
          isRequired
        />
        <PartyBox value={draft.party} onChange={(party) => set({ party })} />
      </Fields>
      <Fields>
        <SourcePicker
          name="parentId"
          label={t('parent')}
          hint={t('parentHint')}
          value={draft.parentId}
          onChange={(parent) => set({ parentId: parent?.id ?? null })}
        />
        <TextField
          name="country"
          label={t('country')}
          hint={t('countryHint')}
          value={draft.country}
          onChange={(country) => set({ country })}
          maxLength={2}
        />
      </Fields>
      {isWhole && <MoreFields draft={draft} set={set} />}
      <Checkbox
        name="confidential"
        isSelected={draft.confidential}
        onChange={(confidential) => set({ confidential })}
      >
        {t('confidentialHint')}
      </Checkbox>
      {draft.confidential && (
        <TextField
          name="publicLabel"
          label={t('publicLabel')}
          hint={t('publicLabelHint')}
          value={draft.publicLabel}
          onChange={(publicLabel) => set({ publicLabel })}
          maxLength={500}
          isRequired
        />
      )}
    </>
  );
}

function MoreFields({ draft, set }: { draft: SourceDraft; set(change: Partial<SourceDraft>): void }) {
  const { t } = useTranslation('sources');
  return (
    <>
      <Fields>
        <TextField
          name="wikidataId"
          label={t('wikidata')}
          value={draft.wikidataId}
          onChange={(wikidataId) => set({ wikidataId })}
          placeholder="Q42"
        />
        <TextField
          name="urls"
          label={t('urls')}
          hint={t('urlsHint')}
          value={draft.urls}
          onChange={(urls) => set({ urls })}
          lines={2}
        />
      </Fields>
      <TextField
        name="notes"
        label={t('notes')}
        value={draft.notes}
        onChange={(notes) => set({ notes })}
        lines={3}
        maxLength={10_000}
      />
    </>
  );
}

function PartyBox({ value, onChange }: { value: string | null; onChange(party: string | null): void }) {
  const { t } = useTranslation('sources');
  const { data = [] } = useParties();
  const options = data.map(({ id, name, aliases }) => ({
    id,
    label: name,
    detail: aliases.join(', '),
  }));
  return (
    <ComboBox
      name="party"
      label={t('party')}
      hint={t('partyHint')}
      options={options}
      value={value}
      onChange={onChange}
      takesAnyText
    />
  );
}
