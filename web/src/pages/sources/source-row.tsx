import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Source } from '../../claim/every';
import { Said } from '../../parts/words';
import styles from './sources.module.css';

/** A source in one line: who it is, for whom it speaks, and how it is graded. */
export function SourceRow({ source }: { source: Source }) {
  const { t } = useTranslation(['sources', 'common']);
  const { id, name, kind, party, reliability, confidential } = source;
  return (
    <div className={styles.row}>
      <span className={styles.name}>
        <Link href={`/sources/${id}`}>
          <Said>{name}</Said>
        </Link>
        {confidential && <Confidential isHidden={source.nameHidden} />}
      </span>
      <span className={styles.soft}>{t(`common:kind.${kind}`)}</span>
      <span className={styles.soft}>{party !== null && <Said>{party}</Said>}</span>
      <span>
        {reliability !== null && (
          <abbr className={styles.grade} title={t(`common:reliability.${reliability}`)}>
            {reliability}
          </abbr>
        )}
      </span>
    </div>
  );
}

/** That the name is not everybody's to see; or that it is not the reader's. */
export function Confidential({ isHidden }: { isHidden: boolean }) {
  const { t } = useTranslation('sources');
  return <span className={styles.confidential}>{isHidden ? t('nameHidden') : t('confidential')}</span>;
}
