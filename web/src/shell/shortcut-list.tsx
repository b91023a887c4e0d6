import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog';
import { useShortcuts } from './shortcuts';
import styles from './shortcut-list.module.css';

/** What the keys do on this page. */
export function ShortcutList({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const { t } = useTranslation();
  const shortcuts = useShortcuts();
  const byKeys = new Map(shortcuts.map((shortcut) => [shortcut.keys, shortcut]));
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onClose={onClose}>
      <dl className={styles.list}>
        {[...byKeys.values()].map(({ keys, label }) => (
          <div key={keys} className={styles.row}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
