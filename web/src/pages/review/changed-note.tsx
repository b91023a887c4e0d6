import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button';
import { Fresh, type Ground } from './citations';
import type { Draft } from './drafts';
import type { Claim } from './work';
import styles from './review.module.css';

/** That the claim is not as it was when the person began; a decision is on what they have looked at. */
export function ChangedNote({
  claim,
  draft,
  ground,
  onSeen,
}: {
  claim: Claim;
  draft: Draft;
  ground: Ground | null;
  onSeen(): void;
}) {
  const { t } = useTranslation('review');
  const hasChanged = claim.version > draft.seenVersion;
  return (
    <div role="status">
      {(hasChanged || ground !== null) && (
        <div className={styles.changed} data-refused={ground !== null || undefined}>
          <p>{ground === null ? t('changed.note') : t('changed.refused')}</p>
          {ground !== null && <Fresh claimId={claim.id} ground={ground} />}
          <Button onPress={onSeen} isDisabled={!hasChanged}>
            {t('changed.seen')}
          </Button>
        </div>
      )}
    </div>
  );
}
