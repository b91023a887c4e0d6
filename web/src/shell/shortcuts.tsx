import { useEffect, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** As `KeyboardEvent.key` has it, or two after one another, such as `g c`. */
  keys: string;
  /** What it does, for the list of all shortcuts. */
  label: string;
  run(): void;
}

const all = new Set<Shortcut>();
const watchers = new Set<() => void>();
let shown: Shortcut[] = [];
let first: { key: string; at: number } | null = null;

const SECOND_KEY_WITHIN_MS = 1200;

function changed(): void {
  shown = [...all];
  watchers.forEach((watch) => watch());
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [role=combobox]')
  );
}

function onKey(event: KeyboardEvent): void {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (
    isTyping(target) ||
    document.querySelector('[role=dialog], [role=alertdialog], [role=menu], [role=listbox][data-open]')
  )
    return;
  const before = first !== null && event.timeStamp - first.at < SECOND_KEY_WITHIN_MS ? `${first.key} ` : '';
  const byKeys = (keys: string) => shown.findLast((shortcut) => shortcut.keys === keys);
  const found = byKeys(before + key) ?? byKeys(key);
  first = shown.some(({ keys }) => keys.startsWith(`${key} `)) ? { key, at: event.timeStamp } : null;
  if (found === undefined) return;
  event.preventDefault();
  first = null;
  found.run();
}

/** A key that does something while the component is mounted and nobody types. The one mounted last counts. */
export function useShortcut(keys: string, label: string, run: () => void, isOn = true): void {
  useEffect(() => {
    if (!isOn) return;
    const shortcut = { keys, label, run };
    all.add(shortcut);
    changed();
    return () => {
      all.delete(shortcut);
      changed();
    };
  }, [keys, label, run, isOn]);
}

/** The shortcuts that do something now. */
export function useShortcuts(): Shortcut[] {
  return useSyncExternalStore(
    (watch) => {
      watchers.add(watch);
      return () => void watchers.delete(watch);
    },
    () => shown,
  );
}

export function useShortcutKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
