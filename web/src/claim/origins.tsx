import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { StanceMark, When } from '../parts/words';
import type { Source } from './every';
import { isRelay } from './matrix-model';
import styles from './corroboration-panel.module.css';

type Origin = Schemas['Origin'];
type Statement = Schemas['Statement'];

export interface Known {
  statements: Statement[];
  sources: ReadonlyMap<string, Source>;
}

const VOTE_SIGNS = { support: '✓', oppose: '✕', divided: '⇄', none: '–' } as const;

/** The origins as groups: each votes once, however many sources stand in it. */
export function Origins({ origins, ...known }: Known & { origins: Origin[] }) {
  const { t } = useTranslation('claim');
  return (
    <ul className={styles.origins} aria-label={t('corroboration.origins')}>
      {origins.map((origin) => (
        <OriginGroup key={origin.statements.join()} origin={origin} {...known} />
      ))}
    </ul>
  );
}

function OriginGroup({ origin, statements, sources }: Known & { origin: Origin }) {
  const { t } = useTranslation('claim');
  const vote = origin.vote ?? 'none';
  const own = origin.statements.flatMap((id) => statements.find((statement) => statement.id === id) ?? []);
  const ancestor = origin.ancestor === null ? undefined : sources.get(origin.ancestor)?.name;
  return (
    <li className={styles.origin} data-vote={vote}>
      <div className={styles.originHead}>
        <h3>
          <bdi>{origin.party ?? ancestor ?? '…'}</bdi>
          {origin.unaffiliated && <small> {t('corroboration.unaffiliated')}</small>}
        </h3>
        <span className={styles.vote} data-vote={vote}>
          <span aria-hidden="true">{VOTE_SIGNS[vote]}</span> {t(`corroboration.vote.${vote}`)}
          {origin.partial && ` (${t('corroboration.partial')})`}
        </span>
      </div>
      <ul className={styles.members}>
        {own.map((statement) => (
          <Member key={statement.id} statement={statement} sources={sources} all={statements} />
        ))}
      </ul>
      <Why origin={origin} own={own} />
    </li>
  );
}

/** A relay stands below, indented to what it repeats. */
function Member({
  statement,
  sources,
  all,
}: {
  statement: Statement;
  sources: ReadonlyMap<string, Source>;
  all: Statement[];
}) {
  const { t } = useTranslation('claim');
  const { basedOnStatementId, basedOnSourceId, saidAt, recordedAt } = statement;
  const base =
    all.find(({ id }) => id === basedOnStatementId)?.sourceName ?? sources.get(basedOnSourceId ?? '')?.name;
  return (
    <li data-relay={isRelay(statement) || undefined}>
      {isRelay(statement) && <span aria-hidden="true">↳ </span>}
      <bdi>{statement.sourceName}</bdi> <StanceMark stance={statement.stance} />{' '}
      <small>
        <When value={saidAt ?? recordedAt} />
        {isRelay(statement) && (
          <>
            {' '}
            · {t('matrix.relays')} <bdi>{base ?? '…'}</bdi>
          </>
        )}
      </small>
    </li>
  );
}

/** Why these count as one, from what the answer holds. */
function Why({ origin, own }: { origin: Origin; own: Statement[] }) {
  const { t } = useTranslation('claim');
  const relays = own.filter(isRelay).length;
  const speakers = new Set(own.filter((statement) => !isRelay(statement)).map(({ sourceId }) => sourceId))
    .size;
  const reasons = [
    ...(speakers > 1 && origin.party !== null ? [t('corroboration.why.party', { party: origin.party })] : []),
    ...(speakers > 1 && origin.party === null ? [t('corroboration.why.ancestor')] : []),
    ...(relays > 0 ? [t('corroboration.why.relays', { count: relays })] : []),
    ...(origin.unaffiliated ? [t('corroboration.why.unaffiliated')] : []),
  ];
  return reasons.length === 0 ? null : <p className={styles.why}>{reasons.join(' ')}</p>;
}
