import { useEffect, useSyncExternalStore } from 'react';
import { queries } from './client';
import { type Event, followEvents } from './stream';

/** Changes come in bursts, and a list need not be asked for more often than people can read. */
const GATHER_MS = 400;

const listeners = new Set<(event: Event) => void>();
let isConnected = true;
const watchers = new Set<() => void>();

function setConnected(now: boolean): void {
  if (now === isConnected) return;
  isConnected = now;
  watchers.forEach((watch) => watch());
}

/** What changes these, by the nouns of events; of what is not named here, anything may. */
const CHANGED_BY: [path: string, nouns: string[]][] = [
  ['/api/v1/sources', ['source', 'party']],
  ['/api/v1/parties', ['source', 'party']],
  ['/api/v1/members', ['member']],
  ['/api/v1/me', ['member']],
  ['/api/v1/api-keys', ['api-key', 'member']],
  ['/api/v1/queues', ['queue']],
  ['/api/v1/routing-rules', ['queue', 'party']],
  ['/api/v1/rating-scale', ['rating-scale']],
  ['/api/v1/policy', ['policy']],
  ['/api/v1/workspace', ['workspace']],
  ['/api/v1/workflow', []],
  ['/api/v1/session', []],
  ['/api/v1/setup', []],
];

/** What is asked anew when something happened: all that may tell of it. */
function touchedBy(events: Event[]): (key: readonly unknown[]) => boolean {
  const ids = new Set(
    events.flatMap(({ claimId, subject }) => [claimId, subject.id]).filter((id) => id !== null),
  );
  const nouns = new Set(events.map(({ type }) => type.split('.')[0]!));
  return ([, path, init]) => {
    if (typeof path !== 'string') return false;
    const [, changing] = CHANGED_BY.find(([one]) => path === one || path === `${one}/{id}`) ?? [];
    if (changing !== undefined) return changing.some((noun) => nouns.has(noun));
    const id = (init as { params?: { path?: { id?: string } } } | undefined)?.params?.path?.id;
    return id === undefined || ids.has(id) || !path.startsWith('/api/v1/claims/');
  };
}

/** Keeps what the desk shows in step with the server, for as long as it is mounted. */
export function useLive(): void {
  useEffect(() => {
    let gathered: Event[] = [];
    let timer: number | undefined;
    const flush = () => {
      timer = undefined;
      const touched = touchedBy(gathered);
      gathered = [];
      void queries.invalidateQueries({ predicate: ({ queryKey }) => touched(queryKey) });
    };
    const stop = followEvents({
      onEvent(event) {
        listeners.forEach((listener) => listener(event));
        gathered.push(event);
        timer ??= window.setTimeout(flush, GATHER_MS);
      },
      onConnection: setConnected,
      onGap: () => void queries.invalidateQueries(),
    });
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, []);
}

/** Tells of each thing that happens while the component is mounted; give a listener that stays the same. */
export function useEvents(listener: (event: Event) => void): void {
  useEffect(() => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, [listener]);
}

/** Whether changes are told of now; while not, the browser tries to connect again. */
export function useConnected(): boolean {
  return useSyncExternalStore(
    (watch) => {
      watchers.add(watch);
      return () => void watchers.delete(watch);
    },
    () => isConnected,
  );
}
