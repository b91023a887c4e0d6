import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import { hooks } from '../../api/client';
import { useFormats } from '../../i18n';
import { Button } from '../../parts/button';
import { Select } from '../../parts/fields';
import { Page, Problem, Section } from '../../parts/page';
import { useSession } from '../../session/session';
import { useShortcut } from '../../shell/shortcuts';
import { InHand } from './in-hand';
import { KeptDrafts } from './kept-drafts';
import { chooseQueue, chosenQueue, useTake } from './work';
import styles from './review.module.css';

const ANY = 'any';

/** Where work is taken from, and what is in hand already. */
export default function ReviewPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('nav.review')}>
      <Take />
      <InHand />
      <KeptDrafts />
    </Page>
  );
}

function Take() {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation();
  const [queue, setQueue] = useState(chosenQueue);
  const { mutate, isPending, isSuccess, data, error } = useTake();
  const take = useCallback(() => mutate(chosenQueue()), [mutate]);
  useShortcut('n', common('keys.next'), take);
  useTakeAtOnce(take);
  const choose = (key: string) => {
    const id = key === ANY ? null : key;
    chooseQueue(id);
    setQueue(id);
  };
  return (
    <Section title={t('take.title')}>
      <div className={styles.take}>
        <Button variant="primary" onPress={take} isPending={isPending} shortcut="n">
          {t('take.do')}
        </Button>
        <Select label={t('take.queue')} choices={useQueueChoices()} value={queue ?? ANY} onChange={choose} />
      </div>
      <Problem error={error} />
      {isSuccess && data === null && <p className={styles.soft}>{t('take.nothing')}</p>}
    </Section>
  );
}

/** The address that the key for the next claim leads to takes at once, and each time it is come to anew. */
function useTakeAtOnce(take: () => void): void {
  const search = useSearch();
  const [, go] = useLocation();
  const wasTaken = useRef(false);
  useEffect(() => {
    const isWanted = new URLSearchParams(search).has('take');
    if (isWanted && !wasTaken.current) {
      go('/review', { replace: true });
      take();
    }
    wasTaken.current = isWanted;
  }, [search, go, take]);
}

/** Each queue, with how much waits in it. */
function useQueueChoices() {
  const { t } = useTranslation('review');
  const formats = useFormats();
  const { may } = useSession();
  const queues = hooks.useQuery('get', '/api/v1/queues', { params: { query: { limit: 200 } } });
  const stats = hooks.useQuery('get', '/api/v1/stats/queues', {}, { enabled: may('stats.read') });
  const waiting = new Map(stats.data?.queues.map((one) => [one.queue.id, one.waiting]));
  const named = (queues.data?.items ?? []).map(({ id, name }) => {
    const count = waiting.get(id);
    return {
      key: id,
      label: count === undefined ? name : t('take.waiting', { name, count, number: formats.number(count) }),
    };
  });
  return [{ key: ANY, label: t('take.any') }, ...named];
}
