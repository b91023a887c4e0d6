import { useEffect, useState } from 'react';
import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { hooks, type Schemas } from '../../api/client';
import { useFormats } from '../../i18n';
import { Problem, Section } from '../../parts/page';
import { CorroborationBadge, RatingBadge, Said, StatusBadge } from '../../parts/words';
import styles from './similar.module.css';

type Candidate = Schemas['SimilarClaim'];

const AFTER_MS = 350;
/** Fewer letters are found in everything. */
const LETTERS = 8;

interface Wanted {
  text: string;
  language: string;
  url: string;
}

/** Asked only once nobody has typed for a moment; the answer to what is typed last is the one that is shown. */
function useSettled({ text, language, url }: Wanted): Wanted {
  const [settled, setSettled] = useState<Wanted>({ text, language, url });
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled({ text, language, url }), AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [text, language, url]);
  return settled;
}

/** Claims that may say the same as the one that is being typed. Nothing is merged: it is for whoever types to judge. */
export function Similar(typed: Wanted) {
  const { t } = useTranslation('entry');
  const { text, language, url } = useSettled(typed);
  const isAsked = text.trim().length >= LETTERS || url !== '';
  const query = {
    limit: 5,
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(url !== '' && { url }),
    ...(isTag(language) && { language }),
  };
  const found = hooks.useQuery(
    'get',
    '/api/v1/claims/similar',
    { params: { query } },
    { enabled: isAsked, placeholderData: keepPreviousData, retry: false },
  );
  const items = isAsked ? (found.data?.items ?? []) : [];
  const says = !isAsked
    ? t('similar.hint')
    : found.data === undefined
      ? ''
      : t('similar.count', { count: items.length });
  return (
    <Section title={t('similar.title')}>
      <p role="status" className={styles.says}>
        {says}
      </p>
      {isAsked && <Problem error={found.error} />}
      {items.length > 0 && (
        <ul className={styles.list}>
          {items.map((item) => (
            <CandidateItem key={item.claim.id} candidate={item} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}

function CandidateItem({ candidate: { claim, reasons } }: { candidate: Candidate }) {
  return (
    <li className={styles.item}>
      <Link href={`/claims/${claim.id}`} target="_blank">
        <Said lang={claim.language}>{claim.text}</Said>
      </Link>
      <p className={styles.badges}>
        <StatusBadge status={claim.status} />
        <CorroborationBadge status={claim.corroboration.status} isStale={claim.corroboration.stale} />
        {claim.verdict !== null && <RatingBadge rating={claim.verdict.rating} />}
      </p>
      {reasons.map((reason) => (
        <Reason key={reason.kind} reason={reason} />
      ))}
    </li>
  );
}

const WORDS_AT_MOST = 6;

function Reason({ reason: { kind, words } }: { reason: Candidate['reasons'][number] }) {
  const { t } = useTranslation('entry');
  const { list } = useFormats();
  const shown = words
    .slice(0, WORDS_AT_MOST)
    .map(({ word, typed }) => (typed === null ? word : t('similar.typed', { word, typed })));
  return (
    <p className={styles.reason} dir="auto">
      {t(`similar.reason.${kind}`, { words: list(shown) })}
    </p>
  );
}
