import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { useFormats } from '../i18n';
import { Shown } from '../parts/page';
import { CorroborationBadge, RatingBadge, Said, StanceMark, StatusBadge, When } from '../parts/words';
import { useTimeline } from './every';
import { Tracks } from './timeline-tracks';
import styles from './claim-timeline.module.css';

type Item = Schemas['TimelineItem'];

/** What was said when, against when it was known here. */
export function ClaimTimeline({ claimId }: { claimId: string }) {
  const timeline = useTimeline(claimId);
  return (
    <Shown of={timeline}>
      {(items) => (
        <div className={styles.timeline}>
          <Tracks items={items} />
          <Table items={items} />
        </div>
      )}
    </Shown>
  );
}

function Table({ items }: { items: Item[] }) {
  const { t } = useTranslation('claim');
  return (
    <table className={styles.table}>
      <caption className="unseen">{t('timeline.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('timeline.recorded')}</th>
          <th scope="col">{t('timeline.said')}</th>
          <th scope="col">{t('timeline.what')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.eventId} data-kind={item.kind}>
            <td data-label={t('timeline.recorded')}>
              <When value={item.recordedAt} />
            </td>
            <td data-label={item.saidAt === null ? undefined : t('timeline.said')}>
              {item.saidAt !== null && <SaidWhen said={item.saidAt} recorded={item.recordedAt} />}
            </td>
            <td>
              <What item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const DAY = 24 * 60 * 60_000;

/** With how much later it was known, where that is more than a day. */
function SaidWhen({ said, recorded }: { said: string; recorded: string }) {
  const { t } = useTranslation('claim');
  const formats = useFormats();
  const later = new Date(recorded).getTime() - new Date(said).getTime();
  return (
    <>
      <When value={said} />
      {later > DAY && <small>{t('timeline.later', { length: formats.length(later) })}</small>}
    </>
  );
}

function What({ item }: { item: Item }) {
  const { t } = useTranslation('claim');
  const { kind, statement, corroboration, status, verdict, actor, reason } = item;
  return (
    <>
      {kind === 'entry' && t('timeline.entered')}
      {statement !== null && (
        <>
          {kind === 'strike' && `${t('timeline.struck')} `}
          <Said>{statement.sourceName}</Said> <StanceMark stance={statement.stance} />
          {statement.quote !== null && kind === 'statement' && (
            <>
              {' '}
              <Said isQuote lang={statement.quoteLanguage}>
                {statement.quote}
              </Said>
            </>
          )}
        </>
      )}
      {corroboration !== null && (
        <span className={styles.step}>
          <CorroborationBadge status={corroboration.from.status} /> <span aria-hidden="true">→</span>{' '}
          <span className="unseen">{t('timeline.becomes')}</span>
          <CorroborationBadge status={corroboration.to.status} />
          <small>
            {t('timeline.votes', { support: corroboration.to.support, oppose: corroboration.to.oppose })}
          </small>
        </span>
      )}
      {status !== null && (
        <span className={styles.step}>
          <StatusBadge status={status.from} /> <span aria-hidden="true">→</span>{' '}
          <span className="unseen">{t('timeline.becomes')}</span>
          <StatusBadge status={status.to} />
          {verdict !== null && <RatingBadge rating={verdict.rating} />}
        </span>
      )}
      {item.erased && t('history.erased')}
      {reason !== null && (
        <>
          {' '}
          <Said>{reason}</Said>
        </>
      )}
      {kind !== 'corroboration' && <small> {actor.name ?? t(`history.by.${actor.type}`)}</small>}
    </>
  );
}
