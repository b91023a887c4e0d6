import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../shell/shortcuts';

interface GridActions {
  move(by: 1 | -1): void;
  toggle(): void;
  addAll(): void;
  clear(): void;
  isSelectable: boolean;
}

/** The keys of the list, wherever on the page the focus is. */
export function useGridShortcuts(actions: GridActions): void {
  const { t } = useTranslation('claims');
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  const { isSelectable } = actions;
  useShortcut(
    'j',
    t('keys.down'),
    useCallback(() => latest.current.move(1), []),
  );
  useShortcut(
    'k',
    t('keys.up'),
    useCallback(() => latest.current.move(-1), []),
  );
  useShortcut(
    'x',
    t('keys.select'),
    useCallback(() => latest.current.toggle(), []),
    isSelectable,
  );
  useShortcut(
    'a',
    t('keys.selectAll'),
    useCallback(() => latest.current.addAll(), []),
    isSelectable,
  );
  useShortcut(
    'Escape',
    t('keys.clear'),
    useCallback(() => latest.current.clear(), []),
    isSelectable,
  );
}
