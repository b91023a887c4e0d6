import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hooks, type Schemas } from '../../api/client';
import { useAllSources } from '../../claim/every';
import { Button } from '../../parts/button';
import { Empty, Section, Shown } from '../../parts/page';
import { Said } from '../../parts/words';
import { useSession } from '../../session/session';
import { PartyEditor } from './party-editor';
import { PartyMerger } from './party-merger';
import styles from './sources.module.css';

type Party = Schemas['Party'];

/** The interests that sources speak for, each with the other names it is found by. */
export function Parties() {
  const { t } = useTranslation(['sources', 'common']);
  const parties = hooks.useInfiniteQuery(
    'get',
    '/api/v1/parties',
    { params: { query: { limit: 200 } } },
    {
      pageParamName: 'cursor',
      initialPageParam: null,
      getNextPageParam: (last: Schemas['PartyPage']) => last.nextCursor ?? undefined,
    },
  );
  return (
    <Section title={t('sources:parties.title')}>
      <p className={styles.soft}>{t('sources:parties.about')}</p>
      <Shown of={parties}>{({ pages }) => <List parties={pages.flatMap(({ items }) => items)} />}</Shown>
      {parties.hasNextPage && (
        <div>
          <Button onPress={() => void parties.fetchNextPage()} isPending={parties.isFetchingNextPage}>
            {t('common:more')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function List({ parties }: { parties: Party[] }) {
  const { t } = useTranslation('sources');
  const [edited, setEdited] = useState<Party | null>(null);
  const [merged, setMerged] = useState<Party | null>(null);
  if (parties.length === 0) {
    return (
      <Empty>
        <p>{t('parties.empty')}</p>
      </Empty>
    );
  }
  return (
    <>
      <ul className={styles.tree} aria-label={t('parties.title')}>
        {parties.map((party) => (
          <PartyItem
            key={party.id}
            party={party}
            onEdit={() => setEdited(party)}
            onMerge={() => setMerged(party)}
          />
        ))}
      </ul>
      {edited !== null && <PartyEditor party={edited} onClose={() => setEdited(null)} />}
      {merged !== null && <PartyMerger party={merged} parties={parties} onClose={() => setMerged(null)} />}
    </>
  );
}

function PartyItem({ party, onEdit, onMerge }: { party: Party; onEdit(): void; onMerge(): void }) {
  const { t } = useTranslation('sources');
  const { may } = useSession();
  const { data = [] } = useAllSources();
  const count = data.filter(({ partyId }) => partyId === party.id).length;
  return (
    <li className={styles.party}>
      <span>
        <strong>
          <Said>{party.name}</Said>
        </strong>{' '}
        {party.aliases.length > 0 && (
          <span className={styles.soft} dir="auto">
            {party.aliases.join(', ')}
          </span>
        )}
      </span>
      <span className={styles.soft}>{t('parties.sources', { count })}</span>
      <span className={styles.line}>
        {may('party.amend') && (
          <Button onPress={onEdit} aria-label={t('parties.editOf', { name: party.name })}>
            {t('edit')}
          </Button>
        )}
        {may('party.merge') && (
          <Button onPress={onMerge} aria-label={t('parties.mergeOf', { name: party.name })}>
            {t('parties.merge')}
          </Button>
        )}
      </span>
    </li>
  );
}
