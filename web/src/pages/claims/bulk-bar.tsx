import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button';
import { BulkDialog } from './bulk-dialog';
import styles from './claims.module.css';
import { type BulkTarget, TARGETS } from './plan';
import type { Selection } from './selection';
import type { Claims } from './use-claims';

/** What may be done with the chosen claims, at the foot of the window while there are any. */
export function BulkBar({ selection, claims }: { selection: Selection; claims: Claims }) {
  const { t } = useTranslation('claims');
  const [to, setTo] = useState<BulkTarget | null>(null);
  const { chosen } = selection;
  if (chosen.size === 0) return null;
  return (
    <>
      <section className={styles.bulk} aria-label={t('bulk.label')}>
        <p role="status">{t('bulk.chosen', { count: chosen.size })}</p>
        {TARGETS.map((target) => (
          <Button key={target} onPress={() => setTo(target)}>
            {t(`bulk.${target}`)} …
          </Button>
        ))}
        <Button variant="quiet" onPress={selection.clear} shortcut="Esc">
          {t('bulk.clear')}
        </Button>
      </section>
      {to !== null && (
        <BulkDialog
          to={to}
          rows={asTheyAre(selection, claims)}
          onMoved={claims.put}
          onClose={(isDone) => {
            setTo(null);
            if (isDone) selection.clear();
          }}
        />
      )}
    </>
  );
}

/** As the list has them now; those it no longer has, as they were chosen. */
function asTheyAre({ chosen }: Selection, { rows }: Claims) {
  const now = new Map(rows.filter(({ id }) => chosen.has(id)).map((row) => [row.id, row]));
  return [...chosen.values()].map((row) => now.get(row.id) ?? row);
}
