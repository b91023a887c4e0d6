import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { hooks } from '../../api/client';
import { Button, LinkButton } from '../../parts/button';
import { Empty, Loading, Page, Problem } from '../../parts/page';
import { useSession } from '../../session/session';
import { Desk } from './desk';
import { type Assignment, useAccept } from './work';

const OWN_ENDS: Assignment['state'][] = ['submitted', 'released', 'declined'];

/** One claim in the hands of whoever is signed in. What the taking answered is shown without waiting for more. */
export default function WorkPage({ id }: { id: string }) {
  const { t } = useTranslation('review');
  const { me } = useSession();
  const assignment = hooks.useQuery('get', '/api/v1/assignments/{id}', { params: { path: { id } } });
  const claimId = assignment.data?.claimId ?? '';
  const claim = hooks.useQuery(
    'get',
    '/api/v1/claims/{id}',
    { params: { path: { id: claimId } } },
    { enabled: claimId !== '' },
  );
  const error = assignment.data === undefined ? assignment.error : claim.error;
  if (assignment.data === undefined || claim.data === undefined) {
    if (error === null) return <Loading />;
    return (
      <Page title={t('work.title')}>
        <Problem error={error} onRetry={() => void (assignment.data ? claim : assignment).refetch()} />
      </Page>
    );
  }
  if (assignment.data.member.id !== me.id || OWN_ENDS.includes(assignment.data.state))
    return <Ended assignment={assignment.data} />;
  if (assignment.data.state === 'offered') return <Offered assignment={assignment.data} />;
  return (
    <>
      <Desk assignment={assignment.data} claim={claim.data} />
      <ShownMark />
    </>
  );
}

/** When a claim stands there, for those who measure. */
function ShownMark() {
  useLayoutEffect(() => {
    // After the next frame has been painted.
    requestAnimationFrame(() => setTimeout(() => performance.mark('next-shown')));
  }, []);
  return null;
}

function Ended({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation();
  const { me } = useSession();
  return (
    <Page title={t('work.title')}>
      <Empty>
        <p>
          {assignment.member.id === me.id
            ? t('work.ended', { state: common(`assignment.${assignment.state}`) })
            : t('work.others', { name: assignment.member.name ?? '–' })}
        </p>
        <LinkButton href={`/claims/${assignment.claimId}`}>{t('lost.look')}</LinkButton>
        <LinkButton href="/review">{t('work.back')}</LinkButton>
      </Empty>
    </Page>
  );
}

function Offered({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation('review');
  const accept = useAccept(assignment);
  const [, go] = useLocation();
  return (
    <Page title={t('work.title')}>
      <Empty>
        <p>{t('offer.text')}</p>
        <Button variant="primary" onPress={() => accept.mutate()} isPending={accept.isPending}>
          {t('offer.accept')}
        </Button>
        <Button onPress={() => go('/review')}>{t('work.back')}</Button>
        <Problem error={accept.error} />
      </Empty>
    </Page>
  );
}
