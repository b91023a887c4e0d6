import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, hooks, queries, type Schemas } from '../../api/client';
import { useFormats } from '../../i18n';
import { Button } from '../../parts/button';
import { Problem, Shown } from '../../parts/page';
import styles from './account.module.css';
import { browserOf } from './browser-of';

type Session = Schemas['ListedSession'];
const SESSIONS = '/api/v1/sessions';

/** Where I am signed in, this window first. */
export function SessionList() {
  const { t } = useTranslation('account');
  const sessions = hooks.useQuery('get', SESSIONS, {}, { staleTime: 0 });
  return (
    <Shown of={sessions}>
      {({ items }) => (
        <ul className={styles.sessions} aria-label={t('sessions.title')}>
          {items
            .toSorted((a, b) => Number(b.current) - Number(a.current))
            .map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
        </ul>
      )}
    </Shown>
  );
}

function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation('account');
  const { moment } = useFormats();
  const { id, current, userAgent, address, createdAt, lastUsedAt } = session;
  const { browser, system } = browserOf(userAgent ?? '');
  const name =
    browser === null
      ? t('sessions.unknown')
      : system === null
        ? browser
        : t('sessions.browserOn', { browser, system });
  const end = useMutation({
    mutationFn: () => api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['get', SESSIONS] }),
  });
  return (
    <li className={styles.session}>
      <div className={styles.about}>
        <p>
          <strong>{name}</strong> {current && <span className={styles.here}>{t('sessions.here')}</span>}
        </p>
        <p className={styles.quiet}>
          {address !== null && (
            <>
              <bdi>{address}</bdi> ·{' '}
            </>
          )}
          {t('sessions.used', { moment: moment(lastUsedAt) })} ·{' '}
          {t('sessions.since', { moment: moment(createdAt) })}
        </p>
        <Problem error={end.error} />
      </div>
      {!current && (
        <Button
          aria-label={t('sessions.endOf', { name, moment: moment(createdAt) })}
          isPending={end.isPending}
          onPress={() => end.mutate()}
        >
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
