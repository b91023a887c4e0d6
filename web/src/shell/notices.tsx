import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button';
import styles from './notices.module.css';

interface Notice {
  id: number;
  text: string;
  kind: 'done' | 'failed';
}

/** What went well need not be sent away by hand; what did not stays. */
const DONE_STAYS_MS = 6000;

let notices: Notice[] = [];
let count = 0;
const watchers = new Set<() => void>();

function change(next: Notice[]): void {
  notices = next;
  watchers.forEach((watch) => watch());
}

function dismiss(id: number): void {
  change(notices.filter((notice) => notice.id !== id));
}

/** Tells the person what came of something they did, where no place on the page shows it. */
export function notify(text: string, kind: Notice['kind'] = 'done'): void {
  count += 1;
  const id = count;
  change([...notices.filter((notice) => notice.text !== text), { id, text, kind }]);
  if (kind === 'done') window.setTimeout(() => dismiss(id), DONE_STAYS_MS);
}

export function Notices() {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(
    (watch) => {
      watchers.add(watch);
      return () => void watchers.delete(watch);
    },
    () => notices,
  );
  return (
    <div className={styles.region} role="status" aria-live="polite">
      {shown.map(({ id, text, kind }) => (
        <div key={id} className={styles.notice} data-kind={kind}>
          <p>{text}</p>
          <Button variant="quiet" onPress={() => dismiss(id)} aria-label={t('dismiss')}>
            ×
          </Button>
        </div>
      ))}
    </div>
  );
}
