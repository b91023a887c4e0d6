import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button';
import { Empty, Shown } from '../parts/page';
import { useSession } from '../session/session';
import { AddEvidence } from './add-evidence';
import { EvidenceItem } from './evidence-item';
import { useEvidence } from './every';
import styles from './evidence.module.css';

/** What bears on the claim, with previews; and the way to add to it. */
export function EvidenceList({ claimId }: { claimId: string }) {
  const { t } = useTranslation('claim');
  const { may } = useSession();
  const evidence = useEvidence(claimId);
  const [isAdding, setAdding] = useState(false);
  return (
    <div className={styles.evidence}>
      <Shown of={evidence}>
        {(items) =>
          items.length === 0 ? (
            <Empty>
              <p>{t('evidence.empty')}</p>
            </Empty>
          ) : (
            <ul className={styles.list}>
              {items.map((item) => (
                <EvidenceItem key={item.id} item={item} />
              ))}
            </ul>
          )
        }
      </Shown>
      {may('evidence.add') && (
        <div>
          <Button onPress={() => setAdding(true)}>{t('evidence.add')}</Button>
        </div>
      )}
      {isAdding && <AddEvidence claimId={claimId} onClose={() => setAdding(false)} />}
    </div>
  );
}
