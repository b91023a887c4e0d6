import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useServerNow } from '../../api/clock';
import { ClaimRow } from './claim-row';
import styles from './claims.module.css';
import { stepOf } from './grid-keys';
import { keepPlace, type Place, placeIn, whereIs } from './place';
import type { Selection } from './selection';
import type { Claims } from './use-claims';
import { useGridShortcuts } from './use-grid-shortcuts';

const MINUTE_MS = 60_000;
const ROW_PX = 76;
/** Before the last of them is seen, the next ones are read. */
const READ_AHEAD_ROWS = 30;

interface GridProps {
  /** Which list it is: that of one filter in one order. */
  name: string;
  claims: Claims;
  /** How many there are in all, where that is known. */
  total: number | null;
  selection: Selection;
  isSelectable: boolean;
}

/** The claims as a grid of which only what is seen is drawn. The focus is on a row; the keys move it. */
export function ClaimGrid({ name, claims, total, selection, isSelectable }: GridProps) {
  const { t } = useTranslation('claims');
  const [, go] = useLocation();
  const { rows } = claims;
  const grid = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(() => placeIn(name) ?? { index: 0, id: '' });
  const now = useServerNow(MINUTE_MS);
  const at = whereIs(active, rows);
  const { virtual, top } = useDrawn(grid, rows.length, at);
  const activate = useCallback(
    (place: Place) => {
      setActive(place);
      keepPlace(name, place);
    },
    [name],
  );
  const focus = (to: number) => {
    const index = Math.max(0, Math.min(rows.length - 1, to));
    activate({ index, id: rows[index]!.id });
    virtual.scrollToIndex(index);
    // The row may have to be drawn first.
    window.requestAnimationFrame(() =>
      grid.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true }),
    );
  };
  const hasFocus = () => grid.current?.contains(document.activeElement) ?? false;
  useGridShortcuts({
    move: (by) => focus(hasFocus() ? at + by : at),
    toggle: () => isSelectable && hasFocus() && selection.toggle(rows[at]!),
    addAll: () => isSelectable && selection.add(rows),
    clear: selection.clear,
    isSelectable,
  });
  // Who comes back to the list finds the place where they were.
  const isBack = useRef(false);
  useEffect(() => {
    if (!isBack.current && at > 0) virtual.scrollToIndex(at, { align: 'center' });
    isBack.current = true;
  }, [at, virtual]);
  const drawn = virtual.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  const { hasMore, more } = claims;
  useEffect(() => {
    if (hasMore && last >= rows.length - READ_AHEAD_ROWS) more();
  });
  return (
    <div
      ref={grid}
      role="grid"
      aria-label={t('list')}
      aria-multiselectable={isSelectable || undefined}
      aria-rowcount={claims.isWhole ? rows.length + 1 : (total ?? -2) + 1}
      aria-describedby="claims-keys"
      className={styles.grid}
      data-selectable={isSelectable || undefined}
      onKeyDown={(event) => {
        const to = stepOf(event, at, rows.length);
        if (to !== null) focus(to);
        else if (event.key === 'Enter') go(`/claims/${rows[at]!.id}`);
        else if (event.key === ' ' && isSelectable) selection.toggle(rows[at]!);
        else return;
        event.preventDefault();
      }}
    >
      <Head isSelectable={isSelectable} />
      <div role="rowgroup" className={styles.rows} style={{ blockSize: virtual.getTotalSize() }}>
        {drawn.map(({ index, start }) => (
          <ClaimRow
            key={rows[index]!.id}
            row={rows[index]!}
            index={index}
            top={start - top}
            now={now}
            measure={virtual.measureElement}
            isActive={index === at}
            isSelected={selection.chosen.has(rows[index]!.id)}
            onFocus={activate}
            onToggle={isSelectable ? selection.toggle : undefined}
          />
        ))}
      </div>
    </div>
  );
}

function Head({ isSelectable }: { isSelectable: boolean }) {
  const { t } = useTranslation('claims');
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.columns}>
        {isSelectable && (
          <span role="columnheader">
            <span className="unseen">{t('column.selected')}</span>
          </span>
        )}
        <span role="columnheader">{t('column.claim')}</span>
        <span role="columnheader">{t('column.status')}</span>
        <span role="columnheader">{t('column.record')}</span>
        <span role="columnheader">{t('column.times')}</span>
      </div>
    </div>
  );
}

/** Which rows are drawn: those in the window, and the active one, which has the focus. */
function useDrawn(grid: React.RefObject<HTMLDivElement | null>, count: number, active: number) {
  const [top, setTop] = useState(0);
  // What stands above the grid may grow and shrink.
  useLayoutEffect(() => {
    const measure = () => {
      const rows = grid.current?.querySelector('[role=rowgroup]:last-child');
      if (rows) setTop(Math.round(rows.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(document.getElementById('page')!);
    return () => watch.disconnect();
  }, [grid]);
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => ROW_PX,
    overscan: 8,
    scrollMargin: top,
    // The bar of bulk actions covers the foot of the window, the heads of the columns its top.
    scrollPaddingStart: 48,
    scrollPaddingEnd: 96,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (active >= range.count || indexes.includes(active)) return indexes;
      return [...indexes, active].sort((a, b) => a - b);
    },
  });
  return { virtual, top };
}
