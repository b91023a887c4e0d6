import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import { Fields, Select, TextField } from '../../parts/fields';
import { SourcePicker } from '../../claim/source-picker';
import { SourceForm } from '../../claim/source-form';
import { type Basis, isStatementBegun, type StatementDraft } from './claim-draft';
import { LanguageField } from './language-field';
import { MomentField } from './moment-field';
import { STANCES } from './stances';
import styles from './entry.module.css';

const BASES: readonly Basis[] = ['firsthand', 'imagery', 'document', 'intelligence', 'relayed', 'unknown'];
const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const;

interface StatementFieldsProps {
  statement: StatementDraft;
  onChange(statement: StatementDraft): void;
}

/** Who takes which position on the claim, and in what words. */
export function StatementFields({ statement, onChange }: StatementFieldsProps) {
  const { t } = useTranslation('entry');
  const { t: word } = useTranslation();
  const isBegun = isStatementBegun(statement);
  const set = (change: Partial<StatementDraft>) => onChange({ ...statement, ...change });
  return (
    <>
      <Fields>
        <Speaker
          sourceId={statement.sourceId}
          isRequired={isBegun}
          onChange={(sourceId) => set({ sourceId })}
        />
        <Select
          name="statement.stance"
          label={t('stance')}
          choices={STANCES.map((key) => ({ key, label: word(`stance.${key}`) }))}
          value={statement.stance}
          onChange={(stance) => set({ stance })}
          placeholder={t('choose')}
          isRequired={isBegun}
        />
        <MomentField
          name="statement.saidAt"
          label={t('saidAt')}
          value={statement.saidAt}
          onChange={(saidAt) => set({ saidAt })}
        />
      </Fields>
      <TextField
        name="statement.quote"
        label={t('quote')}
        hint={t('quoteHint')}
        value={statement.quote}
        onChange={(quote) => set({ quote })}
        lines={2}
        maxLength={10_000}
      />
      <Fields>
        <LanguageField
          name="statement.quoteLanguage"
          label={t('quoteLanguage')}
          value={statement.quoteLanguage}
          onChange={(quoteLanguage) => set({ quoteLanguage })}
        />
        <TextField
          type="url"
          name="statement.url"
          label={t('url')}
          hint={t('urlHint')}
          value={statement.url}
          onChange={(url) => set({ url })}
        />
      </Fields>
      <TextField
        name="statement.translation"
        label={t('translation')}
        value={statement.translation}
        onChange={(translation) => set({ translation })}
        lines={2}
        maxLength={10_000}
      />
      <Grounds statement={statement} set={set} />
    </>
  );
}

function Grounds({
  statement,
  set,
}: {
  statement: StatementDraft;
  set(change: Partial<StatementDraft>): void;
}) {
  const { t } = useTranslation('entry');
  const { t: word } = useTranslation();
  return (
    <Fields>
      <SourcePicker
        name="statement.basedOnSourceId"
        label={t('relayOf')}
        hint={t('relayHint')}
        value={statement.basedOnSourceId}
        onChange={(base) => set({ basedOnSourceId: base?.id ?? null })}
      />
      {statement.basedOnSourceId === null && (
        <Select
          name="statement.basis"
          label={t('basis')}
          hint={t('basisHint')}
          choices={BASES.map((key) => ({ key, label: word(`basis.${key}`) }))}
          value={statement.basis}
          onChange={(basis) => set({ basis })}
          placeholder={word('basis.unknown')}
        />
      )}
      <SourcePicker
        name="statement.reportedById"
        label={t('reportedBy')}
        hint={t('reportedByHint')}
        value={statement.reportedById}
        onChange={(reporter) => set({ reportedById: reporter?.id ?? null })}
      />
      <Select
        name="statement.credibility"
        label={t('credibility')}
        hint={t('credibilityHint')}
        choices={CREDIBILITIES.map((key) => ({ key, label: word(`credibility.${key}`) }))}
        value={statement.credibility as (typeof CREDIBILITIES)[number] | null}
        onChange={(credibility) => set({ credibility })}
        placeholder={t('notGraded')}
      />
    </Fields>
  );
}

interface SpeakerProps {
  sourceId: string | null;
  isRequired: boolean;
  onChange(id: string | null): void;
}

/** Whose position it is; one that is not on the record yet is entered without leaving the form. */
function Speaker({ sourceId, isRequired, onChange }: SpeakerProps) {
  const { t } = useTranslation('entry');
  const [named, setNamed] = useState<string | null>(null);
  const close = () => setNamed(null);
  return (
    <div className={styles.speaker}>
      <SourcePicker
        name="statement.sourceId"
        label={t('source')}
        value={sourceId}
        onChange={(source) => onChange(source?.id ?? null)}
        onNew={setNamed}
        isRequired={isRequired}
      />
      <Button onPress={() => setNamed('')}>{t('newSource')}</Button>
      <Dialog title={t('newSource')} isOpen={named !== null} onClose={close}>
        <SourceForm
          named={named ?? ''}
          onCancel={close}
          onEntered={({ id }) => {
            close();
            onChange(id);
          }}
        />
      </Dialog>
    </div>
  );
}
