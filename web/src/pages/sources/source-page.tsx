import { useTranslation } from 'react-i18next';
import { hooks } from '../../api/client';
import type { Source } from '../../claim/every';
import { Page, Shown } from '../../parts/page';
import { SourceChildren } from './source-children';
import { SourceFacts } from './source-facts';
import { SourceGrades } from './source-grades';
import { SourceRecord } from './source-record';
import { SourceStatements } from './source-statements';
import styles from './sources.module.css';

/** All that the record has of one source. */
export default function SourcePage({ id }: { id: string }) {
  const { t } = useTranslation();
  const source = hooks.useQuery('get', '/api/v1/sources/{id}', { params: { path: { id } } });
  return (
    <Page title={source.data?.name ?? t('nav.sources')}>
      <Shown of={source}>{(data) => <Parts source={data} />}</Shown>
    </Page>
  );
}

function Parts({ source }: { source: Source }) {
  return (
    <div className={styles.parts}>
      <div className={styles.part}>
        <SourceFacts source={source} />
        <SourceStatements id={source.id} />
      </div>
      <div className={styles.part}>
        <SourceRecord id={source.id} />
        <SourceGrades source={source} />
        <SourceChildren id={source.id} />
      </div>
    </div>
  );
}
