import { type RefObject, useLayoutEffect, useState } from 'react';
import styles from './statement-matrix.module.css';

interface Relay {
  from: string;
  to: string;
}

/** Draws each relay to what it relays, over the table. The table says the same in words, so this is for the eye alone. */
export function RelayLines({ box, relays }: { box: RefObject<HTMLDivElement | null>; relays: Relay[] }) {
  const [lines, setLines] = useState<string[]>([]);
  const drawn = relays.map(({ from, to }) => `${from} ${to}`).join();
  useLayoutEffect(() => {
    const around = box.current;
    if (around === null) return;
    const measure = () => setLines(relays.flatMap((relay) => lineOf(around, relay) ?? []));
    const observer = new ResizeObserver(measure);
    // Tells of the size at once, and whenever it is another one.
    observer.observe(around);
    return () => observer.disconnect();
    // What is drawn is told by the ids alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
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

/** From the near side of the relay to the near side of what it goes back to, in a bow. */
function lineOf(around: HTMLElement, { from, to }: Relay): string | null {
  const start = placeOf(around, from);
  const end = placeOf(around, to);
  if (start === null || end === null) return null;
  const isBelow = start.y > end.y;
  const y1 = isBelow ? start.y : start.y + start.height;
  const y2 = isBelow ? end.y + end.height : end.y;
  const x1 = start.x + start.width / 2;
  const x2 = end.x + end.width / 2;
  const bow = Math.min(60, Math.abs(y1 - y2) / 2 + 8) * (isBelow ? -1 : 1);
  return `M${x1} ${y1} C${x1} ${y1 + bow} ${x2} ${y2 - bow} ${x2} ${y2}`;
}

function placeOf(around: HTMLElement, id: string) {
  const entry = around.querySelector(`[data-statement="${id}"]`);
  if (entry === null) return null;
  const { left, top, width, height } = entry.getBoundingClientRect();
  const outer = around.getBoundingClientRect();
  return { x: left - outer.left, y: top - outer.top, width, height };
}
