import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { api, hooks } from '../../api/client';
import { useServerNow } from '../../api/clock';
import { useFormats } from '../../i18n';
import { Button, LinkButton } from '../../parts/button';
import { Problem, Section, Shown } from '../../parts/page';
import { Said, When } from '../../parts/words';
import { type Assignment, useAccept } from './work';
import styles from './review.module.css';

export function useMine(state: 'offered' | 'leased' | 'held') {
  return hooks.useQuery('get', '/api/v1/assignments', {
    params: { query: { mine: true, state, limit: 200 } },
  });
}

/** What is offered to the person, what they are at, and what they hold. */
export function InHand() {
  const { t } = useTranslation('review');
  const offered = useMine('offered');
  const leased = useMine('leased');
  const held = useMine('held');
  return (
    <>
      {(offered.data?.items.length ?? 0) > 0 && (
        <Section title={t('offer.title')}>
          <ul className={styles.list}>
            {offered.data?.items.map((assignment) => (
              <Offer key={assignment.id} assignment={assignment} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('inHand.title')}>
        <Shown of={leased}>
          {({ items }) =>
            items.length === 0 ? (
              <p className={styles.soft}>{t('inHand.none')}</p>
            ) : (
              <ul className={styles.list}>
                {items.map((assignment) => (
                  <Item key={assignment.id} assignment={assignment}>
                    <LinkButton href={`/review/${assignment.id}`}>{t('inHand.goOn')}</LinkButton>
                  </Item>
                ))}
              </ul>
            )
          }
        </Shown>
      </Section>
      {(held.data?.items.length ?? 0) > 0 && (
        <Section title={t('inHand.held')}>
          <ul className={styles.list}>
            {held.data?.items.map((assignment) => (
              <Item key={assignment.id} assignment={assignment}>
                <LinkButton href={`/review/${assignment.id}`}>{t('inHand.goOn')}</LinkButton>
              </Item>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Item({ assignment, children }: { assignment: Assignment; children: ReactNode }) {
  const { t } = useTranslation('review');
  const formats = useFormats();
  const now = useServerNow(1000);
  const claim = hooks.useQuery('get', '/api/v1/claims/{id}', {
    params: { path: { id: assignment.claimId } },
  });
  const { state, expiresAt, dueAt } = assignment;
  return (
    <li className={styles.item}>
      <div>
        <p className={styles.itemText}>
          <Link href={state === 'offered' ? `/claims/${assignment.claimId}` : `/review/${assignment.id}`}>
            <Said lang={claim.data?.language ?? null}>{claim.data?.text ?? '…'}</Said>
          </Link>
        </p>
        <p className={styles.soft}>
          {state === 'held'
            ? t('lease.held', { until: formats.moment(expiresAt) })
            : t('inHand.left', { time: formats.length(Math.max(0, Date.parse(expiresAt) - now)) })}
          {dueAt !== null && (
            <>
              {' · '}
              {t('inHand.due')} <When value={dueAt} />
            </>
          )}
        </p>
      </div>
      <div className={styles.row}>{children}</div>
    </li>
  );
}

function Offer({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation('review');
  const [, go] = useLocation();
  const accept = useAccept(assignment);
  const decline = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/assignments/{id}/decline', {
        params: { path: { id: assignment.id } },
        body: { reason: 'other' },
      }),
  });
  const takeUp = () => accept.mutate(undefined, { onSuccess: () => go(`/review/${assignment.id}`) });
  return (
    <Item assignment={assignment}>
      <Button variant="primary" onPress={takeUp} isPending={accept.isPending}>
        {t('offer.accept')}
      </Button>
      <Button onPress={() => decline.mutate()} isPending={decline.isPending}>
        {t('decline.do')}
      </Button>
      <Problem error={accept.error ?? decline.error} />
    </Item>
  );
}
