import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type Source, useAllSources } from '../../claim/every';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import { Section } from '../../parts/page';
import { Outside, Said } from '../../parts/words';
import { useSession } from '../../session/session';
import { Confidential } from './source-row';
import { SourceEditor } from './source-editor';
import styles from './sources.module.css';

/** What it is, for whom it speaks, and where it stands in the tree. */
export function SourceFacts({ source }: { source: Source }) {
  const { t } = useTranslation(['sources', 'common']);
  const { may } = useSession();
  const [isOpen, setOpen] = useState(false);
  const { data = [] } = useAllSources();
  const parent = data.find(({ id }) => id === source.parentId);
  // Who may not see the name may not change what stands behind it either.
  const isMine = may('source.amend') && !source.nameHidden;
  return (
    <Section
      title={t('sources:facts')}
      actions={isMine && <Button onPress={() => setOpen(true)}>{t('sources:edit')}</Button>}
    >
      {source.confidential && <Confidential isHidden={source.nameHidden} />}
      <dl className={styles.facts}>
        <Fact name={t('sources:kind')}>{t(`common:kind.${source.kind}`)}</Fact>
        <Fact name={t('sources:party')}>{source.party !== null && <Said>{source.party}</Said>}</Fact>
        <Fact name={t('sources:parent')}>
          {source.parentId !== null && (
            <Link href={`/sources/${source.parentId}`}>
              <Said>{parent?.name ?? '…'}</Said>
            </Link>
          )}
        </Fact>
        <More source={source} />
      </dl>
      <Dialog title={t('sources:edit')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <SourceEditor source={source} onClose={() => setOpen(false)} />
      </Dialog>
    </Section>
  );
}

function More({ source }: { source: Source }) {
  const { t, i18n } = useTranslation('sources');
  return (
    <>
      <Fact name={t('country')}>{source.country !== null && countryOf(source.country, i18n.language)}</Fact>
      {source.confidential && !source.nameHidden && (
        <Fact name={t('publicLabel')}>
          {source.publicLabel !== null && <Said>{source.publicLabel}</Said>}
        </Fact>
      )}
      <Fact name={t('wikidata')}>
        {source.wikidataId !== null && (
          <Outside href={`https://www.wikidata.org/wiki/${encodeURIComponent(source.wikidataId)}`}>
            {source.wikidataId}
          </Outside>
        )}
      </Fact>
      <Fact name={t('urls')}>
        {source.urls.length > 0 && (
          <ul className={styles.plain}>
            {source.urls.map((url) => (
              <li key={url}>
                <Outside href={url} />
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact name={t('notes')}>
        {source.notes !== '' && (
          <p className={styles.notes} dir="auto">
            {source.notes}
          </p>
        )}
      </Fact>
    </>
  );
}

function countryOf(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Left out where it is not known. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === false) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
