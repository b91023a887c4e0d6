import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, type Language, LANGUAGES } from '../../i18n';
import { Page } from '../../parts/page';
import styles from './entrance.module.css';

/** A page for somebody who is not signed in yet. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  const { t, i18n } = useTranslation();
  return (
    <main className={styles.entrance}>
      <p className={styles.brand}>Second Source</p>
      <div className={styles.card}>
        <Page title={title}>{children}</Page>
      </div>
      <nav className={styles.languages} aria-label={t('account.language')}>
        {Object.entries(LANGUAGES).map(([key, name]) => (
          <button
            key={key}
            type="button"
            lang={key}
            aria-pressed={i18n.language === key}
            onClick={() => void chooseLanguage(key as Language)}
          >
            {name}
          </button>
        ))}
      </nav>
    </main>
  );
}
