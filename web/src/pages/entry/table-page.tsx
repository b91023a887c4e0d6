import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hooks } from '../../api/client';
import { useAllSources } from '../../claim/every';
import { Button, LinkButton } from '../../parts/button';
import { Page, Section, Shown } from '../../parts/page';
import { Said } from '../../parts/words';
import { useSession } from '../../session/session';
import { useKept } from './kept';
import { recordRows } from './record-rows';
import { NO_TABLE, Table, type TableDraft } from './table';
import { faultsOf } from './table-row';
import styles from './entry.module.css';

/** Statements on a claim that is there, from a table. */
export function TablePage({ claimId }: { claimId: string }) {
  const { t } = useTranslation('entry');
  const claim = hooks.useQuery('get', '/api/v1/claims/{id}', { params: { path: { id: claimId } } });
  return (
    <Page
      title={t('table.title')}
      actions={<LinkButton href={`/claims/${claimId}`}>{t('entered.open')}</LinkButton>}
    >
      <Shown of={claim}>
        {({ text, language }) => (
          <>
            <p className={styles.said} dir="auto">
              <Said lang={language}>{text}</Said>
            </p>
            <Section title={t('statements')}>
              <Statements claimId={claimId} />
            </Section>
          </>
        )}
      </Shown>
    </Page>
  );
}

function Statements({ claimId }: { claimId: string }) {
  const { t } = useTranslation('entry');
  const { me } = useSession();
  const { data: sources, error } = useAllSources();
  const table = useKept<TableDraft>(`table.${me.id}.${claimId}`, NO_TABLE);
  const [isRecording, setRecording] = useState(false);
  const { rows } = table.value;
  const open = rows.filter(({ outcome }) => outcome?.isDone !== true);
  const good = open.filter((row) => faultsOf(row, sources ?? []).length === 0);
  const record = async () => {
    setRecording(true);
    await recordRows(
      claimId,
      good,
      (key, outcome) =>
        table.change((now) => ({
          rows: now.rows.map((row) => (row.key === key ? { ...row, outcome } : row)),
        })),
      t('table.recorded'),
    );
    setRecording(false);
  };
  return (
    <Table table={table.value} change={table.change}>
      {open.length === 0 ? (
        <div className={styles.ways}>
          <p role="status">{t('table.all', { count: rows.length })}</p>
          <Button onPress={table.forget}>{t('table.another')}</Button>
        </div>
      ) : (
        <div className={styles.ways}>
          <Button
            variant="primary"
            onPress={() => void record()}
            isPending={isRecording}
            isDisabled={good.length === 0 || (sources === undefined && error === null)}
          >
            {t('table.record', { count: good.length })}
          </Button>
        </div>
      )}
    </Table>
  );
}
