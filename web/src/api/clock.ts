import { useEffect, useState } from 'react';
import { api } from './client';

/** The clock of an answer counts in whole seconds; less than this may be no difference at all. */
const COARSE_MS = 2000;

let aheadMs = 0;

// Leases end by the server's clock, and that of a person's machine may be minutes off.
api.use({
  onResponse({ response }) {
    const said = Date.parse(response.headers.get('date') ?? '');
    if (Number.isNaN(said)) return;
    const ahead = said - Date.now();
    aheadMs = Math.abs(ahead) < COARSE_MS ? 0 : ahead;
  },
});

/** Now by the server's clock, in milliseconds since 1970. */
export function serverNow(): number {
  return Date.now() + aheadMs;
}

/** The server's time, shown anew every so many milliseconds. */
export function useServerNow(everyMs: number): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(serverNow()), everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs]);
  return now;
}
