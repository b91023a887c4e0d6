import { useTranslation } from 'react-i18next';
import { hooks, type Schemas } from '../../../api/client';
import { useFormats } from '../../../i18n';
import { LinkButton } from '../../../parts/button';
import { Page, Section, Shown } from '../../../parts/page';
import { Parts } from '../kit/list';
import { ImportRows } from './import-rows';
import styles from './imports.module.css';
import { Progress, StateMark } from './progress';

type Import = Schemas['Import'];
const COUNTS = ['rows', 'created', 'updated', 'unchanged', 'refused', 'warnings'] as const;

/** Its progress is told by the stream; this is for those who lost it. */
const AGAIN_MS = 5000;

export default function ImportPage({ id }: { id: string }) {
  const { t } = useTranslation('administration');
  const one = hooks.useQuery(
    'get',
    '/api/v1/imports/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data?.state === 'running' ? AGAIN_MS : false) },
  );
  return (
    <Page
      title={t('imports.one')}
      actions={<LinkButton href="/administration/imports">{t('imports.back')}</LinkButton>}
    >
      <Shown of={one}>
        {(data) => (
          <>
            <About of={data} />
            <ImportRows of={data} />
          </>
        )}
      </Shown>
    </Page>
  );
}

function About({ of: one }: { of: Import }) {
  const { t } = useTranslation('administration');
  const { moment, number } = useFormats();
  return (
    <Section title={t('imports.about')}>
      <p>
        <StateMark of={one} />
      </p>
      <p>
        <Parts of={[t(`imports.formats.${one.format}`), moment(one.createdAt)]} />
      </p>
      {one.failure !== null && <p className={styles.faults}>{one.failure}</p>}
      <Progress of={one} />
      <dl className={styles.counts}>
        {COUNTS.map((key) => (
          <div key={key}>
            <dt>{t(`imports.count.${key}`)}</dt>
            <dd>{number(one[key])}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
