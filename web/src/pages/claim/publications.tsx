import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { usePublications } from '../../claim/every';
import { Button } from '../../parts/button';
import { Empty, Shown } from '../../parts/page';
import { Outside, Said, When } from '../../parts/words';
import { useSession } from '../../session/session';
import styles from './claim-page.module.css';
import { Publish } from './publish';
import { Withdraw } from './withdraw';

type Claim = Schemas['Claim'];

/** What was told the world of the claim, and the way to tell it. */
export function Publications({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claim');
  const { may } = useSession();
  const publications = usePublications(claim.id);
  const [isOpen, setOpen] = useState(false);
  const isPublishable = claim.status === 'decided' || claim.status === 'published';
  return (
    <div className={styles.form}>
      <Shown of={publications}>
        {(items) =>
          items.length === 0 ? (
            <Empty>
              <p>{t(isPublishable ? 'publish.none' : 'publish.noVerdict')}</p>
            </Empty>
          ) : (
            <ol className={styles.list}>
              {items.map((item) => (
                <Published key={item.id} item={item} />
              ))}
            </ol>
          )
        }
      </Shown>
      {isPublishable && may('publication.create') && (
        <div>
          <Button variant="primary" onPress={() => setOpen(true)}>
            {t('publish.open')}
          </Button>
        </div>
      )}
      {isOpen && (
        <Publish
          claim={claim}
          isFurther={(publications.data?.length ?? 0) > 0}
          onClose={() => setOpen(false)}
        />
      )}
      {may('claim.export') && claim.verdict !== null && (
        <p>
          <a href={`/api/v1/claims/${claim.id}/claim-review`} target="_blank" rel="noopener">
            {t('publish.claimReview')}
          </a>
        </p>
      )}
    </div>
  );
}

function Published({ item }: { item: Schemas['Publication'] }) {
  const { t } = useTranslation('claim');
  const { may } = useSession();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { number, title, summary, language, publishedAt, correction, withdrawnAt, withdrawnReason } = item;
  return (
    <li>
      <h3>
        {number}. <Said lang={language}>{title}</Said>
      </h3>
      <p dir="auto" lang={language}>
        {summary}
      </p>
      {correction !== null && (
        <p>
          {t('publish.correction')}: <Said>{correction}</Said>
        </p>
      )}
      <p className={styles.badges}>
        <span className={styles.quiet}>
          {t('publish.at')} <When value={publishedAt} />
        </span>
        {item.underReview && <span className={styles.quiet}>{t('publish.underReview')}</span>}
        <Outside href={item.pageUrl}>{t('publish.page')}</Outside>
        {withdrawnAt === null && may('publication.withdraw') && (
          <Button variant="quiet" onPress={() => setWithdrawing(true)}>
            {t('publish.withdraw')}
          </Button>
        )}
      </p>
      {withdrawnAt !== null && (
        <p>
          {t('publish.withdrawn')} <When value={withdrawnAt} /> <Said>{withdrawnReason ?? ''}</Said>
        </p>
      )}
      {isWithdrawing && <Withdraw publication={item} onClose={() => setWithdrawing(false)} />}
    </li>
  );
}
