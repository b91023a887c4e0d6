import { Link } from 'wouter';
import { useFormats } from '../../i18n';
import styles from './dashboard.module.css';

interface FigureProps {
  value: number;
  /** The list behind it. */
  href: string;
  label: string;
  /** Of what somebody should do something about. */
  isUrgent?: boolean;
}

/** A number that leads to what it counts. Of nothing it is quiet. */
export function Figure({ value, href, label, isUrgent = false }: FigureProps) {
  const formats = useFormats();
  return (
    <Link
      href={href}
      className={styles.figure}
      data-none={value === 0 || undefined}
      data-urgent={(isUrgent && value > 0) || undefined}
    >
      <span className={styles.value}>{formats.number(value)}</span>{' '}
      <span className={styles.label}>{label}</span>
    </Link>
  );
}

/** A number in a table, read out with what it counts. */
export function NumberLink({ value, href, label }: { value: number; href: string; label: string }) {
  const formats = useFormats();
  return (
    <Link
      href={href}
      className={styles.number}
      data-none={value === 0 || undefined}
      aria-label={`${formats.number(value)} ${label}`}
    >
      {formats.number(value)}
    </Link>
  );
}
