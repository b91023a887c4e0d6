import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, hooks, isRefusal, queries, type Refusal } from '../../api/client';
import { serverNow } from '../../api/clock';
import { type Assignment, keepWork } from './work';

const LIVE: Assignment['state'][] = ['leased', 'held'];
/** Not by what the member did. */
const TAKEN_AWAY: Assignment['state'][] = ['expired', 'broken', 'handed_over'];
/** One who works is asked for nothing, and the server not more often than this. */
const RENEWED_AT_MOST_EVERY_MS = 5000;
const ACTIVITY = ['keydown', 'input', 'pointermove', 'pointerdown', 'wheel'] as const;

export interface LeaseInHand {
  isLive: boolean;
  /** How it ended, as the server said it; null while it is live, or not asked yet. */
  ended: Refusal | null;
  renew(): void;
  isRenewing: boolean;
  error: unknown;
  /** Gives a refusal to it: whether it says that the lease is gone. */
  lose(error: unknown): boolean;
}

function isEnd(error: unknown): error is Refusal {
  return isRefusal(error, 'lease.lost') || isRefusal(error, 'assignment.closed');
}

function askAgain(id: string): void {
  void queries.invalidateQueries({
    queryKey: hooks.queryOptions('get', '/api/v1/assignments/{id}', { params: { path: { id } } }).queryKey,
  });
}

/** The lease of an assignment: renewed while the person works, and known to be lost as soon as the server says so. */
export function useLease(assignment: Assignment, lengthMs: number): LeaseInHand {
  const { id, state } = assignment;
  const token = assignment.lease?.token ?? 1;
  const [ended, setEnded] = useState<Refusal | null>(null);
  const lose = useCallback(
    (error: unknown) => {
      if (!isEnd(error)) return false;
      setEnded(error);
      askAgain(id);
      return true;
    },
    [id],
  );
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/assignments/{id}/renew', { params: { path: { id } }, body: { token } }),
    onSuccess: ({ data }) => data !== undefined && keepWork(data),
    onError: lose,
  });
  const renew = useCallback(() => mutate(), [mutate]);
  const isLive = ended === null && LIVE.includes(state);
  useRenewing(assignment, lengthMs, isLive, renew);
  // That it is over may come with an event; who holds it now and why is said only to one who asks for it.
  const isUnexplained = ended === null && TAKEN_AWAY.includes(state);
  useEffect(() => {
    if (isUnexplained) renew();
  }, [isUnexplained, renew]);
  return { isLive, ended, renew, isRenewing: isPending, error: isEnd(error) ? null : error, lose };
}

/** Renews a running lease by itself once a third of it has passed, if the person does anything at the page. */
function useRenewing(assignment: Assignment, lengthMs: number, isLive: boolean, renew: () => void): void {
  const { state, expiresAt } = assignment;
  const lastTry = useRef(0);
  useEffect(() => {
    // A held claim stays as it is until the person says that they go on.
    if (!isLive || state !== 'leased') return;
    const onActivity = () => {
      const isYoung = Date.parse(expiresAt) - serverNow() > (lengthMs * 2) / 3;
      if (isYoung || Date.now() - lastTry.current < RENEWED_AT_MOST_EVERY_MS) return;
      lastTry.current = Date.now();
      renew();
    };
    const options = { passive: true, capture: true };
    ACTIVITY.forEach((kind) => document.addEventListener(kind, onActivity, options));
    return () => ACTIVITY.forEach((kind) => document.removeEventListener(kind, onActivity, options));
  }, [isLive, state, expiresAt, lengthMs, renew]);
}

/** Asks the server how it stands with an assignment whose time has passed by the clock. */
export function useAskWhenOver(assignment: Assignment, remainingMs: number, isLive: boolean): void {
  const isOver = isLive && remainingMs <= 0;
  const { id } = assignment;
  useEffect(() => {
    if (!isOver) return;
    askAgain(id);
    const timer = window.setInterval(() => askAgain(id), 2000);
    return () => window.clearInterval(timer);
  }, [isOver, id]);
}

/** When to warn: two minutes before the end, or the last fifth of a short lease. */
export function warnsWithin(lengthMs: number): number {
  return Math.min(120_000, lengthMs / 5);
}
