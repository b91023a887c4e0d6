import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button';
import { Fields, Select, TextField } from '../../parts/fields';
import { Section } from '../../parts/page';
import { SourcePicker } from '../../claim/source-picker';
import type { ClaimDraft } from './claim-draft';
import { LanguageField } from './language-field';
import { MomentField } from './moment-field';
import { NO_MOMENT } from './moment';
import styles from './entry.module.css';

export interface Draft {
  draft: ClaimDraft;
  set(change: Partial<ClaimDraft>): void;
}

/** The claim itself. */
export function ClaimText({ draft, set }: Draft) {
  const { t } = useTranslation('entry');
  return (
    <Section title={t('claim')}>
      <TextField
        name="text"
        label={t('text')}
        hint={t('textHint')}
        value={draft.text}
        onChange={(text) => set({ text })}
        lines={3}
        maxLength={10_000}
        isRequired
      />
      <Fields>
        <LanguageField
          name="language"
          label={t('language')}
          value={draft.language}
          onChange={(language) => set({ language })}
          isRequired
        />
        <TextField
          name="topics"
          label={t('topics')}
          hint={t('topicsHint')}
          value={draft.topics}
          onChange={(topics) => set({ topics })}
        />
      </Fields>
      <Appearances draft={draft} set={set} />
    </Section>
  );
}

function Appearances({ draft, set }: Draft) {
  const { t } = useTranslation('entry');
  const { appearances } = draft;
  const change = (index: number, by: Partial<ClaimDraft['appearances'][number]>) =>
    set({ appearances: appearances.map((one, i) => (i === index ? { ...one, ...by } : one)) });
  return (
    <div className={styles.stack} role="group" aria-label={t('appearances')}>
      {appearances.map(({ url, publishedAt }, index) => (
        <div key={index} className={styles.appearance}>
          <TextField
            type="url"
            name={`appearances.${index}.url`}
            label={t('appearance', { number: index + 1 })}
            value={url}
            onChange={(next) => change(index, { url: next })}
          />
          <MomentField
            name={`appearances.${index}.publishedAt`}
            label={t('publishedAt')}
            value={publishedAt}
            onChange={(next) => change(index, { publishedAt: next })}
          />
          <Button
            variant="quiet"
            onPress={() => set({ appearances: appearances.filter((_, i) => i !== index) })}
            aria-label={t('removeAppearance', { number: index + 1 })}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          onPress={() => set({ appearances: [...appearances, { url: '', publishedAt: NO_MOMENT }] })}
          isDisabled={appearances.length >= 50}
        >
          {t('addAppearance')}
        </Button>
      </div>
    </div>
  );
}

const PRIORITIES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** What it is about, and how soon it is wanted. */
export function ClaimDetails({ draft, set }: Draft) {
  const { t } = useTranslation('entry');
  return (
    <Section title={t('details')}>
      <Fields>
        <MomentField
          name="eventTime"
          label={t('eventTime')}
          value={draft.eventTime}
          onChange={(eventTime) => set({ eventTime })}
        />
        <TextField
          name="place"
          label={t('place')}
          value={draft.place}
          onChange={(place) => set({ place })}
          maxLength={500}
        />
      </Fields>
      <SourcePicker
        name="claimantId"
        label={t('claimant')}
        hint={t('claimantHint')}
        value={draft.claimantId}
        onChange={(claimant) => set({ claimantId: claimant?.id ?? null })}
      />
      <Quantity draft={draft} set={set} />
      <Fields>
        <Select
          name="priority"
          label={t('priority')}
          choices={PRIORITIES.map((key) => ({ key, label: t(`priorities.${key}`) }))}
          value={draft.priority as (typeof PRIORITIES)[number]}
          onChange={(priority) => set({ priority })}
        />
        <MomentField name="dueAt" label={t('due')} value={draft.due} onChange={(due) => set({ due })} />
      </Fields>
    </Section>
  );
}

function Quantity({ draft, set }: Draft) {
  const { t } = useTranslation('entry');
  const isBegun = draft.min !== '' || draft.max !== '' || draft.unit !== '';
  return (
    <div className={styles.quantity} role="group" aria-label={t('quantity')}>
      <TextField
        type="number"
        name="quantity.min"
        label={t('min')}
        value={draft.min}
        onChange={(min) => set({ min })}
      />
      <TextField
        type="number"
        name="quantity.max"
        label={t('max')}
        value={draft.max}
        onChange={(max) => set({ max })}
      />
      <TextField
        name="quantity.unit"
        label={t('unit')}
        value={draft.unit}
        onChange={(unit) => set({ unit })}
        maxLength={100}
        isRequired={isBegun}
      />
    </div>
  );
}
