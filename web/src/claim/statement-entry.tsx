import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components/Button';
import type { Schemas } from '../api/client';
import { useFormats } from '../i18n';
import { StanceMark } from '../parts/words';
import { dayOf } from './days';
import type { Source } from './every';
import styles from './statement-matrix.module.css';

type Statement = Schemas['Statement'];

/** What is known besides a statement that says whether and how it counts now. */
export interface Standing {
  sources: ReadonlyMap<string, Source>;
  statements: Statement[];
  /** By what a statement is replaced. */
  replaced: ReadonlyMap<string, string>;
  /** Relays whose base does not stand behind them any more. */
  excluded: ReadonlySet<string>;
}

/** The name of the source that a relay repeats; null for what is no relay. */
export function baseName(
  { basedOnStatementId, basedOnSourceId }: Statement,
  standing: Standing,
): string | null {
  if (basedOnStatementId !== null)
    return standing.statements.find(({ id }) => id === basedOnStatementId)?.sourceName ?? '…';
  return basedOnSourceId === null ? null : (standing.sources.get(basedOnSourceId)?.name ?? '…');
}

/** One statement in a cell of the matrix. */
export function Entry({
  statement,
  standing,
  onOpen,
}: {
  statement: Statement;
  standing: Standing;
  onOpen(id: string): void;
}) {
  const { t } = useTranslation('claim');
  const formats = useFormats();
  const { id, stance, saidAt, recordedAt, struckAt } = statement;
  const base = baseName(statement, standing);
  const state = stateOf(statement, standing);
  return (
    <Button
      className={styles.entry}
      data-statement={id}
      data-struck={struckAt === null ? undefined : true}
      data-past={state === null ? undefined : true}
      onPress={() => onOpen(id)}
    >
      <StanceMark stance={stance} />
      <time dateTime={saidAt ?? recordedAt}>
        {saidAt === null
          ? t('matrix.recorded', { at: formats.date(dayOf(recordedAt)) })
          : formats.date(dayOf(saidAt))}
      </time>
      {base !== null && (
        <small>
          <span aria-hidden="true">↳ </span>
          {t('matrix.relays')} <bdi>{base}</bdi>
        </small>
      )}
      {state !== null && <small className={styles.state}>{t(`matrix.state.${state}`)}</small>}
    </Button>
  );
}

export function stateOf({ id, struckAt }: Statement, { replaced, excluded }: Standing) {
  if (struckAt !== null) return 'struck';
  if (replaced.has(id)) return 'replaced';
  return excluded.has(id) ? 'excluded' : null;
}
