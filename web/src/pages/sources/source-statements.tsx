import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { hooks, type Schemas } from '../../api/client';
import { Button } from '../../parts/button';
import { Empty, Section, Shown } from '../../parts/page';
import { Outside, Said, StanceMark, When } from '../../parts/words';
import styles from './sources.module.css';

const PAGE = 10;

/** What it said, in the order of the record. */
export function SourceStatements({ id }: { id: string }) {
  const { t } = useTranslation(['sources', 'common']);
  const statements = hooks.useInfiniteQuery(
    'get',
    '/api/v1/sources/{id}/statements',
    { params: { path: { id }, query: { limit: PAGE } } },
    {
      pageParamName: 'cursor',
      initialPageParam: null,
      getNextPageParam: (last: Schemas['StatementPage']) => last.nextCursor ?? undefined,
    },
  );
  return (
    <Section title={t('sources:statements')}>
      <Shown of={statements}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <Empty>
              <p>{t('sources:noStatements')}</p>
            </Empty>
          ) : (
            <ol className={styles.statements}>
              {items.map((statement) => (
                <StatementItem key={statement.id} statement={statement} />
              ))}
            </ol>
          );
        }}
      </Shown>
      {statements.hasNextPage && (
        <div>
          <Button onPress={() => void statements.fetchNextPage()} isPending={statements.isFetchingNextPage}>
            {t('common:more')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function StatementItem({ statement }: { statement: Schemas['Statement'] }) {
  const { t } = useTranslation('sources');
  const { stance, saidAt, quote, quoteLanguage, translation, url, struckAt, strikeReason, claimId } =
    statement;
  return (
    <li className={styles.statement} data-struck={struckAt !== null || undefined}>
      <p className={styles.line}>
        <StanceMark stance={stance} />
        {saidAt !== null && <When value={saidAt} />}
        {struckAt !== null && <span className={styles.struck}>{t('struck')}</span>}
      </p>
      <ClaimLink id={claimId} />
      {quote !== null && (
        <p dir="auto">
          <Said isQuote lang={quoteLanguage}>
            {quote}
          </Said>
        </p>
      )}
      {translation !== null && <p dir="auto">{translation}</p>}
      {strikeReason !== null && (
        <p className={styles.soft} dir="auto">
          {strikeReason}
        </p>
      )}
      {url !== null && (
        <p className={styles.soft}>
          <Outside href={url} />
        </p>
      )}
    </li>
  );
}

function ClaimLink({ id }: { id: string }) {
  const claim = hooks.useQuery('get', '/api/v1/claims/{id}', { params: { path: { id } } });
  return (
    <p dir="auto">
      <Link href={`/claims/${id}`}>
        <Said lang={claim.data?.language ?? null}>{claim.data?.text ?? '…'}</Said>
      </Link>
    </p>
  );
}
