import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { hooks, type Schemas } from '../../api/client';
import { Button } from '../../parts/button';
import { Actions, Dialog } from '../../parts/dialog';
import { Empty, Shown } from '../../parts/page';
import { RatingBadge, Said, StanceMark, When } from '../../parts/words';
import styles from './sources.module.css';

/** Which number of the record is looked behind; without an outcome all that it is made of. */
export interface Behind {
  outcome: Schemas['SourceRecordClaim']['outcome'] | null;
  of: { topic?: string; year?: string };
  label: string;
}

interface RecordClaimsProps {
  id: string;
  basis: Schemas['SourceRecord']['basis'];
  behind: Behind;
  onClose(): void;
}

/** The list behind a number of the record. */
export function RecordClaims({ id, basis, behind: { outcome, of, label }, onClose }: RecordClaimsProps) {
  const { t } = useTranslation(['sources', 'common']);
  const claims = hooks.useInfiniteQuery(
    'get',
    '/api/v1/sources/{id}/record/claims',
    { params: { path: { id }, query: { basis, ...of, ...(outcome !== null && { outcome }) } } },
    {
      pageParamName: 'cursor',
      initialPageParam: null,
      getNextPageParam: (last: Schemas['SourceRecordClaimsPage']) => last.nextCursor ?? undefined,
    },
  );
  const title = [label, outcome === null ? null : t(`sources:record.${outcome}`)]
    .filter((word) => word !== null)
    .join(' · ');
  return (
    <Dialog title={title} isOpen onClose={onClose} isWide>
      <Shown of={claims}>{({ pages }) => <List items={pages.flatMap(({ items }) => items)} />}</Shown>
      <Actions>
        {claims.hasNextPage && (
          <Button onPress={() => void claims.fetchNextPage()} isPending={claims.isFetchingNextPage}>
            {t('common:more')}
          </Button>
        )}
        <Button onPress={onClose}>{t('common:close')}</Button>
      </Actions>
    </Dialog>
  );
}

function List({ items }: { items: Schemas['SourceRecordClaim'][] }) {
  const { t } = useTranslation('sources');
  if (items.length === 0) {
    return (
      <Empty>
        <p>{t('record.nothing')}</p>
      </Empty>
    );
  }
  return (
    <ol className={styles.statements}>
      {items.map(({ claimId, text, stance, at, rating, decidedAt, outcome }) => (
        <li key={claimId} className={styles.statement}>
          <p dir="auto">
            <Link href={`/claims/${claimId}`}>
              <Said>{text}</Said>
            </Link>
          </p>
          <p className={styles.line}>
            <strong>{t(`record.${outcome}`)}</strong>
            <StanceMark stance={stance} /> <When value={at} />
            <RatingBadge rating={rating} /> <When value={decidedAt} />
          </p>
        </li>
      ))}
    </ol>
  );
}
