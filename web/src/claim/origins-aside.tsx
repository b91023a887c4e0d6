import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Button } from '../parts/button';
import { StanceMark, When } from '../parts/words';
import { useSession } from '../session/session';
import styles from './corroboration-panel.module.css';
import type { Source } from './every';
import type { Known } from './origins';
import { PlaceSource } from './place-source';

type Statement = Schemas['Statement'];

/** Sources that no party is known for, each with the way to name one. */
export function Unplaced({
  claimId,
  ids,
  sources,
  isNow,
}: {
  claimId: string;
  ids: string[];
  sources: ReadonlyMap<string, Source>;
  isNow: boolean;
}) {
  const { t } = useTranslation('claim');
  const { may } = useSession();
  const [placing, setPlacing] = useState<string | null>(null);
  if (ids.length === 0) return null;
  const chosen = placing === null ? undefined : sources.get(placing);
  return (
    <section className={styles.aside} aria-label={t('unplaced.title')}>
      <h3>{t('unplaced.title')}</h3>
      <p>{t('unplaced.text')}</p>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <bdi>{sources.get(id)?.name ?? '…'}</bdi>{' '}
            {isNow && may('source.amend') && (
              <Button
                onPress={() => setPlacing(id)}
                aria-label={t('unplaced.placeNamed', { name: sources.get(id)?.name ?? '' })}
              >
                {t('unplaced.place')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {chosen !== undefined && (
        <PlaceSource claimId={claimId} source={chosen} onClose={() => setPlacing(null)} />
      )}
    </section>
  );
}

/** Relays that count for nothing, since what they repeat does not stand any more. */
export function Excluded({ statementIds, statements }: Known & { statementIds: string[] }) {
  const { t } = useTranslation('claim');
  if (statementIds.length === 0) return null;
  return (
    <section className={styles.aside} aria-label={t('excluded.title')}>
      <h3>{t('excluded.title')}</h3>
      <p>{t('excluded.baseWithdrawn')}</p>
      <ul>
        {statementIds.map((id) => (
          <li key={id}>
            <Line statement={statements.find((statement) => statement.id === id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Positions of sources that took another one later. */
export function Replaced({ replaced, statements }: Known & { replaced: Schemas['Replacement'][] }) {
  const { t } = useTranslation('claim');
  if (replaced.length === 0) return null;
  const find = (wanted: string) => statements.find(({ id }) => id === wanted);
  return (
    <section className={styles.aside} aria-label={t('replaced.title')}>
      <h3>{t('replaced.title')}</h3>
      <ul>
        {replaced.map(({ statementId, replacedBy }) => (
          <li key={statementId}>
            <Line statement={find(statementId)} /> <span aria-hidden="true">→</span>{' '}
            <span className="unseen">{t('replaced.by')}</span>
            <Line statement={find(replacedBy)} isNamed={false} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ statement, isNamed = true }: { statement: Statement | undefined; isNamed?: boolean }) {
  if (statement === undefined) return '…';
  return (
    <>
      {isNamed && <bdi>{statement.sourceName}</bdi>} <StanceMark stance={statement.stance} />{' '}
      <small>
        <When value={statement.saidAt ?? statement.recordedAt} />
      </small>
    </>
  );
}
