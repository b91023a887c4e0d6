import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../parts/button';
import { Empty, Loading, Page, Problem } from '../../parts/page';
import { useSession } from '../../session/session';
import { BulkBar } from './bulk-bar';
import { ClaimGrid } from './claim-grid';
import styles from './claims.module.css';
import { CopyLink } from './copy-link';
import { Exports } from './exports';
import { useFilter, type Filtering } from './filter';
import { FilterBar } from './filter-bar';
import { FilterChips } from './filter-chips';
import { useSelection } from './selection';
import { type Claims, useClaims } from './use-claims';
import { useTotal } from './use-total';

export default function ClaimsPage() {
  const { t } = useTranslation(['claims', 'common']);
  const { may } = useSession();
  const filtering = useFilter();
  const { filter, sort } = filtering;
  const claims = useClaims(filter, sort);
  const selection = useSelection();
  const total = useTotal(filter);
  const name = JSON.stringify([filter, sort]);
  return (
    <Page
      title={t('common:nav.claims')}
      actions={
        may('claim.submit') && (
          <LinkButton href="/claims/new" variant="primary">
            {t('enter')}
          </LinkButton>
        )
      }
    >
      <FilterBar filtering={filtering} />
      <div className={styles.about}>
        <FilterChips filtering={filtering} />
        <Count claims={claims} total={total} />
        <span className={styles.aside}>
          <CopyLink />
          {may('claim.export') && <Exports filter={filter} />}
        </span>
      </div>
      <Problem error={claims.error} onRetry={claims.again} />
      {claims.isRead ? (
        claims.rows.length === 0 ? (
          <NoClaims filtering={filtering} />
        ) : (
          <ClaimGrid
            key={name}
            name={name}
            claims={claims}
            total={total}
            selection={selection}
            isSelectable={may('claim.move')}
          />
        )
      ) : (
        claims.error === null && <Loading />
      )}
      <BulkBar selection={selection} claims={claims} />
    </Page>
  );
}

/** How many there are, as far as that is known, and whether the list is behind. */
function Count({ claims, total }: { claims: Claims; total: number | null }) {
  const { t } = useTranslation('claims');
  const count = claims.isWhole ? claims.rows.length : total;
  return (
    <div className={styles.count}>
      <p role="status">
        {claims.isRead &&
          (count !== null ? t('total', { count }) : t('totalAtLeast', { count: claims.rows.length }))}
      </p>
      {claims.isBehind && (
        <p>
          {t('behind')}{' '}
          <Button variant="quiet" onPress={claims.again}>
            {t('showNews')}
          </Button>
        </p>
      )}
      <p id="claims-keys" className="unseen">
        {t('keysHint')}
      </p>
    </div>
  );
}

function NoClaims({ filtering: { filter, clear } }: { filtering: Filtering }) {
  const { t } = useTranslation('claims');
  const { may } = useSession();
  const isNarrowed = Object.keys(filter).length > 0;
  return (
    <Empty>
      <p>{t(isNarrowed ? 'noneOfFilter' : 'noneAtAll')}</p>
      {isNarrowed ? (
        <Button onPress={clear}>{t('clear')}</Button>
      ) : (
        may('claim.submit') && <LinkButton href="/claims/new">{t('enter')}</LinkButton>
      )}
    </Empty>
  );
}
