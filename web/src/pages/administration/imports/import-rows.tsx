import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { hooks, type Schemas } from '../../../api/client';
import { Button } from '../../../parts/button';
import { Select } from '../../../parts/fields';
import { Section } from '../../../parts/page';
import { Said } from '../../../parts/words';
import form from '../kit/form.module.css';
import { Listed, Mark, PAGES, Row } from '../kit/list';
import { Refused } from '../kit/refused';
import { downloadRows } from './download-rows';
import styles from './imports.module.css';

type ImportRow = Schemas['ImportRow'];
type Outcome = NonNullable<ImportRow['outcome']>;
const OUTCOMES = ['created', 'updated', 'unchanged', 'refused'] as const satisfies readonly Outcome[];
const KINDS = { created: 'good', updated: 'good', unchanged: undefined, refused: 'bad' } as const;

/** What became of each row, and a file of it to mend the rest with. */
export function ImportRows({ of: { id, refused } }: { of: Schemas['Import'] }) {
  const { t } = useTranslation('administration');
  const [chosen, choose] = useState<'all' | Outcome | null>(null);
  const outcome = chosen ?? (refused > 0 ? 'refused' : 'all');
  const rows = hooks.useInfiniteQuery(
    'get',
    '/api/v1/imports/{id}/rows',
    { params: { path: { id }, query: { limit: 50, ...(outcome !== 'all' && { outcome }) } } },
    PAGES,
  );
  const download = useMutation({ mutationFn: () => downloadRows(id, outcome === 'all' ? null : outcome) });
  return (
    <Section
      title={t('imports.outcomes')}
      actions={
        <div className={form.end}>
          <div className={styles.filter}>
            <Select
              label={t('imports.outcome')}
              isLabelUnseen
              choices={(['all', ...OUTCOMES] as const).map((key) => ({ key, label: t(`imports.by.${key}`) }))}
              value={outcome}
              onChange={(key) => choose(key)}
            />
          </div>
          <Button isPending={download.isPending} onPress={() => download.mutate()}>
            {t('imports.download')}
          </Button>
        </div>
      }
    >
      <Refused error={download.error} />
      <Listed of={rows} label={t('imports.outcomes')} empty={t('imports.noRows')}>
        {(row) => <OutcomeRow key={row.number} row={row} />}
      </Listed>
    </Section>
  );
}

function OutcomeRow({ row }: { row: ImportRow }) {
  const { t } = useTranslation('administration');
  const { number, outcome, externalId, claimId, code, errors, warnings } = row;
  return (
    <Row
      title={t('imports.row', { number })}
      marks={
        <Mark kind={outcome === null ? 'warn' : KINDS[outcome]}>
          {t(outcome === null ? 'imports.waiting' : `imports.by.${outcome}`)}
        </Mark>
      }
      details={externalId === null ? undefined : <Said>{externalId}</Said>}
      actions={claimId !== null && <Link href={`/claims/${claimId}`}>{t('imports.claim')}</Link>}
    >
      {code !== null && (
        <p className={styles.faults}>
          <code>{code}</code>
        </p>
      )}
      {errors.map(({ path, message }, index) => (
        <p key={index} className={styles.faults}>
          <code>{path}</code> <bdi>{message}</bdi>
        </p>
      ))}
      {warnings.map(({ path, message }, index) => (
        <p key={index} className={styles.warnings}>
          {t('imports.warning')} <code>{path}</code> <bdi>{message}</bdi>
        </p>
      ))}
    </Row>
  );
}
