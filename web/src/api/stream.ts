import type { Schemas } from './client';

export type Event = Schemas['Event'];

/** What windows of one browser tell each other: an event in JSON, or whether the one that listens is connected. */
type Told = { event: string } | { isConnected: boolean };

const AGAIN_AFTER_MS = 3000;

interface Listener {
  onEvent(event: Event): void;
  onConnection(isConnected: boolean): void;
  /** Something may have been missed. */
  onGap(): void;
}

/**
 * Follows the workspace's events. A browser opens six connections to a server at most, so of all its windows one
 * listens and tells the others; when it is closed another one goes on from the last event. Where a page may not lock
 * anything, which is over http from another machine, each window listens for itself.
 */
export function followEvents(listener: Listener): () => void {
  const channel = new BroadcastChannel('second-source.events');
  const stopping = new AbortController();
  let last: string | null = null;
  const take = (told: Told) => {
    if ('isConnected' in told) return listener.onConnection(told.isConnected);
    const event = JSON.parse(told.event) as Event;
    last = event.cursor;
    listener.onEvent(event);
  };
  const tell = (told: Told) => {
    channel.postMessage(told);
    take(told);
  };
  channel.onmessage = ({ data }: MessageEvent<Told>) => take(data);
  const listen = () => listenUntil(stopping.signal, () => last, tell, listener.onGap);
  if ('locks' in navigator) {
    navigator.locks
      .request('second-source.events', { signal: stopping.signal }, listen)
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) throw error;
      });
  } else {
    void listen();
  }
  return () => {
    stopping.abort();
    channel.close();
  };
}

/** Listens, and again when the server ended it for good; the browser itself comes back from what passes. */
function listenUntil(
  signal: AbortSignal,
  last: () => string | null,
  tell: (told: Told) => void,
  onGap: () => void,
): Promise<void> {
  return new Promise((resolve) => {
    let stream: EventSource;
    let timer: number | undefined;
    const open = (after: string | null) => {
      stream = new EventSource(
        `/api/v1/events/stream${after === null ? '' : `?after=${encodeURIComponent(after)}`}`,
      );
      stream.onopen = () => tell({ isConnected: true });
      stream.onmessage = ({ data }: MessageEvent<string>) => tell({ event: data });
      stream.onerror = () => {
        tell({ isConnected: false });
        if (stream.readyState !== EventSource.CLOSED) return;
        // Refused: nobody is signed in, there are too many, or the feed does not know the place. All is read anew.
        onGap();
        timer = window.setTimeout(() => open(null), AGAIN_AFTER_MS);
      };
    };
    open(last());
    signal.addEventListener('abort', () => {
      window.clearTimeout(timer);
      stream.close();
      resolve();
    });
  });
}
