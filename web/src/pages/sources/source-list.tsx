import { useTranslation } from 'react-i18next';
import type { Source } from '../../claim/every';
import { SourceRow } from './source-row';
import styles from './sources.module.css';

const SHOWN_AT_MOST = 200;

/** The sources in which the words stand, by name; the tree is of no help to who knows what they look for. */
export function SourceList({ sources, wanted }: { sources: readonly Source[]; wanted: string }) {
  const { t, i18n } = useTranslation(['sources', 'common']);
  const collator = new Intl.Collator(i18n.language);
  const words = wanted.toLocaleLowerCase();
  const textOf = ({ name, party, kind, country, notes }: Source) =>
    [name, party, t(`common:kind.${kind}`), country, notes].join(' ').toLocaleLowerCase();
  const found = sources
    .filter((source) => textOf(source).includes(words))
    .sort((a, b) => collator.compare(a.name, b.name));
  return (
    <>
      <p role="status" className={styles.soft}>
        {t('sources:found', { count: found.length })}
      </p>
      <ul className={styles.tree}>
        {found.slice(0, SHOWN_AT_MOST).map((source) => (
          <li key={source.id}>
            <SourceRow source={source} />
          </li>
        ))}
      </ul>
      {found.length > SHOWN_AT_MOST && (
        <p className={styles.soft}>{t('sources:narrow', { count: SHOWN_AT_MOST })}</p>
      )}
    </>
  );
}
