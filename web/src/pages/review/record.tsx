import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Section, Shown } from '../../parts/page';
import { CorroborationBadge, Outside, Said, StanceMark, StatusBadge, When } from '../../parts/words';
import { useEvidence, useStatements } from './citations';
import type { Claim } from './work';
import styles from './review.module.css';

/** The claim and what is on the record of it. */
export function Record({ claim }: { claim: Claim }) {
  return (
    <>
      <Head claim={claim} />
      <Statements claim={claim} />
      <Evidence claim={claim} />
    </>
  );
}

function Head({ claim }: { claim: Claim }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${claim.text.slice(0, 80)} · Second Source`;
  }, [claim.text]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <header className={styles.claimHead}>
      <h1 ref={heading} tabIndex={-1} dir="auto" lang={claim.language} className={styles.claimText}>
        {claim.text}
      </h1>
      <p className={styles.row}>
        <StatusBadge status={claim.status} />
        <CorroborationBadge status={claim.corroboration.status} isStale={claim.corroboration.stale} />
        {claim.place !== null && <Said>{claim.place}</Said>}
        {claim.eventTime !== null && <When value={claim.eventTime} />}
        {claim.topics.map((topic) => (
          <Said key={topic}>{topic}</Said>
        ))}
      </p>
      {claim.appearances.map(({ url }) => (
        <Outside key={url} href={url} />
      ))}
    </header>
  );
}

function Statements({ claim }: { claim: Claim }) {
  const { t } = useTranslation('review');
  const statements = useStatements(claim.id);
  return (
    <Section title={t('record.statements')}>
      <Shown of={statements}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.soft}>{t('citations.noStatements')}</p>
          ) : (
            <ul className={styles.list}>
              {items.map(({ id, stance, sourceName, saidAt, quote, quoteLanguage, translation, url }) => (
                <li key={id}>
                  <p className={styles.row}>
                    <StanceMark stance={stance} />{' '}
                    <b>
                      <Said>{sourceName}</Said>
                    </b>
                    {saidAt !== null && <When value={saidAt} />}
                    {url !== null && <Outside href={url} />}
                  </p>
                  {quote !== null && (
                    <p>
                      <Said isQuote lang={quoteLanguage}>
                        {quote}
                      </Said>
                    </p>
                  )}
                  {translation !== null && <p dir="auto">{translation}</p>}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Section>
  );
}

function Evidence({ claim }: { claim: Claim }) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation();
  const evidence = useEvidence(claim.id);
  return (
    <Section title={t('record.evidence')}>
      <Shown of={evidence}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.soft}>{t('record.noEvidence')}</p>
          ) : (
            <ul className={styles.list}>
              {items.map(({ id, kind, bearing, description, url }) => (
                <li key={id}>
                  <b>{common(`evidenceKind.${kind}`)}</b> · {common(`bearing.${bearing}`)}
                  <p dir="auto">{description}</p>
                  {url !== null && <Outside href={url} />}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Section>
  );
}
