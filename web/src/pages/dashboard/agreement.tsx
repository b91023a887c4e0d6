import { useTranslation } from 'react-i18next';
import { hooks } from '../../api/client';
import { useFormats } from '../../i18n';
import { Section, Shown } from '../../parts/page';
import styles from './dashboard.module.css';

/** What is thought enough to build on, and what for careful conclusions at the most. */
const SOLID = 0.8;
const TENTATIVE = 0.667;

/** How far reviewers who decided the same claims agree, and what the figure means. */
export function AgreementNote() {
  const { t } = useTranslation('dashboard');
  const formats = useFormats();
  const stats = hooks.useQuery('get', '/api/v1/stats/agreement', {});
  return (
    <Section title={t('agreement.title')}>
      <Shown of={stats}>
        {({ overall: { ordinal } }) =>
          ordinal.alpha === null ? (
            <p className={styles.quiet}>{t('agreement.none')}</p>
          ) : (
            <p>
              <span className={styles.value}>
                {formats.number(ordinal.alpha, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
              </span>{' '}
              {t(
                ordinal.alpha >= SOLID
                  ? 'agreement.solid'
                  : ordinal.alpha >= TENTATIVE
                    ? 'agreement.tentative'
                    : 'agreement.weak',
              )}{' '}
              {t('agreement.of', { count: ordinal.units })}
            </p>
          )
        }
      </Shown>
      <p className={styles.quiet}>{t('agreement.meaning')}</p>
    </Section>
  );
}
