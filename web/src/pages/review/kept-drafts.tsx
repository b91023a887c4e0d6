import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Button } from '../../parts/button';
import { Section } from '../../parts/page';
import { Said } from '../../parts/words';
import { useSession } from '../../session/session';
import { useMine } from './in-hand';
import { forgetDraft, isTouched, type KeptDraft, keptDrafts } from './drafts';
import styles from './review.module.css';

/** What was typed of claims that are not in hand any more, and whose decision was never given. */
export function KeptDrafts() {
  const { t } = useTranslation('review');
  const { me } = useSession();
  const read = () => keptDrafts(me.id).filter(({ draft }) => isTouched(draft));
  const [all, setAll] = useState(read);
  const leased = useMine('leased').data?.items;
  const held = useMine('held').data?.items;
  if (leased === undefined || held === undefined) return null;
  const inHand = new Set([...leased, ...held].map(({ claimId }) => claimId));
  const drafts = all.filter(({ claimId }) => !inHand.has(claimId));
  if (drafts.length === 0) return null;
  const discard = (draft: KeptDraft) => {
    forgetDraft(draft);
    setAll(read());
  };
  return (
    <Section title={t('draft.title')}>
      <p className={styles.soft}>{t('draft.text')}</p>
      <ul className={styles.list}>
        {drafts.map((kept) => (
          <li key={`${kept.claimId} ${kept.round}`} className={styles.item}>
            <div>
              <p className={styles.itemText}>
                <Link href={`/claims/${kept.claimId}`}>
                  <Said>{kept.draft.claimText}</Said>
                </Link>
              </p>
              {kept.draft.rationale !== '' && (
                <p className={styles.excerpt} dir="auto">
                  {kept.draft.rationale}
                </p>
              )}
            </div>
            <Button variant="quiet" onPress={() => discard(kept)}>
              {t('draft.discard')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
