import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api, type Schemas } from '../../api/client';
import { useStatements } from '../../claim/every';
import { MomentField, momentOf } from '../../claim/moment-field';
import { QuantityFields, quantityOf } from '../../claim/quantity-fields';
import { changed, faultsOf, Refused } from '../../claim/refused';
import { SourcePicker } from '../../claim/source-picker';
import { useFormats } from '../../i18n';
import { Dialog, Submit } from '../../parts/dialog';
import { Fields, Select, TextField } from '../../parts/fields';
import { textOf } from '../../parts/form';
import { type Stance, STANCE_SIGNS } from '../../parts/words';
import { notify } from '../../shell/notices';
import styles from './claim-page.module.css';

type Given = Schemas['NewStatement'];
const STANCES = Object.keys(STANCE_SIGNS) as Stance[];
const BASES = ['unknown', 'firsthand', 'imagery', 'document', 'intelligence'] as const;
const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const;
const NAMES = [
  'sourceId',
  'stance',
  'saidAt',
  'quote',
  'quoteLanguage',
  'translation',
  'url',
  'reportedById',
  'quantity.min',
  'quantity.max',
  'quantity.unit',
  'basis',
  'basedOnStatementId',
  'basedOnSourceId',
];
type Basis = (typeof BASES)[number] | 'statement' | 'source';

/** What a source said on the claim. */
export function RecordStatement({ claimId, onClose }: { claimId: string; onClose(): void }) {
  const { t } = useTranslation(['claim', 'common']);
  const [sourceId, setSourceId] = useState<string | null>(null);
  const [reportedById, setReportedById] = useState<string | null>(null);
  const [stance, setStance] = useState<Stance>('asserts');
  const [ground, setGround] = useState<Ground>({ basis: 'unknown', statementId: null, sourceId: null });
  const [credibility, setCredibility] = useState<(typeof CREDIBILITIES)[number] | 'none'>('none');
  const record = useMutation({
    mutationFn: (body: Given) =>
      api.POST('/api/v1/claims/{id}/statements', { params: { path: { id: claimId } }, body }),
    onSuccess: async () => {
      notify(t('record.done'));
      onClose();
      await changed(claimId);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = (name: string) => textOf(form, name) || null;
    record.mutate({
      sourceId: sourceId ?? '',
      stance,
      saidAt: momentOf(form, 'saidAt'),
      quote: text('quote'),
      quoteLanguage: text('quoteLanguage'),
      translation: text('translation'),
      url: text('url'),
      reportedById,
      quantity: quantityOf(form),
      credibility: credibility === 'none' ? null : Number(credibility),
      ...groundGiven(ground),
    });
  };
  return (
    <Dialog title={t('record.title')} isOpen onClose={onClose} isWide>
      <Form className={styles.form} onSubmit={submit} validationErrors={faultsOf(record.error)}>
        <Fields>
          <SourcePicker
            name="sourceId"
            label={t('record.source')}
            value={sourceId}
            onChange={(source) => setSourceId(source?.id ?? null)}
            isRequired
          />
          <Select
            name="stance"
            label={t('record.stance')}
            choices={STANCES.map((key) => ({
              key,
              label: `${STANCE_SIGNS[key]} ${t(`common:stance.${key}`)}`,
            }))}
            value={stance}
            onChange={(key) => setStance(key)}
          />
        </Fields>
        <MomentField name="saidAt" label={t('record.saidAt')} />
        <TextField name="quote" label={t('record.quote')} lines={3} />
        <Fields>
          <TextField name="quoteLanguage" label={t('record.quoteLanguage')} hint={t('languageHint')} />
          <TextField name="url" type="url" label={t('record.url')} />
        </Fields>
        <TextField name="translation" label={t('record.translation')} lines={2} />
        <QuantityFields />
        <SourcePicker
          name="reportedById"
          label={t('statement.reportedBy')}
          hint={t('record.reportedByHint')}
          value={reportedById}
          onChange={(source) => setReportedById(source?.id ?? null)}
        />
        <GroundFields claimId={claimId} value={ground} onChange={setGround} />
        <Select
          label={t('record.credibility')}
          choices={[
            { key: 'none', label: t('record.noCredibility') },
            ...CREDIBILITIES.map((key) => ({ key, label: t(`common:credibility.${key}`) })),
          ]}
          value={credibility}
          onChange={(key) => setCredibility(key)}
        />
        <Refused error={record.error} names={NAMES} />
        <Submit onCancel={onClose} isPending={record.isPending}>
          {t('record.do')}
        </Submit>
      </Form>
    </Dialog>
  );
}

/** How the source knows, or whom it only repeats. */
interface Ground {
  basis: Basis;
  statementId: string | null;
  sourceId: string | null;
}

function groundGiven({ basis, statementId, sourceId }: Ground): Partial<Given> {
  if (basis === 'statement') return { basedOnStatementId: statementId };
  return basis === 'source' ? { basedOnSourceId: sourceId } : { basis };
}

function GroundFields({
  claimId,
  value,
  onChange,
}: {
  claimId: string;
  value: Ground;
  onChange(ground: Ground): void;
}) {
  const { t } = useTranslation(['claim', 'common']);
  const formats = useFormats();
  const statements = (useStatements(claimId).data ?? []).filter(({ struckAt }) => struckAt === null);
  const choices = [
    ...BASES.map((key) => ({ key: key, label: t(`common:basis.${key}`) })),
    ...(statements.length > 0 ? [{ key: 'statement' as const, label: t('record.relaysStatement') }] : []),
    { key: 'source' as const, label: t('record.relaysSource') },
  ];
  const named = (statement: Schemas['Statement']) =>
    [
      statement.sourceName,
      t(`common:stance.${statement.stance}`),
      formats.date(statement.saidAt ?? statement.recordedAt),
    ].join(' · ');
  return (
    <Fields>
      <Select
        name="basis"
        label={t('record.basis')}
        choices={choices}
        value={value.basis}
        onChange={(basis) => onChange({ ...value, basis })}
      />
      {value.basis === 'statement' && (
        <Select
          name="basedOnStatementId"
          label={t('record.relayed')}
          choices={statements.map((statement) => ({ key: statement.id, label: named(statement) }))}
          value={value.statementId}
          onChange={(statementId) => onChange({ ...value, statementId })}
        />
      )}
      {value.basis === 'source' && (
        <SourcePicker
          name="basedOnSourceId"
          label={t('record.relayed')}
          value={value.sourceId}
          onChange={(source) => onChange({ ...value, sourceId: source?.id ?? null })}
          isRequired
        />
      )}
    </Fields>
  );
}
