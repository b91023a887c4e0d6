import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useAllSources } from '../../claim/every';
import { Section } from '../../parts/page';
import { Said } from '../../parts/words';
import styles from './sources.module.css';

/** What stands directly below it; nothing where nothing does. */
export function SourceChildren({ id }: { id: string }) {
  const { t } = useTranslation(['sources', 'common']);
  const { data = [] } = useAllSources();
  const children = data.filter(({ parentId }) => parentId === id);
  if (children.length === 0) return null;
  return (
    <Section title={t('sources:children')}>
      <ul className={styles.plain}>
        {children.map((child) => (
          <li key={child.id}>
            <Link href={`/sources/${child.id}`}>
              <Said>{child.name}</Said>
            </Link>{' '}
            <span className={styles.soft}>{t(`common:kind.${child.kind}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
