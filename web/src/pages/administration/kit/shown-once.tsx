import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../parts/button';
import { TextField } from '../../../parts/fields';
import styles from './form.module.css';

/** What is shown this once, to be taken along. */
export function ShownOnce({ label, value, warning }: { label: string; value: string; warning: string }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Over plain http no page may: then it is marked, to be copied by hand.
      box.current?.querySelector('textarea')?.select();
    }
  };
  return (
    <div className={styles.secret} ref={box}>
      <p>{warning}</p>
      <TextField label={label} value={value} lines={2} isReadOnly />
      <div className={styles.end}>
        <Button variant="primary" onPress={() => void copy()}>
          {t('copy')}
        </Button>
        <span role="status">{isCopied && t('copied')}</span>
      </div>
    </div>
  );
}
