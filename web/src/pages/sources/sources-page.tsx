import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { useAllSources } from '../../claim/every';
import { LinkButton } from '../../parts/button';
import { TextField } from '../../parts/fields';
import { Empty, Page, Section, Shown } from '../../parts/page';
import { useSession } from '../../session/session';
import { Parties } from './parties';
import { SourceList } from './source-list';
import { SourceTree } from './source-tree';
import styles from './sources.module.css';

/** Who speaks on the record: the sources as a tree, and the parties they speak for. */
export default function SourcesPage() {
  const { t } = useTranslation(['sources', 'common']);
  const { may } = useSession();
  const [params] = useSearchParams();
  const isOfParties = params.get('view') === 'parties';
  return (
    <Page
      title={t('common:nav.sources')}
      actions={
        may('source.create') && (
          <LinkButton href="/sources/new" variant="primary">
            {t('sources:new')}
          </LinkButton>
        )
      }
    >
      <nav className={styles.views} aria-label={t('sources:views')}>
        <Link href="/sources" aria-current={isOfParties ? undefined : 'page'}>
          {t('sources:tree')}
        </Link>
        <Link href="/sources?view=parties" aria-current={isOfParties ? 'page' : undefined}>
          {t('sources:parties.title')}
        </Link>
      </nav>
      {isOfParties ? <Parties /> : <Sources />}
    </Page>
  );
}

function Sources() {
  const { t } = useTranslation('sources');
  const all = useAllSources();
  const [wanted, setWanted] = useState('');
  return (
    <Section title={t('tree')}>
      <TextField
        label={t('search')}
        hint={t('searchHint')}
        value={wanted}
        onChange={setWanted}
        type="search"
      />
      <Shown of={all}>
        {(sources) =>
          sources.length === 0 ? (
            <Empty>
              <p>{t('empty')}</p>
            </Empty>
          ) : wanted.trim() === '' ? (
            <SourceTree sources={sources} />
          ) : (
            <SourceList sources={sources} wanted={wanted.trim()} />
          )
        }
      </Shown>
    </Section>
  );
}
