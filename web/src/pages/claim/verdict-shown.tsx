import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { Section } from '../../parts/page';
import { CorroborationBadge, RatingBadge, When } from '../../parts/words';
import styles from './claim-page.module.css';

/** The verdict that stands, with why. */
export function VerdictShown({ verdict }: { verdict: Schemas['Verdict'] }) {
  const { t } = useTranslation(['claim', 'common']);
  return (
    <Section title={t('verdict.title')}>
      <p className={styles.badges}>
        <RatingBadge rating={verdict.rating} />
        <span className={styles.quiet}>
          {t('head.confidence', { confidence: t(`common:confidence.${verdict.confidence}`) })}
        </span>
        <span className={styles.quiet}>
          {t('verdict.at')} <When value={verdict.decidedAt} />
        </span>
        <span className={styles.quiet}>{t('verdict.then')}</span>
        <CorroborationBadge status={verdict.corroboration} />
        {verdict.selfReviewed && <span className={styles.quiet}>{t('verdict.selfReviewed')}</span>}
      </p>
      <p className={styles.rationale} dir="auto">
        {verdict.rationale}
      </p>
      {verdict.overrideReason !== null && (
        <p>
          {t('reviews.override')} <bdi>{verdict.overrideReason}</bdi>
        </p>
      )}
    </Section>
  );
}
