import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { CorroborationBadge, RatingBadge, Said, StatusBadge, When } from '../../parts/words';
import { isOverdue, type Row } from './claim-row-data';
import styles from './claims.module.css';
import type { Place } from './place';

interface RowProps {
  row: Row;
  index: number;
  /** Where it stands in the list, in pixels. */
  top: number;
  now: number;
  measure(element: Element | null): void;
  isActive: boolean;
  isSelected: boolean;
  onFocus(place: Place): void;
  /** Undefined for who may move no claim. */
  onToggle: ((row: Row) => void) | undefined;
}

/** A claim in the list. The row itself has the focus; what is in it is for the mouse, and Enter and x do the same. */
export const ClaimRow = memo(function ClaimRow(props: RowProps) {
  const { row, index, top, now, measure, isActive, isSelected, onFocus, onToggle } = props;
  const { t } = useTranslation('claims');
  return (
    <div
      ref={measure}
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={onToggle === undefined ? undefined : isSelected}
      tabIndex={isActive ? 0 : -1}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => onFocus({ index, id: row.id })}
    >
      {onToggle !== undefined && (
        <span role="gridcell" className={styles.tick}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isSelected}
            aria-label={t('select')}
            onChange={() => onToggle(row)}
          />
        </span>
      )}
      <span role="gridcell" className={styles.claim}>
        <Link href={`/claims/${row.id}`} tabIndex={-1} dir="auto" lang={row.language} className={styles.text}>
          {row.text}
        </Link>
        {row.topics.length > 0 && (
          <span className={styles.topics}>
            {row.topics.map((topic) => (
              <Said key={topic}>{topic}</Said>
            ))}
          </span>
        )}
      </span>
      <span role="gridcell" className={styles.words}>
        <StatusBadge status={row.status} />
        {row.isReReviewed && <span className={styles.small}>{t('reReview')}</span>}
      </span>
      <span role="gridcell" className={styles.words}>
        <CorroborationBadge status={row.corroboration.status} isStale={row.corroboration.stale} />
        {row.rating !== null && <RatingBadge rating={row.rating} />}
      </span>
      <span role="gridcell" className={`${styles.times} ${styles.small}`}>
        <Due row={row} now={now} />
        <span>
          {t('column.created')} <When value={row.createdAt} />
        </span>
      </span>
    </div>
  );
});

function Due({ row, now }: { row: Row; now: number }) {
  const { t } = useTranslation('claims');
  if (row.dueAt === null) return null;
  const isLate = isOverdue(row, now);
  return (
    <span className={isLate ? styles.late : undefined}>
      {t(isLate ? 'overdue' : 'column.due')} <When value={row.dueAt} />
    </span>
  );
}
