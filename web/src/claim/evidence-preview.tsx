import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Button } from '../parts/button';
import styles from './evidence.module.css';

/** The picture itself. A sensitive one is blurred until it is asked for, by a button that says what it is. */
export function EvidencePreview({ item: { id, description, sensitive } }: { item: Schemas['Evidence'] }) {
  const { t } = useTranslation('claim');
  const [isShown, setShown] = useState(!sensitive);
  const [isUnreadable, setUnreadable] = useState(false);
  if (isUnreadable) return <p className={styles.unreadable}>{t('evidence.noPreview')}</p>;
  const named = description === '' ? t('evidence.picture') : description;
  return (
    <div className={styles.preview}>
      <img
        src={`/api/v1/evidence/${id}/file`}
        alt={isShown ? named : ''}
        className={isShown ? undefined : styles.blurred}
        loading="lazy"
        onError={() => setUnreadable(true)}
      />
      {!isShown && (
        <div className={styles.cover}>
          <Button onPress={() => setShown(true)}>{t('evidence.show', { named })}</Button>
        </div>
      )}
      {sensitive && isShown && <Button onPress={() => setShown(false)}>{t('evidence.blur')}</Button>}
    </div>
  );
}
