import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Schemas } from '../api/client';
import { useFormats } from '../i18n';
import { CorroborationBadge, Outside, RatingBadge, Said, StatusBadge, When } from '../parts/words';
import styles from './claim-head.module.css';
import { useSources } from './every';
import { useQuantity } from './quantity';

type Claim = Schemas['Claim'];

/** What the claim says, large and in its own direction. */
export function ClaimText({ claim }: { claim: Pick<Claim, 'text' | 'language'> }) {
  return (
    <span className={styles.text} dir="auto" lang={claim.language}>
      {claim.text}
    </span>
  );
}

/** Where the claim stands, and what is known of it besides its text. The text is the heading of the page around. */
export function ClaimHead({ claim, withText = false }: { claim: Claim; withText?: boolean }) {
  const { t } = useTranslation(['claim', 'common']);
  return (
    <div className={styles.head}>
      {withText && (
        <p>
          <ClaimText claim={claim} />
        </p>
      )}
      <div className={styles.badges}>
        <StatusBadge status={claim.status} />
        <CorroborationBadge status={claim.corroboration.status} isStale={claim.corroboration.stale} />
        {claim.verdict !== null && (
          <>
            <RatingBadge rating={claim.verdict.rating} />
            <span className={styles.quiet}>
              {t('head.confidence', { confidence: t(`common:confidence.${claim.verdict.confidence}`) })}
            </span>
          </>
        )}
      </div>
      <Facts claim={claim} />
      {claim.reReview !== null && <ReReview causes={claim.reReview.causes} />}
    </div>
  );
}

function Facts({ claim }: { claim: Claim }) {
  const { t } = useTranslation(['claim', 'common']);
  const formats = useFormats();
  const quantity = useQuantity();
  const { topics, eventTime, place, claimantId, holdUntil, closedReason, duplicateOf, dueAt } = claim;
  return (
    <dl className={styles.facts}>
      <Fact name={t('head.topics')}>
        {topics.length > 0 && topics.map((topic) => <Said key={topic}>{topic}</Said>)}
      </Fact>
      <Fact name={t('head.eventTime')}>{eventTime !== null && <When value={eventTime} />}</Fact>
      <Fact name={t('head.place')}>{place !== null && <Said>{place}</Said>}</Fact>
      <Fact name={t('head.claimant')}>{claimantId !== null && <SourceName id={claimantId} />}</Fact>
      <Fact name={t('head.quantity')}>
        {claim.quantity !== null && <bdi>{quantity(claim.quantity)}</bdi>}
      </Fact>
      <Fact name={t('head.language')}>{formats.language(claim.language)}</Fact>
      <Fact name={t('head.priority')}>{formats.number(claim.priority)}</Fact>
      <Fact name={t('head.due')}>{dueAt !== null && <When value={dueAt} />}</Fact>
      <Fact name={t('head.holdUntil')}>{holdUntil !== null && <When value={holdUntil} />}</Fact>
      <Fact name={t('head.closed')}>
        {closedReason !== null && t(`common:closedReason.${closedReason}`)}
        {duplicateOf !== null && <Link href={`/claims/${duplicateOf}`}>{t('head.duplicateOf')}</Link>}
      </Fact>
      <Fact name={t('head.externalId')}>{claim.externalId !== null && <Said>{claim.externalId}</Said>}</Fact>
      <Fact name={t('head.appearances')}>
        {claim.appearances.length > 0 &&
          claim.appearances.map(({ url, publishedAt }) => (
            <span key={url}>
              <Outside href={url} /> {publishedAt !== null && <When value={publishedAt} />}
            </span>
          ))}
      </Fact>
    </dl>
  );
}

/** Shows nothing of what is not known. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  const known = (Array.isArray(children) ? children : [children]).some(Boolean);
  if (!known) return null;
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The name of a source, as a link to its page. */
export function SourceName({ id }: { id: string }) {
  const { data } = useSources([id]);
  const source = data?.get(id);
  return <Link href={`/sources/${id}`}>{source === undefined ? '…' : <bdi>{source.name}</bdi>}</Link>;
}

function ReReview({ causes }: { causes: Schemas['ReReviewCause'][] }) {
  const { t } = useTranslation('claim');
  return (
    <div className={styles.reReview}>
      <p>{t('reReview.title')}</p>
      <ul>
        {causes.map(({ kind, at, note }) => (
          <li key={`${kind} ${at}`}>
            {t(`reReview.${kind}`)} <When value={at} /> {note !== null && <Said>{note}</Said>}
          </li>
        ))}
      </ul>
    </div>
  );
}
