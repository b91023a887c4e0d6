import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session';
import styles from './claims.module.css';
import { type Filter, queryOf } from './filter';

const FORMATS = ['csv', 'ndjson', 'claim-review'] as const;

/** The claims of the filter, all of them, as files. */
export function Exports({ filter }: { filter: Filter }) {
  const { t } = useTranslation('claims');
  const { me } = useSession();
  const asked: Filter = queryOf(filter, me.id);
  const hrefOf = (format: string) =>
    `/api/v1/exports/claims?${new URLSearchParams({ ...asked, format }).toString()}`;
  return (
    <span className={styles.exports}>
      {t('export.label')}
      {FORMATS.map((format) => (
        <a
          key={format}
          href={hrefOf(format)}
          download
          aria-label={t('export.as', { format: t(`export.${format}`) })}
        >
          {t(`export.${format}`)}
        </a>
      ))}
    </span>
  );
}
