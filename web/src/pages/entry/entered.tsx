import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { Button, LinkButton } from '../../parts/button';
import { Page, Section } from '../../parts/page';
import { CorroborationBadge, Said, StatusBadge } from '../../parts/words';
import styles from './entry.module.css';

/** That it is on the record, and where to go from here. */
export function Entered({ claim, onAnother }: { claim: Schemas['SubmittedClaim']; onAnother(): void }) {
  const { t } = useTranslation('entry');
  return (
    <Page title={t('entered.title')}>
      <Section title={t('claim')}>
        <p className={styles.said} dir="auto">
          <Said lang={claim.language}>{claim.text}</Said>
        </p>
        <p className={styles.ways}>
          <StatusBadge status={claim.status} />
          <CorroborationBadge status={claim.corroboration.status} />
        </p>
        <div className={styles.ways}>
          <LinkButton href={`/claims/${claim.id}`} variant="primary">
            {t('entered.open')}
          </LinkButton>
          <Button onPress={onAnother}>{t('entered.another')}</Button>
          <LinkButton href={`/claims/new?claimId=${claim.id}`}>{t('entered.table')}</LinkButton>
        </div>
      </Section>
    </Page>
  );
}
