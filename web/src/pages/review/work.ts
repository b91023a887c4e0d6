import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api, hooks, isRefusal, queries, type Schemas } from '../../api/client';
import { notify } from '../../shell/notices';

export type Assignment = Schemas['Assignment'];
export type Claim = Schemas['Claim'];
export type Work = Schemas['Work'];

const QUEUE_KEPT_AS = 'second-source.queue';

/** The queue that the person takes from on this machine; null: from any. */
export function chosenQueue(): string | null {
  return localStorage.getItem(QUEUE_KEPT_AS);
}

export function chooseQueue(id: string | null): void {
  if (id === null) localStorage.removeItem(QUEUE_KEPT_AS);
  else localStorage.setItem(QUEUE_KEPT_AS, id);
}

/** What an answer says of an assignment and its claim is shown without being asked for again. */
export function keepWork({ assignment, claim }: Work): void {
  const of = (id: string) => ({ params: { path: { id } } });
  queries.setQueryData(
    hooks.queryOptions('get', '/api/v1/assignments/{id}', of(assignment.id)).queryKey,
    assignment,
  );
  queries.setQueryData(hooks.queryOptions('get', '/api/v1/claims/{id}', of(claim.id)).queryKey, claim);
}

async function takeFrom(queueId: string | null): Promise<Work | null> {
  try {
    const { data } = await api.POST('/api/v1/reviews/next', { body: { queueId } });
    performance.mark('next-answered');
    return data ?? null;
  } catch (error) {
    // The queue that was chosen once is no more.
    if (queueId === null || !isRefusal(error, 'resource.not_found')) throw error;
    chooseQueue(null);
    return takeFrom(null);
  }
}

/** Takes the next claim and goes to it; when there is none, to the list of reviews, or stays. */
export function useTake({ stays = false } = {}) {
  const { t } = useTranslation('review');
  const [, go] = useLocation();
  return useMutation({
    mutationFn: (queueId: string | null) => takeFrom(queueId),
    onSuccess: (work) => {
      if (work === null) {
        notify(t('take.nothing'));
        if (!stays) go('/review');
        return;
      }
      keepWork(work);
      go(`/review/${work.assignment.id}`);
    },
  });
}

/** Takes up what was offered. */
export function useAccept({ id }: Assignment) {
  return useMutation({
    mutationFn: () => api.POST('/api/v1/assignments/{id}/accept', { params: { path: { id } }, body: {} }),
    onSuccess: ({ data }) => data !== undefined && keepWork(data),
  });
}
