import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { useFormats } from '../i18n';
import { Empty, Shown } from '../parts/page';
import { RatingBadge, Said, When } from '../parts/words';
import { useReviews } from './every';
import styles from './lists.module.css';

/** The rounds of review, the newest first, as far as whoever looks may see them. */
export function ReviewsList({ claimId }: { claimId: string }) {
  const { t } = useTranslation('claim');
  const reviews = useReviews(claimId);
  return (
    <Shown of={reviews}>
      {(rounds) =>
        rounds.length === 0 ? (
          <Empty>
            <p>{t('reviews.empty')}</p>
          </Empty>
        ) : (
          <ol className={styles.list} reversed>
            {[...rounds]
              .sort((a, b) => b.number - a.number)
              .map((round) => (
                <Round key={round.id} round={round} />
              ))}
          </ol>
        )
      }
    </Shown>
  );
}

function Round({ round }: { round: Schemas['ReviewRound'] }) {
  const { t } = useTranslation('claim');
  const { number, state, blind, reviews, openedAt, slots, adjudication } = round;
  return (
    <li className={styles.round}>
      <h3>{t('reviews.round', { number })}</h3>
      <p className={styles.meta}>
        <span>{t(`reviews.state.${state}`)}</span>
        <span>{t('reviews.needed', { count: reviews })}</span>
        {blind && <span>{t('reviews.blind')}</span>}
        <span>
          {t('reviews.openedAt')} <When value={openedAt} />
        </span>
      </p>
      <ul className={styles.slots}>
        {slots.map((slot) => (
          <Slot key={slot.number} slot={slot} />
        ))}
      </ul>
      {adjudication !== null && (
        <div>
          <h4>{t('reviews.adjudication')}</h4>
          <Judgement by={adjudication.by} at={adjudication.decidedAt} content={adjudication} />
        </div>
      )}
    </li>
  );
}

function Slot({ slot: { number, state, assignments } }: { slot: Schemas['ReviewSlot'] }) {
  const { t } = useTranslation(['claim', 'common']);
  return (
    <li>
      {t('reviews.slot', { number })}: {t(`reviews.slotState.${state}`)}
      {assignments.map((turn) => (
        <div key={turn.id}>
          {turn.decision === null ? (
            <p className={styles.meta}>
              <bdi>{turn.member.name ?? '…'}</bdi> <span>{t(`common:assignment.${turn.state}`)}</span>{' '}
              <When value={turn.endedAt ?? turn.openedAt} />
            </p>
          ) : (
            <Judgement by={turn.member} at={turn.decision.decidedAt} content={turn.decision.content} />
          )}
        </div>
      ))}
    </li>
  );
}

interface JudgementProps {
  by: Schemas['Holder'];
  at: string;
  content: Pick<Schemas['DecisionContent'], 'rating' | 'confidence' | 'rationale' | 'overrideReason'> | null;
}

/** What somebody decided and why; of a round that is blind still, only that they did. */
export function Judgement({ by, at, content }: JudgementProps) {
  const { t } = useTranslation(['claim', 'common']);
  const formats = useFormats();
  return (
    <div>
      <p className={styles.meta}>
        <bdi>{by.name ?? '…'}</bdi>
        {content === null ? (
          <span>{t('reviews.unseen')}</span>
        ) : (
          <>
            <RatingBadge rating={content.rating} />
            <span>{t('head.confidence', { confidence: t(`common:confidence.${content.confidence}`) })}</span>
          </>
        )}
        <time dateTime={at}>{formats.moment(at)}</time>
      </p>
      {content !== null && (
        <p className={styles.rationale}>
          <Said>{content.rationale}</Said>
        </p>
      )}
      {content?.overrideReason != null && (
        <p>
          {t('reviews.override')} <Said>{content.overrideReason}</Said>
        </p>
      )}
    </div>
  );
}
