import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hooks, type Schemas } from '../../api/client';
import { useFormats } from '../../i18n';
import { Select } from '../../parts/fields';
import { Empty, Section, Shown } from '../../parts/page';
import { Said } from '../../parts/words';
import { Interval } from './interval';
import { RecordClaims, type Behind } from './record-claims';
import styles from './sources.module.css';

type Tally = Schemas['Tally'];
type Basis = Schemas['SourceRecord']['basis'];
const OUTCOMES = ['agreed', 'disagreed', 'unresolved'] as const;

/** How its statements stand against decided claims. It informs the person who grades; it changes no grade and no vote. */
export function SourceRecord({ id }: { id: string }) {
  const { t } = useTranslation('sources');
  const [basis, setBasis] = useState<Basis>('own');
  const [behind, setBehind] = useState<Behind | null>(null);
  const record = hooks.useQuery('get', '/api/v1/sources/{id}/record', {
    params: { path: { id }, query: { basis } },
  });
  return (
    <Section title={t('record.title')}>
      <p className={styles.soft}>{t('record.about')}</p>
      <Select
        label={t('record.basis')}
        choices={(['own', 'relayed'] as const).map((key) => ({ key, label: t(`record.bases.${key}`) }))}
        value={basis}
        onChange={(key) => setBasis(key)}
      />
      <Shown of={record}>
        {({ total, byTopic, byYear }) =>
          total.agreed + total.disagreed + total.unresolved === 0 ? (
            <Empty>
              <p>{t('record.empty')}</p>
            </Empty>
          ) : (
            <Tallies
              groups={[
                { title: t('record.total'), rows: [{ label: t('record.all'), tally: total, of: {} }] },
                {
                  title: t('record.byTopic'),
                  rows: byTopic.map((tally) => ({ label: tally.topic, tally, of: { topic: tally.topic } })),
                },
                {
                  title: t('record.byYear'),
                  rows: byYear.map((tally) => ({ label: tally.year, tally, of: { year: tally.year } })),
                },
              ]}
              onOpen={setBehind}
            />
          )
        }
      </Shown>
      {behind !== null && (
        <RecordClaims id={id} basis={basis} behind={behind} onClose={() => setBehind(null)} />
      )}
    </Section>
  );
}

interface TalliesProps {
  groups: { title: string; rows: { label: string; tally: Tally; of: Behind['of'] }[] }[];
  onOpen(behind: Behind): void;
}

function Tallies({ groups, onOpen }: TalliesProps) {
  const { t } = useTranslation('sources');
  return (
    <div className={styles.scroll} role="region" aria-label={t('record.numbers')} tabIndex={0}>
      <table className={styles.record}>
        <thead>
          <tr>
            <td />
            {OUTCOMES.map((outcome) => (
              <th key={outcome} scope="col">
                {t(`record.${outcome}`)}
              </th>
            ))}
            <th scope="col">{t('record.share')}</th>
          </tr>
        </thead>
        {groups
          .filter(({ rows }) => rows.length > 0)
          .map(({ title, rows }, index) => (
            <tbody key={title}>
              {index > 0 && (
                <tr>
                  <th scope="rowgroup" colSpan={5} className={styles.group}>
                    {title}
                  </th>
                </tr>
              )}
              {rows.map((row) => (
                <TallyRow key={row.label} {...row} onOpen={onOpen} />
              ))}
            </tbody>
          ))}
      </table>
    </div>
  );
}

type TallyRowProps = TalliesProps['groups'][number]['rows'][number] & { onOpen(behind: Behind): void };

function TallyRow({ label, tally, of, onOpen }: TallyRowProps) {
  const { t } = useTranslation('sources');
  const { number } = useFormats();
  return (
    <tr>
      <th scope="row">
        <Said>{label}</Said>
      </th>
      {OUTCOMES.map((outcome) => (
        <td key={outcome}>
          <button
            type="button"
            className={styles.number}
            aria-label={t('record.open', { count: tally[outcome], outcome: t(`record.${outcome}`), label })}
            onClick={() => onOpen({ outcome, of, label })}
          >
            {number(tally[outcome])}
          </button>
        </td>
      ))}
      <td>
        {tally.share !== null && tally.interval !== null && (
          <button
            type="button"
            className={styles.number}
            onClick={() => onOpen({ outcome: null, of, label })}
          >
            <Interval share={tally.share} interval={tally.interval} />
          </button>
        )}
      </td>
    </tr>
  );
}
