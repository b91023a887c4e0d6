import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { useFormats } from '../i18n';
import { useScale } from '../api/scale';
import styles from './words.module.css';

export type Status = Schemas['Claim']['status'];
export type CorroborationStatus = Schemas['CorroborationSummary']['status'];
export type Stance = Schemas['Statement']['stance'];

/** Each stance has a sign of its own, so that none is known by its colour alone. */
export const STANCE_SIGNS: Record<Stance, string> = {
  asserts: '●',
  confirms: '✓',
  partly_confirms: '◐',
  questions: '?',
  denies: '✕',
  cannot_confirm: '–',
  evades: '…',
  retracts: '↶',
};

const CORROBORATION_SIGNS: Record<CorroborationStatus, string> = {
  contested: '⇄',
  corroborated: '✓✓',
  single_source: '✓',
  retracted: '↶',
  denied: '✕',
  unsourced: '○',
};

/** Where a claim is in its life. */
export function StatusBadge({ status }: { status: Status }) {
  const { t } = useTranslation();
  return (
    <span className={styles.badge} data-status={status}>
      {t(`status.${status}`)}
    </span>
  );
}

/** What follows from the statements by the rule; no verdict. */
export function CorroborationBadge({
  status,
  isStale = false,
}: {
  status: CorroborationStatus;
  isStale?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <span className={styles.badge} data-corroboration={status}>
      <span aria-hidden="true">{CORROBORATION_SIGNS[status]}</span> {t(`corroboration.${status}`)}
      {isStale && ` (${t('corroboration.stale')})`}
    </span>
  );
}

/** A rating by its name in the reader's language; the colour of the scale stands beside the word. */
export function RatingBadge({ rating }: { rating: string }) {
  const { nameOf, colourOf } = useScale();
  const colour = colourOf(rating);
  return (
    <span className={styles.badge}>
      {colour !== null && (
        <svg className={styles.colour} viewBox="0 0 10 10" aria-hidden="true">
          <circle cx="5" cy="5" r="5" fill={colour} />
        </svg>
      )}
      {nameOf(rating)}
    </span>
  );
}

export function StanceMark({ stance }: { stance: Stance }) {
  const { t } = useTranslation();
  return (
    <span className={styles.stance} data-stance={stance}>
      <span aria-hidden="true">{STANCE_SIGNS[stance]}</span> {t(`stance.${stance}`)}
    </span>
  );
}

/** A moment or day, as exact as it is known; the exact moment in UTC is its title. */
export function When({ value }: { value: string }) {
  const formats = useFormats();
  return (
    <time dateTime={value} title={value}>
      {formats.date(value)}
    </time>
  );
}

/** Text from outside in its own direction, and in its own language for those who hear it. */
export function Said({
  children,
  lang,
  isQuote = false,
}: {
  children: string;
  lang?: string | null;
  isQuote?: boolean;
}) {
  return isQuote ? (
    <q dir="auto" lang={lang ?? undefined} className={styles.quote}>
      {children}
    </q>
  ) : (
    <bdi lang={lang ?? undefined}>{children}</bdi>
  );
}

/** A link that leads out of the desk; only to addresses of the web. */
export function Outside({ href, children }: { href: string; children?: string }) {
  const isWeb = /^https?:\/\//i.test(href);
  const text = children ?? href;
  return isWeb ? (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      <bdi>{text}</bdi>
    </a>
  ) : (
    <bdi>{text}</bdi>
  );
}
