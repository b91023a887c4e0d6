import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useReviews } from '../../claim/every';
import { notify } from '../../shell/notices';
import { useShortcut } from '../../shell/shortcuts';
import { DecisionForm } from './decision-form';
import { useDraft } from './drafts';
import { HandBacks } from './hand-backs';
import { useLease } from './lease';
import { LeaseBar } from './lease-bar';
import { LostLease } from './lost-lease';
import { Record } from './record';
import { type Assignment, type Claim, useTake } from './work';
import styles from './review.module.css';

/** One screen: what is known of the claim, and beside it what is decided. */
export function Desk({ assignment, claim }: { assignment: Assignment; claim: Claim }) {
  const { t } = useTranslation('review');
  const round = useRound(assignment);
  const lengthMs =
    round === undefined
      ? Date.parse(assignment.expiresAt) - Date.parse(assignment.openedAt)
      : round.leaseSeconds * 1000;
  const lease = useLease(assignment, lengthMs);
  const key = { memberId: assignment.member.id, claimId: claim.id, round: assignment.round };
  const { draft, change, isKept } = useDraft(key, claim);
  useNext(assignment, lease.isLive);
  return (
    <div className={styles.desk}>
      <div className={styles.record}>
        <Record claim={claim} />
      </div>
      <section className={styles.side} aria-label={t('form.title')}>
        <header className={styles.head}>
          <h2>{t('form.title')}</h2>
          {round !== undefined && round.reviews > 1 && (
            <p className={styles.soft}>
              {round.blind
                ? t('work.blind', { count: round.reviews })
                : t('work.open', { count: round.reviews })}
            </p>
          )}
        </header>
        <LeaseBar assignment={assignment} lengthMs={lengthMs} lease={lease} />
        {!lease.isLive && <LostLease assignment={assignment} ended={lease.ended} draft={draft} />}
        <DecisionForm {...{ assignment, claim, lease, draft, change, isKept }} draftKey={key} />
        {lease.isLive && <HandBacks assignment={assignment} lease={lease} />}
      </section>
    </div>
  );
}

function useRound({ claimId, round }: Assignment) {
  return useReviews(claimId).data?.find(({ number }) => number === round);
}

/** `n` takes another claim only when this one is out of hand: nobody should hold two by a slip. */
function useNext({ queueId }: Assignment, isLive: boolean): void {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation();
  const { mutate } = useTake({ stays: true });
  const next = useCallback(() => {
    if (isLive) notify(t('work.inHand'));
    else mutate(queueId);
  }, [isLive, mutate, queueId, t]);
  useShortcut('n', common('keys.next'), next);
}
