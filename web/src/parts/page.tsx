import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../api/client';
import { Button } from './button';
import styles from './page.module.css';

interface PageProps {
  title: string;
  /** What the heading shows instead of the title, such as a text in its own language. */
  heading?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page: its title is the window's and its first heading, which has the focus when the page is come to. */
export function Page({ title, heading: shown = title, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Second Source`;
  }, [title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {shown}
        </h1>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A part of a page with a heading of its own. */
export function Section({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}

export function Loading() {
  const { t } = useTranslation();
  return (
    <p className={styles.quiet} role="status">
      {t('loading')}
    </p>
  );
}

/** That there is nothing, and what one may do about it. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className={styles.empty}>{children}</div>;
}

/** What went wrong, and what to do. Shows nothing without an error. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  const text = !isRefusal(error)
    ? (error as Error).message
    : error.status === 0
      ? t('unreachable')
      : [error.detail, ...error.errors.map(({ path, message }) => `${path}: ${message}`)].join(' ');
  return (
    <div className={styles.problem} role="alert">
      <p>{text}</p>
      {onRetry !== undefined && <Button onPress={onRetry}>{t('retry')}</Button>}
    </div>
  );
}

interface Read<T> {
  data: T | undefined;
  error: unknown;
  refetch(): unknown;
}

/** What was read, once it is there; until then that it comes, or why it does not. */
export function Shown<T>({
  of: { data, error, refetch },
  children,
}: {
  of: Read<T>;
  children: (data: T) => ReactNode;
}) {
  if (data !== undefined) return <>{children(data)}</>;
  return error === null ? <Loading /> : <Problem error={error} onRetry={() => void refetch()} />;
}
