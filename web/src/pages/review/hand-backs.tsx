import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { Button } from '../../parts/button';
import { useShortcut } from '../../shell/shortcuts';
import { EndingDialog } from './ending-dialog';
import { DeclineDialog, HandOverDialog, HoldDialog } from './hand-back-dialogs';
import type { LeaseInHand } from './lease';
import type { Assignment } from './work';
import styles from './review.module.css';

const WAYS = [
  { way: 'hold', key: 'w' },
  { way: 'release', key: 'b' },
  { way: 'decline', key: 'x' },
  { way: 'handOver', key: 'p' },
] as const;
type Way = (typeof WAYS)[number]['way'];

interface Part {
  assignment: Assignment;
  lease: LeaseInHand;
}

/** The other things one may do with a claim in hand; each asks first. */
export function HandBacks(part: Part) {
  const { t } = useTranslation('review');
  const [open, setOpen] = useState<Way | null>(null);
  const close = () => setOpen(null);
  return (
    <div className={styles.ways}>
      {WAYS.map(({ way, key }) => (
        <WayButton key={way} way={way} shortcut={key} onOpen={setOpen} />
      ))}
      <HoldDialog {...part} isOpen={open === 'hold'} onClose={close} />
      <EndingDialog
        {...part}
        isOpen={open === 'release'}
        onClose={close}
        way="release"
        send={(_form, target) => api.POST('/api/v1/assignments/{id}/release', target)}
      >
        <p>{t('release.text')}</p>
      </EndingDialog>
      <DeclineDialog {...part} isOpen={open === 'decline'} onClose={close} />
      <HandOverDialog {...part} isOpen={open === 'handOver'} onClose={close} />
    </div>
  );
}

function WayButton({ way, shortcut, onOpen }: { way: Way; shortcut: string; onOpen(way: Way): void }) {
  const { t } = useTranslation('review');
  const label = t(`${way}.do`);
  const open = useCallback(() => onOpen(way), [onOpen, way]);
  useShortcut(shortcut, label, open);
  return (
    <Button variant="quiet" shortcut={shortcut} onPress={open}>
      {label}
    </Button>
  );
}
