import { Link } from 'wouter';
import { useFormats } from '../../i18n';
import styles from './dashboard.module.css';

export interface TallyLine {
  key: string;
  label: string;
  value: number;
  href: string;
  /** The colour of a rating, beside its name. */
  colour?: string | null;
}

/** Numbers under one another, each a link to its list; a thin line beneath shows its share of the largest. */
export function Tally({ title, lines }: { title: string; lines: TallyLine[] }) {
  const formats = useFormats();
  const most = Math.max(1, ...lines.map(({ value }) => value));
  return (
    <div className={styles.tally}>
      <h3>{title}</h3>
      <ul>
        {lines.map(({ key, label, value, href, colour }) => (
          <li key={key}>
            <Link href={href} className={styles.line} data-none={value === 0 || undefined}>
              <span className={styles.name} dir="auto">
                {typeof colour === 'string' && (
                  <svg className={styles.colour} viewBox="0 0 10 10" aria-hidden="true">
                    <circle cx="5" cy="5" r="5" fill={colour} />
                  </svg>
                )}
                {label}
              </span>{' '}
              <span className={styles.lineValue}>{formats.number(value)}</span>
              <span className={styles.share} aria-hidden="true">
                <span style={{ inlineSize: `${(100 * value) / most}%` }} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
