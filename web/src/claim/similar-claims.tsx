import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { hooks, type Schemas } from '../api/client';
import { useFormats } from '../i18n';
import { Empty, Shown } from '../parts/page';
import { RatingBadge, Said, StatusBadge } from '../parts/words';
import styles from './lists.module.css';

/** Longer addresses are refused on their way, and so much says what is alike. */
const COMPARED = 1500;

/** Claims that may say the same, with why; whether they do, people judge. */
export function SimilarClaims({ claim }: { claim: Pick<Schemas['Claim'], 'id' | 'text' | 'language'> }) {
  const { t } = useTranslation('claim');
  const { text, language } = claim;
  const similar = hooks.useQuery('get', '/api/v1/claims/similar', {
    params: { query: { text: text.slice(0, COMPARED), language } },
  });
  return (
    <Shown of={similar}>
      {({ items }) => {
        const others = items.filter((item) => item.claim.id !== claim.id);
        if (others.length === 0)
          return (
            <Empty>
              <p>{t('similar.empty')}</p>
            </Empty>
          );
        return (
          <ul className={styles.list}>
            {others.map((item) => (
              <Similar key={item.claim.id} item={item} />
            ))}
          </ul>
        );
      }}
    </Shown>
  );
}

function Similar({ item: { claim, score, reasons } }: { item: Schemas['SimilarClaim'] }) {
  const { t } = useTranslation('claim');
  const formats = useFormats();
  return (
    <li>
      <Link href={`/claims/${claim.id}`}>
        <Said lang={claim.language}>{claim.text}</Said>
      </Link>
      <p className={styles.meta}>
        <StatusBadge status={claim.status} />
        {claim.verdict !== null && <RatingBadge rating={claim.verdict.rating} />}
        <span>{t('similar.score', { score: formats.number(score, { maximumFractionDigits: 2 }) })}</span>
        {reasons.map(({ kind, words }) => (
          <span key={kind}>
            {t(`similar.reason.${kind}`)}
            {words.length > 0 && (
              <>
                : <bdi>{formats.list(words.map(({ word }) => word))}</bdi>
              </>
            )}
          </span>
        ))}
      </p>
    </li>
  );
}
