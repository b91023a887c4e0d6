import { useTranslation } from 'react-i18next';
import { useServerNow } from '../../api/clock';
import { useFormats } from '../../i18n';
import { Button } from '../../parts/button';
import { Problem } from '../../parts/page';
import { type LeaseInHand, useAskWhenOver, warnsWithin } from './lease';
import type { Assignment } from './work';
import styles from './review.module.css';

/** How much time is left, and a warning before it ends. It is heard only when it matters. */
export function LeaseBar({
  assignment,
  lengthMs,
  lease,
}: {
  assignment: Assignment;
  lengthMs: number;
  lease: LeaseInHand;
}) {
  const { t } = useTranslation('review');
  const formats = useFormats();
  const now = useServerNow(1000);
  const remaining = Date.parse(assignment.expiresAt) - now;
  useAskWhenOver(assignment, remaining, lease.isLive);
  const isHeld = assignment.state === 'held';
  const isWarning = lease.isLive && !isHeld && remaining <= warnsWithin(lengthMs);
  return (
    <div
      className={styles.lease}
      data-warning={isWarning || undefined}
      data-lost={!lease.isLive || undefined}
    >
      {lease.isLive && (
        <p className={styles.remaining}>
          {isHeld ? (
            t('lease.held', { until: formats.moment(assignment.expiresAt) })
          ) : (
            <>
              {t('lease.remaining')}{' '}
              <span role="timer" aria-label={t('lease.remaining')} className={styles.clock}>
                {clock(remaining)}
              </span>
            </>
          )}
        </p>
      )}
      <p role="status" className={isWarning ? undefined : 'unseen'}>
        {isWarning && t('lease.warning')}
      </p>
      {(isWarning || (isHeld && lease.isLive)) && (
        <Button onPress={lease.renew} isPending={lease.isRenewing}>
          {isHeld ? t('lease.resume') : t('lease.goOn')}
        </Button>
      )}
      {lease.isLive && <Problem error={lease.error} onRetry={lease.renew} />}
    </div>
  );
}

/** Minutes and seconds, with hours where there are any. */
function clock(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? `${part}` : `${part}`.padStart(2, '0'))).join(':');
}
