import { useTranslation } from 'react-i18next';
import { hooks } from '../api/client';
import { Button } from '../parts/button';
import { Loading, Problem } from '../parts/page';
import { Said, When } from '../parts/words';
import { useHistory, useStatements } from './every';
import { useHistoryWords } from './history-words';
import styles from './lists.module.css';

/** What happened to the claim, event by event, and whether the record of it is whole. */
export function HistoryList({ claimId }: { claimId: string }) {
  const { t } = useTranslation(['claim', 'common']);
  const statements = useStatements(claimId).data ?? [];
  const words = useHistoryWords(
    (id) => statements.find(({ sourceId }) => sourceId === id)?.sourceName ?? '…',
  );
  const history = useHistory(claimId);
  const events = history.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className={styles.box}>
      <Verify claimId={claimId} />
      {history.isPending && <Loading />}
      <Problem error={history.error} />
      <ol className={styles.list}>
        {events.map((event) => (
          <li key={event.id} className={styles.event}>
            <When value={event.at} />
            <span>
              {words(event)} {event.reason !== null && <Said isQuote>{event.reason}</Said>}{' '}
              <small>
                <bdi>{event.actor.name ?? t(`history.by.${event.actor.type}`)}</bdi>
              </small>
            </span>
          </li>
        ))}
      </ol>
      {history.hasNextPage && (
        <div>
          <Button onPress={() => void history.fetchNextPage()} isPending={history.isFetchingNextPage}>
            {t('common:more')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Asks the server to compute the chain of digests again. */
function Verify({ claimId }: { claimId: string }) {
  const { t } = useTranslation('claim');
  const verified = hooks.useQuery(
    'get',
    '/api/v1/claims/{id}/history/verify',
    { params: { path: { id: claimId } } },
    { enabled: false },
  );
  const { data } = verified;
  return (
    <div className={styles.meta}>
      <Button onPress={() => void verified.refetch()} isPending={verified.isFetching}>
        {t('history.verify')}
      </Button>
      <span role="status">
        {data !== undefined &&
          (data.whole
            ? t('history.whole', { count: data.length })
            : t('history.broken', { place: data.brokenAt }))}
      </span>
      <Problem error={verified.error} />
    </div>
  );
}
