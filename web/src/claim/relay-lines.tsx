import { type RefObject, useEffect, useState } from 'react';
import styles from './statement-matrix.module.css';

interface Relay {
  from: string;
  to: string;
}

/** Draws each relay to what it relays, over the table. The table says the same in words, so this is for the eye alone. */
export function RelayLines({ box, relays }: { box: RefObject<HTMLDivElement | null>; relays: Relay[] }) {
  const [lines, setLines] = useState<string[]>([]);
  // The relays are made anew at each drawing of the table; their ids say whether they are others.
  const drawn = relays.map(({ from, to }) => `${from} ${to}`).join();
  useEffect(() => {
    const around = box.current;
    if (around === null) return;
    const pairs = drawn === '' ? [] : drawn.split(',').map((pair) => pair.split(' ') as [string, string]);
    const measure = () => setLines(pairs.flatMap(([from, to]) => lineOf(around, { from, to }) ?? []));
    const observer = new ResizeObserver(measure);
    // Tells of the size at once, and whenever it is another one.
    observer.observe(around);
    return () => observer.disconnect();
  }, [box, drawn]);
  if (lines.length === 0) return null;
  return (
    <svg className={styles.lines} aria-hidden="true">
      <defs>
        <marker
          id="relay-end"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 L8 4 L0 8 Z" fill="currentColor" />
        </marker>
      </defs>
      {lines.map((line) => (
        <path key={line} d={line} markerEnd="url(#relay-end)" />
      ))}
    </svg>
  );
}

/** From the relay to what it goes back to, in a bow on the side where both begin. */
function lineOf(around: HTMLElement, { from, to }: Relay): string | null {
  const start = placeOf(around, from);
  const end = placeOf(around, to);
  if (start === null || end === null) return null;
  const bow = Math.min(start.x, end.x) - BOW;
  return `M${start.x} ${start.y} C${bow} ${start.y} ${bow} ${end.y} ${end.x} ${end.y}`;
}

/** How far a line swings out, and how far down an entry it begins: in the middle of its first line. */
const BOW = 26;
const DOWN = 15;

function placeOf(around: HTMLElement, id: string) {
  const entry = around.querySelector(`[data-statement="${id}"]`);
  if (entry === null) return null;
  const { left, top } = entry.getBoundingClientRect();
  const outer = around.getBoundingClientRect();
  return { x: left - outer.left, y: top - outer.top + DOWN };
}
